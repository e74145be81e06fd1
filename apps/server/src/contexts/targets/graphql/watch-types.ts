import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { TargetBase } from '@banyan/schema/targets';
import { usualWatch, type PlaceGap, type WatchedTier, type WatchList } from '@banyan/schema/watch';
import type { Day } from '../../../kernel/day.ts';
import { DateScalar, PeriodScalar } from '../../../platform/graphql-scalars.ts';
import { TargetBaseEnum } from '../../../platform/target-enums.ts';
import { PlaceGapEnum, WatchedTierEnum, WatchListEnum } from '../../../platform/watch-enums.ts';
import { PageInfoType } from '../../organisation/index.ts';

@ObjectType('WatchCount', { simpleResolvers: true, description: 'How long a watch list is, and out of how many.' })
export class WatchCountType {
  @Field(() => WatchListEnum, { description: 'Which list.' }) list!: WatchList;
  @Field(() => Int, { description: 'Its rows.' }) count!: number;
  @Field(() => Int, { description: 'Of how many: units that had sources, all units, units with a target or with members, usable certificates, all places.' }) base!: number;
  @Field(() => Float, { nullable: true, description: 'The others in per cent of them all, half-up to one decimal; null where there are none.' }) othersPercent!: number | null;
}

@ObjectType('WatchRow', { description: 'A unit on a watch list, or a person or a place in it, and what is told of it.' })
export class WatchRowType {
  @Field(() => DateScalar, { nullable: true, description: 'The oldest certificate, the last admission or else the foundation, the last day of a certificate, or since when there is the place.' }) since!: Day | null;
  @Field(() => Int, { nullable: true, description: 'People with a certificate, what is missing to the pace, or admissions; of a unit that never admitted anybody 0.' }) count!: number | null;
  @Field(() => Float, { nullable: true, description: 'Admissions in per cent of the base, or the result in per cent of the target, where the list is about it.' }) percent!: number | null;
  @Field(() => String, { nullable: true, description: 'Name of the hamlet or the quarter.' }) name!: string | null;
}

@ObjectType('WatchRowEdge', { description: 'A row with its cursor.' })
export class WatchRowEdgeType {
  @Field(() => String, { description: 'Where the row stands.' }) cursor!: string;
  @Field(() => WatchRowType, { description: 'The row.' }) node!: WatchRowType;
}

@ObjectType('WatchRowConnection', { description: 'A page of a watch list, the most urgent first.' })
export class WatchRowConnectionType {
  @Field(() => [WatchRowEdgeType], { description: 'The rows with their cursors.' }) edges!: WatchRowEdgeType[];
  @Field(() => [WatchRowType], { description: 'The rows.' }) nodes!: WatchRowType[];
  @Field(() => PageInfoType, { description: 'Where the page stands.' }) pageInfo!: PageInfoType;
  @Field(() => Int, { description: 'Exact number of rows of the whole list.' }) totalCount!: number;
}

@InputType('WatchParameters', { description: 'By what watch lists are made; each list uses some of it.' })
export class WatchParametersInput {
  @Field(() => WatchedTierEnum, { defaultValue: usualWatch.tier, description: 'Of which units: with sources but no admission, without an admission for years, without a source.' }) tier!: WatchedTier;
  @Field(() => PeriodScalar, { nullable: true, description: 'Within which nobody was admitted, and whose targets are behind; this year where absent. Rates below the guideline are those of the last whole year where absent.' }) period?: string | null;
  @Field(() => Int, { defaultValue: usualWatch.years, description: 'For how many years nobody was admitted: 1, 2, 3 or 5.' }) years!: number;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether instead nobody was admitted since the term in force began.' }) sinceTerm!: boolean;
  @Field(() => Int, { defaultValue: usualWatch.tolerance, description: 'How far below linear pace is still on pace, in per cent of what is expected, 0 to 100.' }) tolerance!: number;
  @Field(() => Float, { defaultValue: usualWatch.percent, description: 'The guideline: admissions of a year in per cent of the base, 0 to 100 with two decimals.' }) percent!: number;
  @Field(() => TargetBaseEnum, { defaultValue: usualWatch.base, description: 'What the guideline is taken of; not a fixed number.' }) base!: TargetBase;
  @Field(() => Int, { defaultValue: usualWatch.months, description: 'Within how many months a certificate expires, 1 to 60.' }) months!: number;
  @Field(() => PlaceGapEnum, { defaultValue: usualWatch.places, description: 'What a place lacks.' }) places!: PlaceGap;
}

@ArgsType()
export class WatchArgs {
  @Field(() => ID, { nullable: true, description: 'The unit in whose subtree; that of the acting grant where absent.' }) unit?: string | null;
  @Field(() => WatchParametersInput, { nullable: true, description: 'By what.' }) parameters?: WatchParametersInput | null;
}

@ArgsType()
export class WatchListArgs extends WatchArgs {
  @Field(() => WatchListEnum, { description: 'Which list.' }) list!: WatchList;
  @Field(() => Int, { description: 'Size of the page, 1 to 100.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'Start after the row of this cursor.' }) after?: string | null;
}
