import { graphql, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { ViewerFields } from '../access/index.ts';

export const RulePackFields = graphql(`
  fragment RulePackFields on RulePack {
    code
    validFrom
    validUntil
    source
    minimumAgeYears
    consentAboveAgeYears
    certificateMonths
    dossierMonths
    decisionWorkingDays
    ceremonyWorkingDays
    recognitionProposalWorkingDays
    recognitionDecisionWorkingDays
    extensionWorkingDays
    probationMonths
    introducers
    readmissionMonths
    transferLetterWorkingDays
    failedVotesBeforeDeadlock
    proposalVote { numerator denominator }
    papers { kind form step ages }
  }
`);
export type RulePackData = ResultOf<typeof RulePackFields>;

export const HolidayYearFields = graphql(`
  fragment HolidayYearFields on HolidayYear {
    year
    version
    viewerCanChange
    unit { id name }
    days { day isHoliday nameVi nameEn note changedBy { id name } }
  }
`);
export type HolidayYearData = ResultOf<typeof HolidayYearFields>;

export const RulesQuery = graphql(
  `
    query Rules($year: Int!) {
      viewer { ...ViewerFields }
      rulePacks { ...RulePackFields }
      holidays(year: $year) { ...HolidayYearFields }
    }
  `,
  [ViewerFields, RulePackFields, HolidayYearFields],
);

export const RuleRefusedFields = graphql(`
  fragment RuleRefusedFields on RuleRefused {
    code
    field
    message(language: $language)
  }
`);
export type RuleRefused = FragmentOf<typeof RuleRefusedFields>;

export const ChangeHoliday = graphql(
  `
    mutation ChangeHoliday($input: ChangeHolidayInput!, $language: Language!) {
      change: changeHoliday(input: $input) {
        __typename
        ... on HolidayChanged { isWritten movedCandidacies movedLetters calendar { version } }
        ...RuleRefusedFields
      }
    }
  `,
  [RuleRefusedFields],
);

export const AuthorityFields = graphql(`
  fragment AuthorityFields on Unit {
    id
    authority {
      ofKind
      canBeGiven
      viewerCannotBecause
      decider { id name }
      giver { id name }
      given { id version power from until isInForce documentNumber endedDocumentNumber viewerCanEnd }
    }
  }
`);
export type AuthorityData = NonNullable<ResultOf<typeof AuthorityFields>['authority']>;

/** What a unit may do: it comes after the page, and with its history alone. */
export const AuthorityQuery = graphql(
  `
    query Authority($unit: ID!) {
      viewer { ...IdentityFields }
      unit(id: $unit) { ...AuthorityFields }
    }
  `,
  [IdentityFields, AuthorityFields],
);

export const GivePower = graphql(
  `
    mutation GivePower($input: GivePowerInput!, $language: Language!) {
      change: givePower(input: $input) {
        __typename
        ... on PowerChanged { unit { ...AuthorityFields } }
        ...RuleRefusedFields
      }
    }
  `,
  [AuthorityFields, RuleRefusedFields],
);

export const EndPower = graphql(
  `
    mutation EndPower($input: EndPowerInput!, $language: Language!) {
      change: endPower(input: $input) {
        __typename
        ... on PowerChanged { unit { ...AuthorityFields } }
        ...RuleRefusedFields
      }
    }
  `,
  [AuthorityFields, RuleRefusedFields],
);
