import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { BreakdownKind, Dimension, Measure, RateBase, RollupView, Standing } from '@banyan/schema/enums';
import type { Day } from '../../../kernel/day.ts';
import { BreakdownKindEnum, DimensionEnum, MeasureEnum, PeriodTypeEnum, RateBaseEnum, RollupViewEnum, StandingEnum } from '../../../platform/graphql-enums.ts';
import { DateScalar, DateTimeScalar, PeriodScalar } from '../../../platform/graphql-scalars.ts';
import { PageInfoType } from '../../organisation/index.ts';

@ObjectType('ResolvedPeriod', { simpleResolvers: true, description: 'A period bound to days.' })
export class ResolvedPeriodType {
  @Field(() => PeriodScalar, { description: 'The period as it was asked.' }) text!: string;
  @Field(() => DateScalar, { description: 'First day.' }) from!: Day;
  @Field(() => DateScalar, { description: 'Last day that counts: the end of the period or `asOf`, whichever is earlier.' }) to!: Day;
  @Field(() => Boolean, { description: 'Whether the period had ended by `asOf`.' }) complete!: boolean;
}

@ObjectType('Slice', { simpleResolvers: true, description: 'One part of a breakdown.' })
export class SliceType {
  @Field(() => String, { description: 'Key of the slice; UNKNOWN is one of them.' }) key!: string;
  @Field(() => Int, { nullable: true, description: 'Number in the slice; null where it is hidden.' }) value!: number | null;
  @Field(
    () => Float,
    { nullable: true, description: 'Per cent of the breakdown\'s base, half-up to one decimal; null where hidden or where the base is 0.' },
  ) share!: number | null;
  @Field(() => Boolean, { description: 'Whether the value is hidden because it, or what it would give away, is small.' }) hidden!: boolean;
}

@ObjectType('Breakdown', { description: 'A figure by the keys of one dimension.' })
export class BreakdownType {
  @Field(() => DimensionEnum, { description: 'The dimension.' }) dimension!: Dimension;
  @Field(() => BreakdownKindEnum, { description: 'Whether the slices add up to the base.' }) kind!: BreakdownKind;
  @Field(() => Int, { nullable: true, description: 'What the shares are per cent of: the figure within the crossed slices.' }) base!: number | null;
  @Field(() => [SliceType], { description: 'The slices, in the order of the closed list.' }) slices!: SliceType[];
}

@ObjectType('Mean', { description: 'A flow divided by the years (or months) that its period touches; the last one may be incomplete.' })
export class MeanType {
  @Field(() => Float, { nullable: true, description: 'Value over divisor, half-up to one decimal; null where hidden.' }) value!: number | null;
  @Field(() => Int, { description: 'How many years or months the period touches.' }) divisor!: number;
  @Field(() => PeriodTypeEnum, { description: 'What the divisor counts.' }) unit!: 'YEAR' | 'MONTH';
  @Field(() => Boolean, { description: 'Whether the last of them is whole.' }) lastComplete!: boolean;
}

@ObjectType('Ratio', { description: 'Admissions per cent of a stock of members.' })
export class RatioType {
  @Field(() => Float, { nullable: true, description: 'Per cent, half-up to one decimal; null where the base is 0.' }) percent!: number | null;
  @Field(() => Int, { nullable: true, description: 'Admissions of the period.' }) numerator!: number | null;
  @Field(() => Int, { nullable: true, description: 'Members that it is divided by; an average is rounded half-up.' }) denominator!: number | null;
  @Field(() => RateBaseEnum, { description: 'Which stock the denominator is.' }) base!: RateBase;
  @Field(() => Boolean, { description: 'Whether it is hidden.' }) hidden!: boolean;
}

@ObjectType('TrendPoint', { simpleResolvers: true, description: 'A figure in one step of its period.' })
export class TrendPointType {
  @Field(() => ResolvedPeriodType, { description: 'The step.' }) period!: ResolvedPeriodType;
  @Field(() => Int, { nullable: true, description: 'The flow of the step, or the stock at its end; null where it is hidden.' }) value!: number | null;
  @Field(() => Boolean, { description: 'Whether it is hidden.' }) hidden!: boolean;
}

@ObjectType('Entry', { description: 'A row of the ledger: a signed, dated fact.' })
export class EntryType {
  @Field(() => ID, { description: 'Opaque id.' }) id!: string;
  @Field(() => DateScalar, { description: 'When it was true.' }) occurredOn!: Day;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' }) recordedAt!: Date;
  @Field(() => MeasureEnum, { description: 'What it counts for.' }) measure!: Measure;
  @Field(() => Int, { description: '1 or −1.' }) delta!: number;
}

@ObjectType('EvidenceItem', { description: 'One subject behind a figure: a person, or a unit.' })
export class EvidenceItemType {
  @Field(() => ID, { description: 'Opaque id of the subject under this figure.' }) id!: string;
  @Field(() => Int, { description: 'What the subject adds to the figure.' }) delta!: number;
}

@ObjectType('EvidenceEdge', { description: 'A subject in a list of evidence.' })
export class EvidenceEdgeType {
  @Field(() => EvidenceItemType, { description: 'The subject.' }) node!: EvidenceItemType;
  @Field(() => String, { description: 'Cursor of this row.' }) cursor!: string;
}

