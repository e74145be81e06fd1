import { isObjectType, type GraphQLFieldMap, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AccessMutations, RefusalResolver, ViewerResolver } from './contexts/access/index.ts';
import {
  ChildStandingsResolver,
  EntryResolver,
  EvidenceItemResolver,
  FigureLastYearResolver,
  FigureResolver,
  LastYearSentenceResolver,
  RatioResolver,
  ResolvedPeriodResolver,
  RollupResolver,
  SliceResolver,
  UnitRollupResolver,
  resolveRollup,
} from './contexts/ledger/index.ts';
import { GrantUnitResolver, resolveUnitName, UnitCountsResolver, UnitKindResolver, UnitResolver, ViewerUnitResolver, type UnitValue } from './contexts/organisation/index.ts';
import {
  CandidacyMutations,
  CandidacyQueries,
  CandidacyRefusedResolver,
  CandidacyResolver,
  EvidenceSubjectResolver,
  HolidayMutations,
  HolidayResolver,
  HolidayYearResolver,
  PersonRefusedResolver,
  PersonResolver,
  PersonTimelineResolver,
  PersonTransfersResolver,
  PersonalMutations,
  PersonalResolver,
  PowerMutations,
  PowerRefusedResolver,
  RuleRefusedResolver,
  RulesQueries,
  SensitiveMutations,
  PaperResolver,
  StepOptionResolver,
  TodoResolver,
  UnitRightsResolver,
  TransferMutations,
  TransferQueries,
  TransferRefusedResolver,
  TransferResolver,
  UnitAuthorityResolver,
  UnitPowersResolver,
  UnlockCounts,
} from './contexts/people/index.ts';
import {
  AllocationChangeResolver,
  AllocationResolver,
  ChildTargetsResolver,
  DocumentMutations,
  DocumentQueries,
  DocumentResolver,
  FigureTargetResolver,
  FollowUpMutations,
  FollowUpQueries,
  GuidelineResolver,
  InspectionAgeResolver,
  InspectionResolver,
  LocalityMutations,
  LocalityResolver,
  ObstacleResolver,
  PlanItemResolver,
  PlanMutations,
  PlanResolver,
  RecordMutations,
  RecordResolver,
  ReminderResolver,
  SupervisedUnitResolver,
  SupervisionMutations,
  SupervisionQueries,
  SupervisionResolver,
  TargetAllocationResolver,
  TargetMutations,
  TargetProgressResolver,
  TargetRefusedLineResolver,
  TargetRefusedResolver,
  TargetResolver,
  TargetVersionResolver,
  UnitLocalitiesResolver,
  UnitPlansResolver,
  UnitSupervisionsResolver,
  UnitTargetsResolver,
  ViewerSupervisedUnitsResolver,
  ViewerSupervisionsResolver,
  WatchResolver,
  WatchRowResolver,
  WorksheetRowResolver,
  askTargetsAhead,
} from './contexts/targets/index.ts';
import { guardSchema } from './guard-schema.ts';
import type { RequestContext } from './platform/request-context.ts';

/** The root types are made of many resolvers, so none of those describes them. */
function describeRoots(schema: GraphQLSchema): GraphQLSchema {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query) query.description = 'What can be read. All of one operation is read in one snapshot.';
  if (mutation) mutation.description = 'What can be changed. Each field is a transaction of its own and answers with a success or a refusal.';
  return schema;
}

/**
 * Fields that a page asks of hundreds of units. Their functions are called directly: type-graphql waits for each argument of a call in
 * turn, though nothing of ours validates there, which costs more than what these fields do.
 */
const direct: Readonly<Record<string, Readonly<Record<string, NonNullable<GraphQLFieldMap<UnitValue, RequestContext>[string]['resolve']>>>>> = {
  Unit: { name: resolveUnitName, rollup: (unit, args, context, info) => resolveRollup(unit, args, context, info, askTargetsAhead) },
};

function resolveDirectly(schema: GraphQLSchema): GraphQLSchema {
  for (const [typeName, resolvers] of Object.entries(direct)) {
    const type = schema.getType(typeName);
    for (const [name, resolve] of Object.entries(resolvers)) {
      const field = isObjectType(type) ? type.getFields()[name] : undefined;
      if (!field) throw new Error(`There is no ${typeName}.${name} to resolve.`);
      field.resolve = resolve;
    }
  }
  return schema;
}

/** Whatever answers for a type or a root field, in alphabetical order. */
const resolvers = [
  AccessMutations,
  AllocationChangeResolver,
  AllocationResolver,
  CandidacyMutations,
  CandidacyQueries,
  CandidacyRefusedResolver,
  CandidacyResolver,
  ChildStandingsResolver,
  ChildTargetsResolver,
  DocumentMutations,
  DocumentQueries,
  DocumentResolver,
  EntryResolver,
  EvidenceItemResolver,
  EvidenceSubjectResolver,
  FigureLastYearResolver,
  FigureResolver,
  FigureTargetResolver,
  FollowUpMutations,
  FollowUpQueries,
  GrantUnitResolver,
  GuidelineResolver,
  HolidayMutations,
  HolidayResolver,
  HolidayYearResolver,
  InspectionAgeResolver,
  InspectionResolver,
  LastYearSentenceResolver,
  LocalityMutations,
  LocalityResolver,
  ObstacleResolver,
  PersonRefusedResolver,
  PersonResolver,
  PersonTimelineResolver,
  PersonTransfersResolver,
  PersonalMutations,
  PersonalResolver,
  PlanItemResolver,
  PlanMutations,
  PlanResolver,
  PowerMutations,
  PowerRefusedResolver,
  RatioResolver,
  RecordMutations,
  RecordResolver,
  RefusalResolver,
  ReminderResolver,
  ResolvedPeriodResolver,
  RollupResolver,
  RuleRefusedResolver,
  RulesQueries,
  SensitiveMutations,
  SliceResolver,
  PaperResolver,
  StepOptionResolver,
  SupervisedUnitResolver,
  SupervisionMutations,
  SupervisionQueries,
  SupervisionResolver,
  TargetAllocationResolver,
  TargetMutations,
  TargetProgressResolver,
  TargetRefusedLineResolver,
  TargetRefusedResolver,
  TargetResolver,
  TargetVersionResolver,
  TodoResolver,
  UnitRightsResolver,
  TransferMutations,
  TransferQueries,
  TransferRefusedResolver,
  TransferResolver,
  UnitAuthorityResolver,
  UnitCountsResolver,
  UnitKindResolver,
  UnitLocalitiesResolver,
  UnitPlansResolver,
  UnitPowersResolver,
  UnitResolver,
  UnitRollupResolver,
  UnitSupervisionsResolver,
  UnitTargetsResolver,
  UnlockCounts,
  ViewerResolver,
  ViewerSupervisedUnitsResolver,
  ViewerSupervisionsResolver,
  ViewerUnitResolver,
  WatchResolver,
  WatchRowResolver,
  WorksheetRowResolver,
] as const;

let built: GraphQLSchema | undefined;

/** The schema, each field guarded by the action that the policy gives it. Made once for a process: what a server has of its own comes with the request. */
export function buildSchema(): GraphQLSchema {
  built ??= guardSchema(resolveDirectly(describeRoots(buildSchemaSync({ resolvers, validate: false }))));
  return built;
}
