import { graphql, type ResultOf } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { ViewerFields } from '../access/index.ts';

export const SupervisionFields = graphql(`
  fragment SupervisionFields on Supervision {
    id
    version
    personName
    unitName
    bodyName
    kind
    post
    from
    until
    state
    documentNumber
    documentIssuedOn
    endedAt
    endCause
    endReason
    document { id }
    unit { id code name }
    changes { version }
    viewerCanChange { can because }
  }
`);
export type SupervisionData = ResultOf<typeof SupervisionFields>;

export const SupervisedUnitFields = graphql(`
  fragment SupervisedUnitFields on SupervisedUnit {
    unit { id code name }
    grant { id }
    supervision { id kind post from until documentNumber documentIssuedOn }
    period { label(language: $language) from to }
    members
    probationaryMembers
    admitted
    admittedLastYear
    onTheWay
    sources
    overdue
    target { low high percentOfLow remainingLow standing shortOfPace }
  }
`);
export type SupervisedUnitData = ResultOf<typeof SupervisedUnitFields>;

/** All units of the viewer with their figures. */
export const MyUnitsQuery = graphql(
  `
    query MyUnits($period: Period!, $language: Language!) {
      viewer {
        ...ViewerFields
        supervisedUnits(period: $period) { ...SupervisedUnitFields }
        supervisions(withHistory: true) { id unitName kind post from until state endedAt endCause documentNumber documentIssuedOn document { id } }
      }
    }
  `,
  [ViewerFields, SupervisedUnitFields],
);
export type OwnSupervisionData = NonNullable<ResultOf<typeof MyUnitsQuery>['viewer']>['supervisions'][number];

export const UnitSupervisionsQuery = graphql(
  `
    query UnitSupervisions($unit: ID!) {
      viewer { ...IdentityFields }
      unit(id: $unit) {
        id
        supervisions(withHistory: true) { ...SupervisionFields }
        viewerCanAssignSupervisor { can because }
      }
    }
  `,
  [IdentityFields, SupervisionFields],
);

/** The assignments of all units of the scope, a page of them. */
export const SupervisionsQuery = graphql(
  `
    query Supervisions($states: [SupervisionState!], $search: String, $after: String) {
      viewer { ...IdentityFields }
      supervisions(states: $states, search: $search, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...SupervisionFields }
      }
    }
  `,
  [IdentityFields, SupervisionFields],
);

export const AssignableAccountsQuery = graphql(
  `
    query AssignableAccounts($search: String) {
      viewer { ...IdentityFields }
      assignableAccounts(first: 20, search: $search) { id name displayName }
    }
  `,
  [IdentityFields],
);

export const SupervisionRefusedFields = graphql(`
  fragment SupervisionRefusedFields on SupervisionRefused { code field message(language: $language) }
`);
export type SupervisionRefused = ResultOf<typeof SupervisionRefusedFields>;

export const AssignSupervision = graphql(
  `
    mutation AssignSupervision($input: AssignSupervisionInput!, $language: Language!) {
      change: assignSupervision(input: $input) {
        __typename
        ... on SupervisionChanged { supervision { id version } }
        ... on SupervisionRefused { ...SupervisionRefusedFields }
      }
    }
  `,
  [SupervisionRefusedFields],
);

export const ChangeSupervision = graphql(
  `
    mutation ChangeSupervision($input: ChangeSupervisionInput!, $language: Language!) {
      change: changeSupervision(input: $input) {
        __typename
        ... on SupervisionChanged { supervision { id version } }
        ... on SupervisionRefused { ...SupervisionRefusedFields }
      }
    }
  `,
  [SupervisionRefusedFields],
);

export const EndSupervision = graphql(
  `
    mutation EndSupervision($input: EndSupervisionInput!, $language: Language!) {
      change: endSupervision(input: $input) {
        __typename
        ... on SupervisionChanged { supervision { id version } }
        ... on SupervisionRefused { ...SupervisionRefusedFields }
      }
    }
  `,
  [SupervisionRefusedFields],
);
