export { EntryResolver, EvidenceItemResolver, type EvidenceValue } from './graphql/evidence-resolver.ts';
export { FigureResolver, SliceResolver } from './graphql/figure-resolver.ts';
export { RatioResolver, ResolvedPeriodResolver, RollupResolver, UnitRollupResolver } from './graphql/rollup-resolver.ts';
export { EvidenceItemType } from './graphql/rollup-types.ts';
