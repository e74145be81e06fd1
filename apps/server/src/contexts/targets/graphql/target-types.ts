import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { Dimension, RateBase } from '@banyan/schema/enums';
import type { Attainment, GuidelineStanding, Indicator, Pace, TargetBase, TargetKind, TargetRefusalCode, TargetStanding, TargetState } from '@banyan/schema/targets';
import type { Day } from '../../../kernel/day.ts';
import { DimensionEnum, RateBaseEnum } from '../../../platform/graphql-enums.ts';
import { DateScalar, DateTimeScalar, PeriodScalar } from '../../../platform/graphql-scalars.ts';
import { AttainmentEnum, GuidelineStandingEnum, IndicatorEnum, PaceEnum, TargetBaseEnum, TargetKindEnum, TargetRefusalCodeEnum, TargetStandingEnum, TargetStateEnum } from '../../../platform/target-enums.ts';

@ObjectType('TargetSlice', { description: 'The group that a target is limited to.' })
export class TargetSliceType {
  @Field(() => DimensionEnum, { description: 'The dimension.' }) dimension!: Dimension;
  @Field(() => String, { description: 'Key of the dimension.' }) key!: string;
}

@ObjectType('TargetVersion', { description: 'How much a target asked for from a day on. Each adjustment is a further version; none is changed.' })
export class TargetVersionType {
  @Field(() => Int, { description: 'Its number, 1 for the first.' }) number!: number;
  @Field(() => TargetKindEnum, { description: 'How it is put.' }) kind!: TargetKind;
  @Field(() => Float, { description: 'The number, the low bound, or the per cent.' }) low!: number;
  @Field(() => Float, { nullable: true, description: 'The high bound, the same as the low one for one number; null where there is none.' }) high!: number | null;
  @Field(() => TargetBaseEnum, { nullable: true, description: 'What a rate is taken of; null for numbers.' }) base!: TargetBase | null;
  @Field(() => Int, { nullable: true, description: 'Members that a fixed rate is taken of, and by which any rate weighs in the allocation that gave it.' }) baseNumber!: number | null;
  @Field(() => String, { nullable: true, description: 'Number of the document that it rests on.' }) documentNumber!: string | null;
  @Field(() => DateScalar, { description: 'Day of issue.' }) issuedOn!: Day;
  @Field(() => String, { nullable: true, description: 'Why it was adjusted; null for the first.' }) reason!: string | null;
  @Field(() => String, { nullable: true, description: 'A note on it.' }) note!: string | null;
  @Field(() => String, { description: 'Who recorded it.' }) recordedBy!: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' }) recordedAt!: Date;
}

@ObjectType('Target', { description: 'What a unit is asked for in a period.' })
export class TargetType extends TargetVersionType {
  @Field(() => ID, { description: 'Opaque id.' }) id!: string;
  @Field(() => IndicatorEnum, { description: 'What it counts.' }) indicator!: Indicator;
  @Field(() => TargetSliceType, { nullable: true, description: 'The group that it is limited to; null for all.' }) slice!: TargetSliceType | null;
  @Field(() => PeriodScalar, { description: 'Its period as it was written.' }) period!: string;
  @Field(() => DateScalar, { description: 'First day of the period.' }) startsOn!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Last day of the period; null for a term without an end.' }) endsOn!: Day | null;
  @Field(() => TargetStateEnum, { description: 'Where it stands.' }) state!: TargetState;
  @Field(() => DateScalar, { nullable: true, description: 'The day from which its unit was no more; null while it is.' }) closedOn!: Day | null;
  @Field(() => Boolean, { description: 'Whether it is a part of a target of the unit that gave it.' }) isPart!: boolean;
}

@ObjectType('TargetsBelow', { simpleResolvers: true, description: 'The targets of the units directly below for the same, whoever gave them.' })
export class TargetsBelowType {
  @Field(() => Int, { description: 'How many of the units have one.' }) units!: number;
  @Field(() => Float, { description: 'The sum of their low bounds.' }) low!: number;
  @Field(() => Float, { description: 'The sum of their high bounds; a target without one counts its low bound.' }) high!: number;
  @Field(() => Float, { description: 'That sum of low bounds less the own low bound: above 0 they carry more.' }) difference!: number;
  @Field(() => Float, { nullable: true, description: 'The result in per cent of that sum, half-up to one decimal, beside that of the own target; null before the period, of a sum of 0, and where something is to come down.' }) percentOfLow!: number | null;
}

