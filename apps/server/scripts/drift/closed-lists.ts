import { isEnumType } from 'graphql';
import * as enums from '@banyan/schema/enums';
import * as lifecycle from '@banyan/schema/lifecycle';
import * as records from '@banyan/schema/records';
import { powers, ruleRefusalCodes } from '@banyan/schema/rules';
import * as personal from '@banyan/schema/personal';
import * as supervision from '@banyan/schema/supervision';
import * as targets from '@banyan/schema/targets';
import * as watch from '@banyan/schema/watch';
import { buildSchema } from '../../src/schema.ts';
import { compareLists, listed, type Check } from './check.ts';
import type { MigratedDatabase } from './database.ts';

const { sliceKeys, unknownKey } = enums;

/** A unit without areas holds none of them. */
const areas = sliceKeys.AREA.filter((key) => key !== unknownKey);

/** The list behind each check constraint that closes one. The name of every such constraint ends in "_known". */
const listOfConstraint: Readonly<Record<string, readonly string[]>> = {
  access_grant_role_known: enums.roles,
  allocation_draft_sum_rule_known: targets.sumRules,
  allocation_origin_known: targets.allocationOrigins,
  allocation_sum_rule_known: targets.sumRules,
  audit_event_result_known: ['DONE', 'REFUSED'],
  candidacy_due_counted_in_known: lifecycle.deadlineUnits,
  candidacy_due_kind_known: lifecycle.candidacyDeadlineKinds,
  candidacy_removal_ground_known: lifecycle.removalGrounds,
  candidacy_state_known: lifecycle.candidacyStates,
  candidacy_step_removal_ground_known: lifecycle.removalGrounds,
  candidacy_step_step_known: lifecycle.steps,
  candidacy_step_warnings_known: lifecycle.stepWarnings,
  counter_grain_known: ['MONTH', 'YEAR'],
  document_kind_known: records.documentKinds,
  entry_age_band_known: sliceKeys.AGE_BAND,
  entry_education_known: sliceKeys.EDUCATION,
  entry_enterprise_relation_known: sliceKeys.ENTERPRISE_RELATION,
  entry_gender_known: sliceKeys.GENDER,
  // Members are the sum of two measures and have no entries of their own.
  entry_measure_known: enums.measures.filter((measure) => measure !== 'MEMBERS'),
  entry_occupation_known: sliceKeys.OCCUPATION,
  entry_sensitive_ethnic_minority_known: sliceKeys.ETHNIC_MINORITY,
  entry_sensitive_religion_known: sliceKeys.RELIGION,
  entry_subject_kind_known: enums.measureSubjects,
  entry_youth_union_known: sliceKeys.YOUTH_UNION,
  mark_kind_known: personal.markKinds,
  file_limit_measure_known: lifecycle.fileMeasures,
  name_word_subject_known: ['PERSON', 'CANDIDACY'],
  word_tally_subject_known: ['PERSON', 'CANDIDACY'],
  paper_conclusion_known: lifecycle.paperConclusions,
  paper_file_media_type_known: lifecycle.fileMediaTypes,
  paper_kind_known: lifecycle.paperKinds,
  participant_kind_known: lifecycle.participantKinds,
  participant_organisation_known: lifecycle.massOrganisations,
  participant_together_known: lifecycle.togetherBases,
  person_gender_known: sliceKeys.GENDER,
  person_state_known: enums.memberStates,
  person_youth_union_known: sliceKeys.YOUTH_UNION,
  sensitive_unlock_reason_known: lifecycle.unlockReasons,
  supervision_end_cause_known: supervision.supervisionEndCauses,
  supervision_role_kind_known: supervision.supervisionKinds,
  tally_subject_known: ['PERSON', 'CANDIDACY'],
  target_dimension_known: enums.dimensions,
  target_indicator_known: targets.indicators,
  target_version_base_known: targets.targetBases,
  target_version_kind_known: targets.targetKinds,
  tier_label_tier_known: enums.tiers,
  transfer_kind_known: lifecycle.transferKinds,
  transfer_state_known: lifecycle.transferStates,
  unit_kind_powers_known: powers,
  unit_kind_tier_known: enums.tiers,
  unit_power_power_known: powers,
  unit_profile_areas_known: areas,
  unit_profile_unit_type_known: sliceKeys.UNIT_TYPE,
};

