import { graphql, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { ViewerFields } from '../access/index.ts';
import { ScopeUnit } from '../scope/index.ts';

export const TargetFields = graphql(`
  fragment TargetFields on Target {
    id
    number
    indicator
    slice { dimension key }
    period
    startsOn
    endsOn
    kind
    low
    high
    base
    baseNumber
    state
    closedOn
    closedResult
    isPart
    documentNumber
    issuedOn
    issuer { id name }
    unit { id name }
    progress { actual percentOfLow percentOfHigh low high remainingLow standing shortOfPace expectedLow }
    below { units low high difference percentOfLow }
    versions { number kind low high documentNumber issuedOn }
    viewerCanAdjust { can because }
  }
`);
export type TargetData = ResultOf<typeof TargetFields>;

export const TargetListFields = graphql(
  `
    fragment TargetListFields on Target {
      ...TargetFields
      document @skip(if: $sumsAlone) { id }
      progress { projection @skip(if: $sumsAlone) { low middle high years } noProjection @skip(if: $sumsAlone) }
      remarks: versions @skip(if: $sumsAlone) { number document { id } reason note recordedBy }
      allocation @skip(if: $sumsAlone) { number divides sumRule sums { reserve { low } difference { low high } holds } }
      viewerCanAllocate { can because }
    }
  `,
  [TargetFields],
);
export type TargetListData = ResultOf<typeof TargetListFields>;

export const TargetsPageFields = graphql(
  `
    fragment TargetsPageFields on Unit {
      ...ScopeUnit
      id
      code
      name
      rollup(period: $period, asOf: $asOf) { period { text label(language: $language) from to complete } }
      targets { id ...TargetListFields }
      ofPeriod: targets(period: $period) { id }
    }
  `,
  [ScopeUnit, TargetListFields],
);

export const TargetsQuery = graphql(
  `
    query Targets($code: String, $own: Boolean!, $period: Period!, $asOf: Date, $sumsAlone: Boolean!, $language: Language!) {
      viewer { ...ViewerFields own: unit @include(if: $own) { ...TargetsPageFields } }
      unit(code: $code) @skip(if: $own) { ...TargetsPageFields }
    }
  `,
  [ViewerFields, TargetsPageFields],
);

/** The targets of a unit without anything of its page. */
export const UnitTargetsQuery = graphql(
  `
    query UnitTargets($unit: ID!, $sumsAlone: Boolean!) {
      viewer { ...IdentityFields }
      unit(id: $unit) { id targets { id ...TargetListFields } }
    }
  `,
  [IdentityFields, TargetListFields],
);

export const SumsFields = graphql(`
  fragment SumsFields on AllocationSums {
    given { low high }
    allocated { low high }
    reserve { low high }
    difference { low high }
    elsewhere { low high weight }
    holds
  }
`);

export const WorksheetFields = graphql(
  `
    fragment WorksheetFields on Target {
      ...TargetFields
      allocation { number sumRule reserve { low high } sums { ...SumsFields } documentNumber issuedOn }
      draft { version sumRule reserve { low high } lines { unit low high unreadLow unreadHigh note isLocked } savedBy savedAt }
      worksheet { unit { id code name kind { code name(language: $language) } } members weight lastYear pool current { low high } note }
      viewerCanAllocate { can because }
    }
  `,
  [TargetFields, SumsFields],
);
export type WorksheetData = ResultOf<typeof WorksheetFields>;

export const WorksheetQuery = graphql(
  `
    query Worksheet($target: ID!, $language: Language!) {
      viewer { ...IdentityFields }
      target(id: $target) { id ...WorksheetFields }
    }
  `,
  [IdentityFields, WorksheetFields],
);

export const SuggestionQuery = graphql(
  `
    query Suggestion($target: ID!, $way: SplitWay!, $reserve: AmountInput, $locked: [AllocationLineInput!]) {
      viewer { ...IdentityFields }
      target(id: $target) { id suggestion(way: $way, reserve: $reserve, locked: $locked) { unit low high } }
    }
  `,
  [IdentityFields],
);

export const TargetRefusedFields = graphql(`
  fragment TargetRefusedFields on TargetRefused {
    code
    field
    message(language: $language)
    lines { code field message(language: $language) unit { id } }
  }
`);
export type TargetRefused = FragmentOf<typeof TargetRefusedFields>;

export const SetTarget = graphql(
  `
    mutation SetTarget($input: SetTargetInput!, $language: Language!) {
      change: setTarget(input: $input) {
        __typename
        ... on TargetChanged { target { ...TargetFields } }
        ...TargetRefusedFields
      }
    }
  `,
  [TargetFields, TargetRefusedFields],
);

export const AdjustTarget = graphql(
  `
    mutation AdjustTarget($input: AdjustTargetInput!, $language: Language!) {
      change: adjustTarget(input: $input) {
        __typename
        ... on TargetChanged { target { ...TargetFields } }
        ...TargetRefusedFields
      }
    }
  `,
  [TargetFields, TargetRefusedFields],
);

export const PublishAllocation = graphql(
  `
    mutation PublishAllocation($input: PublishAllocationInput!, $language: Language!) {
      change: publishAllocation(input: $input) {
        __typename
        ... on TargetChanged { isWritten target { id ...WorksheetFields } changes { unit { id } } }
        ...TargetRefusedFields
      }
    }
  `,
  [WorksheetFields, TargetRefusedFields],
);

export const SaveAllocationDraft = graphql(
  `
    mutation SaveAllocationDraft($input: SaveAllocationDraftInput!, $language: Language!) {
      change: saveAllocationDraft(input: $input) {
        __typename
        ... on TargetChanged {
          target {
            id
            number
            allocation { number }
            draft { version sumRule reserve { low high } lines { unit low high unreadLow unreadHigh note isLocked } savedBy savedAt }
          }
        }
        ...TargetRefusedFields
      }
    }
  `,
  [TargetRefusedFields],
);

export const DiscardAllocationDraft = graphql(
  `
    mutation DiscardAllocationDraft($input: DiscardAllocationDraftInput!, $language: Language!) {
      change: discardAllocationDraft(input: $input) {
        __typename
        ... on TargetChanged { target { id draft { version } } }
        ...TargetRefusedFields
      }
    }
  `,
  [TargetRefusedFields],
);
