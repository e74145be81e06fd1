import { closeTargetsOfEndedUnits } from './application/follow-endings.ts';

closeTargetsOfEndedUnits();

export { loadDocument, type DocumentValue } from './graphql/document-values.ts';
export { DocumentType } from './graphql/document-types.ts';
export { DocumentMutations, DocumentQueries, DocumentResolver } from './graphql/document-resolver.ts';
export { AllocationChangeResolver, TargetMutations, TargetRefusedLineResolver, TargetRefusedResolver } from './graphql/target-mutations.ts';
export { AllocationResolver, TargetAllocationResolver, WorksheetRowResolver } from './graphql/allocation-resolver.ts';
export { askTargetsAhead, ChildTargetsResolver, FigureTargetResolver } from './graphql/figure-target-resolver.ts';
export { TargetResolver, TargetVersionResolver, UnitTargetsResolver } from './graphql/target-resolver.ts';
export { GuidelineResolver, TargetProgressResolver } from './graphql/projection-resolver.ts';
export { WatchResolver, WatchRowResolver } from './graphql/watch-resolver.ts';
export { SupervisionMutations, SupervisionQueries, SupervisionResolver, UnitSupervisionsResolver, ViewerSupervisionsResolver } from './graphql/supervision-resolver.ts';
export { SupervisedUnitResolver, ViewerSupervisedUnitsResolver } from './graphql/supervised-units.ts';
export { FollowUpQueries } from './graphql/follow-up-queries.ts';
export { FollowUpMutations, InspectionAgeResolver, InspectionResolver, ObstacleResolver, ReminderResolver } from './graphql/follow-up-resolver.ts';
export { LocalityMutations, LocalityResolver, UnitLocalitiesResolver } from './graphql/locality-resolver.ts';
export { PlanItemResolver, PlanMutations, PlanResolver, UnitPlansResolver } from './graphql/plan-resolver.ts';
export { RecordMutations, RecordResolver } from './graphql/record-resolver.ts';