@ObjectType('TargetProgress', { simpleResolvers: true, description: 'A figure beside the target of its unit.' })
export class TargetProgressType {
  @Field(() => TargetKindEnum, { description: 'How it is put.' }) kind!: TargetKind;
  @Field(() => Int, { description: 'The result.' }) actual!: number;
  @Field(() => Int, { nullable: true, description: 'Members that a rate is taken of; null for numbers.' }) base!: number | null;
  @Field(() => Float, { description: 'The low bound as a count: of a rate, per cent of its base.' }) low!: number;
  @Field(() => Float, { nullable: true, description: 'The high bound as a count; null where there is none.' }) high!: number | null;
  @Field(() => Float, { nullable: true, description: 'The result in per cent of the low bound, half-up to one decimal. Null for a target of 0, a rate of nobody, and a number to come down to.' }) percentOfLow!: number | null;
  @Field(() => Float, { nullable: true, description: 'The result in per cent of the high bound; null where there is none.' }) percentOfHigh!: number | null;
  @Field(() => Int, { description: 'What is missing to the low bound; 0 where it is reached.' }) remainingLow!: number;
  @Field(() => Int, { nullable: true, description: 'What is missing to the high bound; null where there is none.' }) remainingHigh!: number | null;
  @Field(() => AttainmentEnum, { description: 'Whether it is met.' }) attainment!: Attainment;
  @Field(() => PaceEnum, { description: 'How the result stands against linear pace; not assessed once the period is over, before a quarter of it is (of a longer one than a year, of its first year), and where fewer than five are expected.' }) pace!: Pace;
  @Field(() => TargetStandingEnum, { description: 'The two in one word.' }) standing!: TargetStanding;
  @Field(() => Float, { nullable: true, description: 'What linear pace asks for by the day up to which facts count, of the low bound; null where it cannot be told.' }) expectedLow!: number | null;
  @Field(() => Float, { nullable: true, description: 'The same of the high bound.' }) expectedHigh!: number | null;
  @Field(() => Int, { description: 'What is missing to linear pace where the unit is behind; else 0.' }) shortOfPace!: number;
  @Field(() => Int, { description: 'How far below pace is still called on pace, in per cent of what is expected.' }) tolerance!: number;
}

@ObjectType('Projection', { simpleResolvers: true, description: 'Where a period may end: from what there is, the same months of earlier years, and of admissions the people who are near the ceremony.' })
export class ProjectionType {
  @Field(() => Int, { description: 'Lower end of the interval, which is meant to hold four of five.' }) low!: number;
  @Field(() => Int, { description: 'The number in the middle.' }) middle!: number;
  @Field(() => Int, { description: 'Upper end of the interval.' }) high!: number;
  @Field(() => Int, { description: 'How many earlier years it rests on.' }) years!: number;
}

@ObjectType('GuidelineProgress', { simpleResolvers: true, description: 'A year’s admissions beside the guideline, which stands beside a unit’s own target and is never mixed with it.' })
export class GuidelineProgressType {
  @Field(() => Float, { description: 'Least admissions of a year in per cent of members.' }) lowPercent!: number;
  @Field(() => Float, { description: 'Most admissions of a year in per cent of members.' }) highPercent!: number;
  @Field(() => Int, { description: 'The least as people, half-up.' }) low!: number;
  @Field(() => Int, { description: 'The most as people, half-up.' }) high!: number;
  @Field(() => Int, { description: 'The members that it is taken of.' }) base!: number;
  @Field(() => RateBaseEnum, { description: 'Which stock of members that is.' }) baseRule!: RateBase;
  @Field(() => Int, { description: 'The admissions.' }) admitted!: number;
  @Field(() => GuidelineStandingEnum, { nullable: true, description: 'How they stand; null while the year runs, and where there are no members.' }) standing!: GuidelineStanding | null;
  @Field(() => String, { description: 'The document that it is read from.' }) source!: string;
}

@ObjectType('TargetStandingCount', { simpleResolvers: true, description: 'How many units stand like that beside their targets.' })
export class TargetStandingCountType {
  @Field(() => TargetStandingEnum, { description: 'How they stand.' }) standing!: TargetStanding;
  @Field(() => Int, { description: 'How many.' }) count!: number;
}

@ObjectType('TargetAction', { simpleResolvers: true, description: 'Whether the viewer can do something about a target.' })
export class TargetActionType {
  @Field(() => Boolean, { description: 'Whether the viewer can.' }) can!: boolean;
  @Field(() => TargetRefusalCodeEnum, { nullable: true, description: 'Why not; null where the viewer can.' }) because!: TargetRefusalCode | null;
}
