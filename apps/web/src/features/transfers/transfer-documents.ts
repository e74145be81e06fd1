import { graphql, type ResultOf } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { LetterFields, PersonLettersFields, TimelineFields } from '../people/index.ts';

/** A page of letters. */
export const LettersQuery = graphql(
  `
    query Letters(
      $direction: TransferDirection
      $standing: TransferStanding!
      $kinds: [TransferKind!]
      $under: ID
      $isOverdue: Boolean!
      $orderBy: TransferOrder!
      $first: Int!
      $after: String
    ) {
      viewer { ...IdentityFields }
      transfers(direction: $direction, standing: $standing, kinds: $kinds, under: $under, isOverdue: $isOverdue, orderBy: $orderBy, first: $first, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes { ...LetterFields }
      }
    }
  `,
  [IdentityFields, LetterFields],
);

/** How many letters each part of the page has. */
export const LetterCountsQuery = graphql(
  `
    query LetterCounts($under: ID) {
      viewer { ...IdentityFields }
      arriving: transfers(direction: IN, standing: WAITING, under: $under, first: 1) { totalCount }
      sent: transfers(direction: OUT, standing: WAITING, under: $under, first: 1) { totalCount }
      running: transfers(standing: RUNNING, under: $under, first: 1) { totalCount }
      done: transfers(standing: DONE, under: $under, first: 1) { totalCount }
    }
  `,
  [IdentityFields],
);

/** What a code opens. */
export const LetterByCodeQuery = graphql(
  `
    query LetterByCode($code: String!, $language: Language!) {
      viewer { ...IdentityFields }
      transferByCode(code: $code) {
        __typename
        ... on TransferLetter { kind personName birthDate fromName destination letterNumber issuedOn issuedBy dueOn movedOn startDueOn claimUntil }
        ... on TransferCodeRefused { code message(language: $language) }
      }
    }
  `,
  [IdentityFields],
);
export type LetterByCode = Extract<ResultOf<typeof LetterByCodeQuery>['transferByCode'], { __typename: 'TransferLetter' }>;

/** A letter as it stands now; whoever is moved by it with all that their page says of letters. */
export const LetterChanged = graphql(
  `
    fragment LetterChanged on TransferChanged {
      claimCode
      transfer {
        ...LetterFields
        person { id ...PersonLettersFields ...TimelineFields }
      }
    }
  `,
  [LetterFields, PersonLettersFields, TimelineFields],
);

export const LetterRefused = graphql(
  `
    fragment LetterRefused on TransferRefused {
      code
      field
      message(language: $language)
      current { ...LetterFields }
    }
  `,
  [LetterFields],
);

export const IssueLetter = graphql(
  `
    mutation IssueLetter($input: IssueTransferInput!, $language: Language!) {
      change: issueTransfer(input: $input) { __typename ...LetterChanged ...LetterRefused }
    }
  `,
  [LetterChanged, LetterRefused],
);

export const AcceptLetter = graphql(
  `
    mutation AcceptLetter($input: AcceptTransferInput!, $language: Language!) {
      change: acceptTransfer(input: $input) { __typename ...LetterChanged ...LetterRefused }
    }
  `,
  [LetterChanged, LetterRefused],
);

export const ClaimLetter = graphql(
  `
    mutation ClaimLetter($input: ClaimTransferInput!, $language: Language!) {
      change: claimTransfer(input: $input) { __typename ...LetterChanged ...LetterRefused }
    }
  `,
  [LetterChanged, LetterRefused],
);

export const CancelLetter = graphql(
  `
    mutation CancelLetter($input: CancelTransferInput!, $language: Language!) {
      change: cancelTransfer(input: $input) { __typename ...LetterChanged ...LetterRefused }
    }
  `,
  [LetterChanged, LetterRefused],
);

export const EndLetter = graphql(
  `
    mutation EndLetter($input: EndTemporaryTransferInput!, $language: Language!) {
      change: endTemporaryTransfer(input: $input) { __typename ...LetterChanged ...LetterRefused }
    }
  `,
  [LetterChanged, LetterRefused],
);