@ObjectType('EvidenceConnection', { description: 'The subjects whose entries under a figure do not cancel, latest first.' })
export class EvidenceConnectionType {
  @Field(() => [EvidenceEdgeType], { description: 'The rows with their cursors.' }) edges!: EvidenceEdgeType[];
  @Field(() => [EvidenceItemType], { description: 'The rows.' }) nodes!: EvidenceItemType[];
  @Field(() => PageInfoType, { description: 'Where the page stands.' }) pageInfo!: PageInfoType;
  @Field(() => Int, { description: 'Exact number of subjects.' }) totalCount!: number;
  @Field(() => Int, { description: 'Sum of their deltas: the figure.' }) sum!: number;
  @Field(() => Int, { description: 'Subjects of the whole list that are counted and not shown: outside the reader\'s rights.' }) withheld!: number;
}

@ObjectType('FigureLastYear', { description: 'A figure beside the same period of the year before (cùng kỳ).' })
export class FigureLastYearType {
  @Field(() => ResolvedPeriodType, { description: 'The period that it is compared with; up to the same day where the figure\'s own is not over.' }) period!: ResolvedPeriodType;
  @Field(() => Int, { nullable: true, description: 'The figure of that period; null where it is hidden.' }) value!: number | null;
  @Field(() => Int, { nullable: true, description: 'The figure less the one of that period; null where either is hidden.' }) difference!: number | null;
  @Field(() => Float, { nullable: true, description: 'The figure per cent of the one of that period, half-up to one decimal; null where hidden or where that is 0.' }) percent!: number | null;
  @Field(() => StandingEnum, { nullable: true, description: 'How the figure stands against it; null where either is hidden.' }) standing!: Standing | null;
}

@ObjectType('StandingCount', { simpleResolvers: true, description: 'Direct children of one standing.' })
export class StandingCountType {
  @Field(() => StandingEnum, { description: 'The standing.' }) standing!: Standing;
  @Field(() => Int, { description: 'How many.' }) count!: number;
}

@ObjectType('Figure', { simpleResolvers: true, description: 'A number with what explains it.' })
export class FigureType {
  @Field(() => MeasureEnum, { description: 'What is counted.' }) measure!: Measure;
  @Field(() => Int, {
    nullable: true,
    description: 'The number: of the period for a flow, at its end for a stock. Null only where a small count is hidden from the role.',
  }) value!: number | null;
  @Field(() => Boolean, { description: 'Whether the value is hidden from the role because it, or what it would give away, is small.' }) hidden!: boolean;
}

@ObjectType('Rollup', { simpleResolvers: true, description: 'The figures of a unit\'s subtree for a period.' })
export class RollupType {
  @Field(() => ResolvedPeriodType, { description: 'The period, bound to days.' }) period!: ResolvedPeriodType;
  @Field(() => RollupViewEnum, { description: 'Which tree the figures follow.' }) view!: RollupView;
  @Field(() => DateScalar, { description: 'Facts up to this day count.' }) asOf!: Day;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only what was recorded by then counts; null counts all.' }) knownAt!: Date | null;
  @Field(() => FigureType, { description: 'Members at the end of the period: probationary and official.' }) members!: FigureType;
  @Field(() => FigureType, { description: 'Probationary members at the end of the period.' }) probationaryMembers!: FigureType;
  @Field(() => FigureType, { description: 'Official members at the end of the period.' }) officialMembers!: FigureType;
  @Field(() => FigureType, { description: 'Admissions, by the date of the ceremony.' }) admitted!: FigureType;
  @Field(() => FigureType, { description: 'Recognitions as official member, by the official date: the ceremony plus 12 months.' }) recognised!: FigureType;
  @Field(() => FigureType, { description: 'Members that moved in across the unit\'s border.' }) transferredIn!: FigureType;
  @Field(() => FigureType, { description: 'Members that moved out across the unit\'s border.' }) transferredOut!: FigureType;
  @Field(() => FigureType, { description: 'Removals from the list (xóa tên).' }) removed!: FigureType;
  @Field(() => FigureType, { description: 'Expulsions (khai trừ).' }) expelled!: FigureType;
  @Field(() => FigureType, { description: 'Members that left by request.' }) left!: FigureType;
  @Field(() => FigureType, { description: 'Deaths.' }) deceased!: FigureType;
  @Field(() => FigureType, { description: 'Increase by reorganisation across the unit\'s border.' }) reorganisedIn!: FigureType;
  @Field(() => FigureType, { description: 'Decrease by reorganisation across the unit\'s border.' }) reorganisedOut!: FigureType;
  @Field(() => FigureType, { description: 'Units of the subtree at the end of the period, the unit itself included.' }) units!: FigureType;
  @Field(() => FigureType, { description: 'Units founded.' }) unitsFounded!: FigureType;
  @Field(() => FigureType, { description: 'Units closed.' }) unitsClosed!: FigureType;
  @Field(() => FigureType, { description: 'Grassroots organisations at the end of the period.' }) grassrootsOrganisations!: FigureType;
  @Field(() => FigureType, { description: 'Units that hold members at the end of the period.' }) cells!: FigureType;
}

@InputType('SliceInput', { description: 'A slice to cross a figure with.' })
export class SliceInput {
  @Field(() => DimensionEnum, { description: 'The dimension.' }) dimension!: Dimension;
  @Field(() => String, { description: 'One of its keys.' }) key!: string;
}

