import { graphql, type ResultOf } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { ViewerFields } from '../access/index.ts';
import { BreadcrumbFields } from '../organisation/index.ts';
import { DeadlineFields, StateChipFields } from '../people/index.ts';

/** What every list says of a candidacy: whose it is, where it stands, what is due, and which step is awaited of whom. */
export const CandidacyRow = graphql(
  `
    fragment CandidacyRow on Candidacy {
      ...StateChipFields
      id
      version
      state
      stage
      person { id fullName }
      unit { id code name parent { id name } }
      deadline { ...DeadlineFields kind dueOn isOverdue }
      steps { step isAwaited viewerCan viewerCannotBecause facts by unit { id name } }
    }
  `,
  [StateChipFields, DeadlineFields],
);
export type CandidacyRowData = ResultOf<typeof CandidacyRow>;

/** The unit that a page about many people shows. */
export const WorkUnit = graphql(
  `
    fragment WorkUnit on Unit {
      ...BreadcrumbFields
      id
      code
      name
      children(first: 500) { nodes { id code name } }
      viewerCannotAddCandidateBecause
      viewerCannotClaimTransferBecause
    }
  `,
  [BreadcrumbFields],
);
export type WorkUnitData = ResultOf<typeof WorkUnit>;

/** The head of such a page. Without a code it answers for the viewer's own unit. */
export const WorkUnitQuery = graphql(
  `
    query WorkUnit($code: String, $own: Boolean!) {
      viewer {
        ...ViewerFields
        own: unit @include(if: $own) { ...WorkUnit }
      }
      unit(code: $code) @skip(if: $own) { ...WorkUnit }
    }
  `,
  [ViewerFields, WorkUnit],
);

/** The limit that runs out next. */
export const NextLimitQuery = graphql(
  `
    query NextLimit($filter: CandidacyFilter!) {
      viewer { ...IdentityFields }
      candidacies(filter: $filter, orderBy: DEADLINE, first: 1) {
        nodes {
          id
          person { id fullName }
          deadline { kind dueOn }
        }
      }
    }
  `,
  [IdentityFields],
);
