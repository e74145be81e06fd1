export { EntryResolver, EvidenceItemResolver, type EvidenceValue } from './graphql/evidence-resolver.ts';
export { FigureResolver, SliceResolver } from './graphql/figure-resolver.ts';
export { RatioResolver, ResolvedPeriodResolver, RollupResolver, UnitRollupResolver } from './graphql/rollup-resolver.ts';
export { EvidenceItemType } from './graphql/rollup-types.ts';
export { postFacts, type PostedFact } from './application/post-facts.ts';
export { closeUnit, foundUnit, mergeUnits, moveUnit, renameUnit, type TreeChange, type TreeRefusal } from './application/reorganise.ts';
export { reclassifyPerson, reclassifyUnit } from './application/reclassify.ts';
export { reverseEvent } from './application/reverse-event.ts';
export { factKinds, type Fact, type FactKind, type FactRefusal, type PersonSlices } from './domain/fact.ts';