/** The list behind each enum of the API. */
const listOfEnum: Readonly<Record<string, readonly string[]>> = {
  ActingBody: lifecycle.actingBodies,
  AllocationOrigin: targets.allocationOrigins,
  Attainment: targets.attainments,
  BreakdownKind: enums.breakdownKinds,
  CandidacyOrder: lifecycle.candidacyOrders,
  CandidacyRefusalCode: lifecycle.candidacyRefusalCodes,
  FileRefusalCode: lifecycle.fileRefusalCodes,
  CandidacyState: lifecycle.candidacyStates,
  CorrectedField: personal.correctedFields,
  DeadlineKind: lifecycle.deadlineKinds,
  DeadlineUnit: lifecycle.deadlineUnits,
  DeleteViewRefusalCode: enums.deleteViewRefusalCodes,
  Dimension: enums.dimensions,
  DocumentKind: records.documentKinds,
  DocumentOrder: records.documentOrders,
  DocumentOrigin: records.documentOrigins,
  DocumentWarning: records.documentWarnings,
  NoProjection: targets.noProjections,
  GuidelineStanding: targets.guidelineStandings,
  Indicator: targets.indicators,
  Language: enums.languages,
  MarkKind: personal.markKinds,
  Measure: enums.measures,
  MemberState: enums.memberStates,
  PlaceGap: watch.placeGaps,
  WatchList: watch.watchLists,
  WatchedTier: watch.watchedTiers,
  ObstacleStanding: records.obstacleStandings,
  Pace: targets.paces,
  PaperConclusion: lifecycle.paperConclusions,
  PaperKind: lifecycle.paperKinds,
  PaperState: lifecycle.paperStates,
  ParticipantKind: lifecycle.participantKinds,
  PeriodType: enums.periodTypes,
  PersonOrder: enums.personOrders,
  Power: powers,
  PersonRefusalCode: personal.personRefusalCodes,
  RateBase: enums.rateBases,
  RecordRefusalCode: records.recordRefusalCodes,
  ReadmissionBar: lifecycle.readmissionBars,
  RemovalGround: lifecycle.removalGrounds,
  ReminderStanding: records.reminderStandings,
  Role: enums.roles,
  RollupView: enums.rollupViews,
  RuleRefusalCode: ruleRefusalCodes,
  SaveViewRefusalCode: enums.saveViewRefusalCodes,
  SignInRefusalCode: enums.signInRefusalCodes,
  SplitWay: targets.splitWays,
  Stage: lifecycle.stages,
  Standing: enums.standings,
  Step: lifecycle.steps,
  StepFact: lifecycle.stepFacts,
  StepWarning: lifecycle.stepWarnings,
  SwitchGrantRefusalCode: enums.switchGrantRefusalCodes,
  SupervisionEndCause: supervision.supervisionEndCauses,
  SupervisionKind: supervision.supervisionKinds,
  SupervisionRefusalCode: supervision.supervisionRefusalCodes,
  SupervisionState: supervision.supervisionStates,
  SumRule: targets.sumRules,
  TargetBase: targets.targetBases,
  TargetKind: targets.targetKinds,
  TargetRefusalCode: targets.targetRefusalCodes,
  TargetStanding: targets.targetStandings,
  TargetState: targets.targetStates,
  Tier: enums.tiers,
  TodoGroup: lifecycle.todoGroups,
  TogetherBasis: lifecycle.togetherBases,
  TransferDirection: lifecycle.transferDirections,
  TransferKind: lifecycle.transferKinds,
  TransferOrder: lifecycle.transferOrders,
  TransferReach: lifecycle.transferReaches,
  TransferRefusalCode: lifecycle.transferRefusalCodes,
  TransferStanding: lifecycle.transferStandings,
  TransferState: lifecycle.transferStates,
  UnlockReason: lifecycle.unlockReasons,
  UnitOrder: enums.unitOrders,
};

function compareAll(
  found: ReadonlyMap<string, readonly string[]>,
  expected: Readonly<Record<string, readonly string[]>>,
  where: string,
): string[] {
  const names = new Set([...found.keys(), ...Object.keys(expected)]);
  return [...names].flatMap((name) => {
    const [actual, list] = [found.get(name), expected[name]];
    if (!actual) return [`${name} is expected and not in ${where}`];
    if (!list) return [`${name} of ${where} belongs to no list: add it to scripts/drift/closed-lists.ts`];
    return compareLists(name, { of: where, values: actual }, { of: 'packages/schema', values: list });
  });
}

/** The closed lists of the database's check constraints are those of packages/schema. */
export function closedListCheck(database: MigratedDatabase): Check {
  return {
    name: 'check constraints hold the lists of packages/schema',
    async run() {
      const { rows } = await database.client.query<{ name: string; definition: string }>(
        `select conname as name, pg_catalog.pg_get_constraintdef(oid) as definition from pg_catalog.pg_constraint
         where contype = 'c' and conname ~ '_known$'`,
      );
      const found = new Map(rows.map(({ name, definition }) => [name, [...definition.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '')]));
      return listed(compareAll(found, listOfConstraint, 'the database'));
    },
  };
}

/** The enums of the API are those of packages/schema. */
export function graphqlEnumCheck(): Check {
  return {
    name: 'enums of the API hold the lists of packages/schema',
    async run() {
      const found = Object.values(buildSchema().getTypeMap())
        .filter(isEnumType)
        .filter((type) => !type.name.startsWith('__'))
        .map((type): [string, string[]] => [type.name, type.getValues().map((value) => value.name)]);
      return await Promise.resolve(listed(compareAll(new Map(found), listOfEnum, 'the API')));
    },
  };
}
