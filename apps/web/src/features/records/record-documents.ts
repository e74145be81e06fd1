import type { Language } from '@banyan/schema/enums';
import type { DocumentInput } from 'urql';
import { graphql, type FragmentOf } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { DocumentFields, FollowUpFields, InspectionFields, ObstacleFields, PlanFields, PlanItemFields, ReminderFields, TargetName } from './record-fields.ts';

export const RecordAnswer = graphql(`
  fragment RecordAnswer on RecordResult {
    __typename
    ... on RecordChanged { record { id version } }
    ... on RecordRefused { code field message(language: $language) }
  }
`);

/** A change of a record as it is sent. Where it names a version, its refusal brings the record as it stands. */
export type RecordChange<Input> = DocumentInput<{ readonly change: FragmentOf<typeof RecordAnswer> & { readonly current?: unknown } }, { input: Input; language: Language }>;

export const DocumentsQuery = graphql(
  `
    query Documents($unit: ID, $origin: DocumentOrigin, $kinds: [DocumentKind!], $year: Int, $search: String, $withTakenBack: Boolean!, $orderBy: DocumentOrder!, $first: Int!, $after: String) {
      viewer { ...IdentityFields }
      documents(unit: $unit, origin: $origin, kinds: $kinds, year: $year, search: $search, withTakenBack: $withTakenBack, orderBy: $orderBy, first: $first, after: $after) {
        totalCount
        nodes { ...DocumentFields }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  [IdentityFields, DocumentFields],
);

/** One document with those that implement it. */
export const DocumentQuery = graphql(
  `
    query Document($id: ID!) {
      viewer { ...IdentityFields }
      document(id: $id) {
        ...DocumentFields
        implementedBy { id number issuedOn title }
      }
    }
  `,
  [IdentityFields, DocumentFields],
);

export const RegisterDocument = graphql(`mutation RegisterDocument($input: RegisterDocumentInput!, $language: Language!) { change: registerDocument(input: $input) { ...RecordAnswer } }`, [RecordAnswer]);
export const ChangeDocument = graphql(`mutation ChangeDocument($input: ChangeDocumentInput!, $language: Language!) { change: changeDocument(input: $input) { ...RecordAnswer ... on RecordRefused { current { ...DocumentFields } } } }`, [RecordAnswer, DocumentFields]);
export const TakeBackRecord = graphql(`mutation TakeBackRecord($input: TakeBackRecordInput!, $language: Language!) { change: takeBackRecord(input: $input) { ...RecordAnswer } }`, [RecordAnswer]);

export const PlanQuery = graphql(
  `
    query PlanOfYear($unit: ID!, $year: Int!) {
      viewer { ...IdentityFields }
      unit(id: $unit) {
        id
        plan(year: $year) { ...PlanFields }
        plansAbove(year: $year) { ...PlanFields }
        children(first: 500) { nodes { id code name plan(year: $year) { id itemCount doneCount overdueCount } } }
      }
    }
  `,
  [IdentityFields, PlanFields],
);

/** What a unit was ever asked for, to choose from. */
export const TargetChoiceQuery = graphql(
  `
    query TargetChoice($unit: ID!) {
      viewer { ...IdentityFields }
      unit(id: $unit) { id targets { ...TargetName } }
    }
  `,
  [IdentityFields, TargetName],
);

export const MakePlan = graphql(`mutation MakePlan($input: MakePlanInput!, $language: Language!) { change: makePlan(input: $input) { ...RecordAnswer } }`, [RecordAnswer]);
export const ChangePlan = graphql(`mutation ChangePlan($input: ChangePlanInput!, $language: Language!) { change: changePlan(input: $input) { ...RecordAnswer ... on RecordRefused { current { ...PlanFields } } } }`, [RecordAnswer, PlanFields]);
export const AddPlanItem = graphql(`mutation AddPlanItem($input: AddPlanItemInput!, $language: Language!) { change: addPlanItem(input: $input) { ...RecordAnswer } }`, [RecordAnswer]);
export const ChangePlanItem = graphql(`mutation ChangePlanItem($input: ChangePlanItemInput!, $language: Language!) { change: changePlanItem(input: $input) { ...RecordAnswer ... on RecordRefused { current { ...PlanItemFields } } } }`, [RecordAnswer, PlanItemFields]);
export const CheckPlanItem = graphql(`mutation CheckPlanItem($input: CheckPlanItemInput!, $language: Language!) { change: checkPlanItem(input: $input) { ...RecordAnswer ... on RecordRefused { current { ...PlanItemFields } } } }`, [RecordAnswer, PlanItemFields]);
export const UncheckPlanItem = graphql(`mutation UncheckPlanItem($input: UncheckPlanItemInput!, $language: Language!) { change: uncheckPlanItem(input: $input) { ...RecordAnswer ... on RecordRefused { current { ...PlanItemFields } } } }`, [RecordAnswer, PlanItemFields]);

export const ObstaclesQuery = graphql(
  `
    query Obstacles($unit: ID!, $standing: ObstacleStanding!, $first: Int!, $after: String) {
      viewer { ...IdentityFields }
      list: obstacles(unit: $unit, standing: $standing, first: $first, after: $after) {
        totalCount
        nodes { ...ObstacleFields }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  [IdentityFields, ObstacleFields],
);

export const RecordObstacle = graphql(`mutation RecordObstacle($input: RecordObstacleInput!, $language: Language!) { change: recordObstacle(input: $input) { ...RecordAnswer } }`, [RecordAnswer]);
export const ChangeObstacle = graphql(`mutation ChangeObstacle($input: ChangeObstacleInput!, $language: Language!) { change: changeObstacle(input: $input) { ...RecordAnswer ... on RecordRefused { current { ...ObstacleFields } } } }`, [RecordAnswer, ObstacleFields]);
export const ResolveObstacle = graphql(`mutation ResolveObstacle($input: ResolveObstacleInput!, $language: Language!) { change: resolveObstacle(input: $input) { ...RecordAnswer ... on RecordRefused { current { ...ObstacleFields } } } }`, [RecordAnswer, ObstacleFields]);

export const RemindersQuery = graphql(
  `
    query Reminders($unit: ID!, $standing: ReminderStanding!, $first: Int!, $after: String) {
      viewer { ...IdentityFields }
      list: reminders(unit: $unit, standing: $standing, first: $first, after: $after) {
        totalCount
        nodes { ...ReminderFields }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  [IdentityFields, ReminderFields],
);

export const SendReminder = graphql(`mutation SendReminder($input: SendReminderInput!, $language: Language!) { change: sendReminder(input: $input) { ...RecordAnswer } }`, [RecordAnswer]);
export const AnswerReminder = graphql(`mutation AnswerReminder($input: AnswerReminderInput!, $language: Language!) { change: answerReminder(input: $input) { ...RecordAnswer ... on RecordRefused { current { ...ReminderFields } } } }`, [RecordAnswer, ReminderFields]);

export const InspectionsQuery = graphql(
  `
    query Inspections($unit: ID!, $first: Int!, $after: String) {
      viewer { ...IdentityFields }
      list: inspections(unit: $unit, first: $first, after: $after) {
        totalCount
        nodes { ...InspectionFields }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  [IdentityFields, InspectionFields],
);

export const InspectionAgesQuery = graphql(
  `
    query InspectionAges($unit: ID!, $first: Int!, $after: String) {
      viewer { ...IdentityFields }
      inspectionAges(unit: $unit, first: $first, after: $after) {
        totalCount
        nodes { lastOn daysSince inspections unit { id code name } }
        pageInfo { hasNextPage endCursor }
      }
    }
  `,
  [IdentityFields],
);

export const RecordInspection = graphql(`mutation RecordInspection($input: RecordInspectionInput!, $language: Language!) { change: recordInspection(input: $input) { ...RecordAnswer } }`, [RecordAnswer]);

export const FollowUpQuery = graphql(
  `
    query FollowUp($unit: ID!) {
      viewer { ...IdentityFields }
      followUp(unit: $unit) { ...FollowUpFields }
    }
  `,
  [IdentityFields, FollowUpFields],
);

/** What the page of a unit says of its plan and of what is followed up. */
export const UnitCardQuery = graphql(
  `
    query UnitRecords($unit: ID!, $year: Int!) {
      viewer { ...IdentityFields }
      unit(id: $unit) { id plan(year: $year) { id itemCount doneCount overdueCount } }
      followUp(unit: $unit) { ...FollowUpFields }
    }
  `,
  [IdentityFields, FollowUpFields],
);
