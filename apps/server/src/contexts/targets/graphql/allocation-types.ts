import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Dimension } from '@banyan/schema/enums';
import type { AllocationOrigin, Indicator, SumRule, TargetBase, TargetKind, TargetRefusalCode } from '@banyan/schema/targets';
import type { Day } from '../../../kernel/day.ts';
import { DimensionEnum } from '../../../platform/graphql-enums.ts';
import { DateScalar, DateTimeScalar, PeriodScalar } from '../../../platform/graphql-scalars.ts';
import { AllocationOriginEnum, IndicatorEnum, SumRuleEnum, TargetBaseEnum, TargetKindEnum, TargetRefusalCodeEnum } from '../../../platform/target-enums.ts';
import type { Conflict } from '../../../kernel/conflict.ts';
import { RefusalType } from '../../access/index.ts';
import { UnitStubType } from '../../organisation/index.ts';
import type { PartElsewhere } from '../domain/allocation.ts';
import { ConflictType } from '../../people/index.ts';
import { TargetType } from './target-types.ts';

@ObjectType('Amount', { simpleResolvers: true, description: 'How much: people, units or places, or per cent for a rate.' })
export class AmountType {
  @Field(() => Float, { description: 'The number or the low bound.' }) low!: number;
  @Field(() => Float, { nullable: true, description: 'The high bound; null where there is none.' }) high!: number | null;
}

@ObjectType('PartElsewhere', { simpleResolvers: true, description: 'What counts of a unit that is not below any more: of one that ended within the period its result, at the most what it had been given; of one that moved away what it was given.' })
export class PartElsewhereType extends AmountType {
  @Field(() => Int, { nullable: true, description: 'Members by which its rate weighs in the mean; null for numbers.' }) weight!: number | null;
}

@ObjectType('AllocationSums', { description: 'One’s own target beside what is given out.' })
export class AllocationSumsType {
  @Field(() => AmountType, { description: 'One’s own target.' }) given!: AmountType;
  @Field(() => AmountType, { description: 'The sum over the units below; of rates the mean weighted by members.' }) allocated!: AmountType;
  @Field(() => AmountType, { description: 'What is kept back.' }) reserve!: AmountType;
  @Field(() => AmountType, { description: 'What is given out and kept back less one’s own target: below 0 it is left, above 0 too many.' }) difference!: AmountType;
  @Field(() => [PartElsewhereType], { description: 'What of the sum counts for units that are not below any more.' }) elsewhere!: readonly PartElsewhere[];
  @Field(() => Boolean, { description: 'Whether the rule of the sum holds.' }) holds!: boolean;
}

@ObjectType('Allocation', { description: 'How a unit divided its target over the units directly below.' })
export class AllocationType {
  @Field(() => Int, { description: 'Its number, 1 for the first. The last one is in force.' }) number!: number;
  @Field(() => Int, { description: 'The version of the target that it divides.' }) divides!: number;
  @Field(() => SumRuleEnum, { description: 'The rule of its sum.' }) sumRule!: SumRule;
  @Field(() => AmountType, { description: 'What is kept back.' }) reserve!: AmountType;
  @Field(() => AllocationOriginEnum, { description: 'Why it was made.' }) origin!: AllocationOrigin;
  @Field(() => String, { nullable: true, description: 'Number of the document that it rests on.' }) documentNumber!: string | null;
  @Field(() => DateScalar, { description: 'Day of issue.' }) issuedOn!: Day;
  @Field(() => String, { nullable: true, description: 'Why it was made anew; null for the first.' }) reason!: string | null;
  @Field(() => String, { description: 'Who recorded it.' }) recordedBy!: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' }) recordedAt!: Date;
}

@ObjectType('DraftLine', { simpleResolvers: true, description: 'A row of a worksheet that is not published, complete or not.' })
export class DraftLineType {
  @Field(() => ID, { description: 'Id of the unit.' }) unit!: string;
  @Field(() => Float, { nullable: true, description: 'The number or the low bound; null where nothing is typed in.' }) low!: number | null;
  @Field(() => Float, { nullable: true, description: 'The high bound.' }) high!: number | null;
  @Field(() => String, { nullable: true, description: 'What is typed in the place of the number and is none.' }) unreadLow!: string | null;
  @Field(() => String, { nullable: true, description: 'The same in the place of the high bound.' }) unreadHigh!: string | null;
  @Field(() => String, { nullable: true, description: 'A note on the row.' }) note!: string | null;
  @Field(() => Boolean, { description: 'Whether suggestions leave the row as it is.' }) isLocked!: boolean;
}

@ObjectType('AllocationDraft', { simpleResolvers: true, description: 'A worksheet that is not published. The units below do not see it.' })
export class AllocationDraftType {
  @Field(() => Int, { description: 'Goes up with every change.' }) version!: number;
  @Field(() => SumRuleEnum, { description: 'The rule of its sum.' }) sumRule!: SumRule;
  @Field(() => AmountType, { nullable: true, description: 'What is kept back; null where nothing is typed in.' }) reserve!: AmountType | null;
  @Field(() => [DraftLineType], { description: 'Its rows.' }) lines!: DraftLineType[];
  @Field(() => String, { description: 'Who saved it last.' }) savedBy!: string;
  @Field(() => DateTimeScalar, { description: 'When.' }) savedAt!: Date;
}

@ObjectType('WorksheetRow', { description: 'A unit directly below, with what helps to decide what it is given.' })
export class WorksheetRowType {
  @Field(() => Int, { description: 'Its members today.' }) members!: number;
  @Field(() => Int, { nullable: true, description: 'Its result of the same period a year before, of the last whole year for a longer one; null where there is none.' }) lastYear!: number | null;
  @Field(() => Int, { description: 'People below it who have their certificate and are on their way to the ceremony.' }) pool!: number;
  @Field(() => AmountType, { nullable: true, description: 'What it has from this target now; null where it has nothing yet.' }) current!: AmountType | null;
  @Field(() => String, { nullable: true, description: 'The note on what it has.' }) note!: string | null;
}

@ObjectType('SuggestedLine', { simpleResolvers: true, description: 'What a suggestion gives to a unit.' })
export class SuggestedLineType {
  @Field(() => ID, { description: 'Id of the unit.' }) unit!: string;
  @Field(() => Float, { description: 'The number or the low bound.' }) low!: number;
  @Field(() => Float, { nullable: true, description: 'The high bound; null where there is none.' }) high!: number | null;
}

@ObjectType('AllocationChange', { description: 'What a unit gets by an allocation.' })
export class AllocationChangeType {
  @Field(() => AmountType, { nullable: true, description: 'What it had; null where it had nothing.' }) before!: AmountType | null;
  @Field(() => AmountType, { description: 'What it gets.' }) after!: AmountType;
}

@ObjectType('TargetChanged', { simpleResolvers: true, description: 'The change was made, or is possible where a dry run was asked.' })
export class TargetChangedType {
  @Field(() => TargetType, { description: 'The target as it stands.' }) target!: TargetType;
  @Field(() => Boolean, { description: 'Whether something was written now: not for a dry run, a worksheet, and what was made before under the key.' }) isWritten!: boolean;
  @Field(() => AllocationSumsType, { nullable: true, description: 'The sums of an allocation.' }) sums!: AllocationSumsType | null;
  @Field(() => [AllocationChangeType], { description: 'The units whose part an allocation changes.' }) changes!: AllocationChangeType[];
}

@ObjectType('TargetRefusedLine', { implements: RefusalType, description: 'One thing that is wrong.' })
export class TargetRefusedLineType extends RefusalType {
  @Field(() => TargetRefusalCodeEnum, { description: 'Why.' }) code!: TargetRefusalCode;
  @Field(() => String, { description: 'The input that is to blame.' }) field!: string;
  @Field(() => UnitStubType, { nullable: true, description: 'The unit whose line is to blame, where the viewer may know it.' }) unit!: UnitStubType | null;
}

@ObjectType('TargetRefused', { implements: RefusalType, description: 'The change was refused. Nothing was written.' })
export class TargetRefusedType extends RefusalType {
  @Field(() => ConflictType, { nullable: true, description: 'Both versions, where another one than the caller saw stands; null of every other refusal.' }) conflict!: Conflict | null;
  @Field(() => TargetRefusalCodeEnum, { description: 'Why: the first of all that is wrong.' }) code!: TargetRefusalCode;
  @Field(() => String, { description: 'The input that is to blame.' }) field!: string;
  @Field(() => [TargetRefusedLineType], { description: 'All that is wrong.' }) lines!: TargetRefusedLineType[];
  @Field(() => AllocationSumsType, { nullable: true, description: 'The sums of an allocation that do not hold, or would.' }) sums!: AllocationSumsType | null;
}

export const TargetResult = createUnionType({
  name: 'TargetResult',
  description: 'A change of targets: made, or refused.',
  types: () => [TargetChangedType, TargetRefusedType] as const,
});

@InputType('TargetSliceInput', { description: 'The group that a target is limited to.' })
export class TargetSliceInput {
  @Field(() => DimensionEnum, { description: 'The dimension.' }) dimension!: Dimension;
  @Field(() => String, { description: 'Key of the dimension.' }) key!: string;
}

@InputType('PaperInputFields', { description: 'The document that a change rests on.' })
abstract class PaperInputFields {
  @Field(() => ID, { nullable: true, description: 'Id of the document that it rests on.' }) document?: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the document, where it is in no register.' }) documentNumber?: string | null;
  @Field(() => DateScalar, { description: 'Day of issue.' }) issuedOn!: Day;
}

@InputType('TermsInputFields', { description: 'How much a target asks for.' })
abstract class TermsInputFields extends PaperInputFields {
  @Field(() => TargetKindEnum, { description: 'How it is put.' }) kind!: TargetKind;
  @Field(() => Float, { description: 'The number, the low bound, or the per cent.' }) low!: number;
  @Field(() => Float, { nullable: true, description: 'The high bound of a range.' }) high?: number | null;
  @Field(() => TargetBaseEnum, { nullable: true, description: 'What a rate is taken of.' }) base?: TargetBase | null;
  @Field(() => Int, { nullable: true, description: 'Members that a rate of a fixed number is taken of.' }) baseNumber?: number | null;
  @Field(() => String, { nullable: true, description: 'A note on it; a target of 0 has to say why.' }) note?: string | null;
}

@InputType('SetTargetInput', { description: 'A target for a unit: its own, or one that is given from above and is no part of another.' })
export class SetTargetInput extends TermsInputFields {
  @Field(() => ID, { description: 'Id of the unit.' }) unit!: string;
  @Field(() => IndicatorEnum, { description: 'What it counts.' }) indicator!: Indicator;
  @Field(() => TargetSliceInput, { nullable: true, description: 'The group that it is limited to.' }) slice?: TargetSliceInput | null;
  @Field(() => PeriodScalar, { description: 'Its period; `term` is the term in force on the day of issue.' }) period!: string;
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day set no second target.' }) idempotencyKey!: string;
}

@InputType('AdjustTargetInput', { description: 'A further version of a target that is no part of another.' })
export class AdjustTargetInput extends TermsInputFields {
  @Field(() => ID, { description: 'Id of the target.' }) target!: string;
  @Field(() => Int, { description: 'The number of the version that the caller saw.' }) expectedVersion!: number;
  @Field(() => String, { description: 'Why it is adjusted.' }) reason!: string;
  @Field(() => String, { nullable: true, description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day make no second version. Without one, what is sent again is a conflict of versions.' }) idempotencyKey?: string | null;
}

@InputType('AmountInput', { description: 'How much.' })
export class AmountInput {
  @Field(() => Float, { description: 'The number or the low bound.' }) low!: number;
  @Field(() => Float, { nullable: true, description: 'The high bound.' }) high?: number | null;
}

@InputType('AllocationLineInput', { description: 'What a unit directly below is to get.' })
export class AllocationLineInput extends AmountInput {
  @Field(() => ID, { description: 'Id of the unit.' }) unit!: string;
  @Field(() => String, { nullable: true, description: 'A note on it; a target of 0 has to say why.' }) note?: string | null;
}

@InputType('PublishAllocationInput', { description: 'How a target is divided over the units directly below. Made anew it needs a reason and a document.' })
export class PublishAllocationInput extends PaperInputFields {
  @Field(() => ID, { description: 'Id of the target.' }) target!: string;
  @Field(() => Int, { description: 'The number of the version of the target that the caller saw.' }) expectedVersion!: number;
  @Field(() => Int, { defaultValue: 0, description: 'The number of the allocation that the caller saw; 0 where there was none.' }) expectedAllocation!: number;
  @Field(() => SumRuleEnum, { defaultValue: 'EXACTLY', description: 'The rule of the sum.' }) sumRule!: SumRule;
  @Field(() => AmountInput, { nullable: true, description: 'What is kept back.' }) reserve?: AmountInput | null;
  @Field(() => [AllocationLineInput], { description: 'The units directly below, all that have or get a part, 500 at the most.' }) lines!: AllocationLineInput[];
  @Field(() => String, { nullable: true, description: 'Why it is made anew; of the first there is none to tell.' }) reason?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Tells what would become of it, and writes nothing.' }) dryRun!: boolean;
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day publish nothing twice.' }) idempotencyKey!: string;
}

@InputType('DraftLineInput', { description: 'A row of a worksheet as it stands.' })
export class DraftLineInput {
  @Field(() => ID, { description: 'Id of the unit.' }) unit!: string;
  @Field(() => Float, { nullable: true, description: 'The number or the low bound.' }) low?: number | null;
  @Field(() => Float, { nullable: true, description: 'The high bound.' }) high?: number | null;
  @Field(() => String, { nullable: true, description: 'What is typed in the place of the number and is none, 100 characters at the most.' }) unreadLow?: string | null;
  @Field(() => String, { nullable: true, description: 'The same in the place of the high bound.' }) unreadHigh?: string | null;
  @Field(() => String, { nullable: true, description: 'A note on the row.' }) note?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether suggestions leave the row as it is.' }) isLocked!: boolean;
}

@InputType('SaveAllocationDraftInput', { description: 'A worksheet as it stands, complete or not.' })
export class SaveAllocationDraftInput {
  @Field(() => ID, { description: 'Id of the target.' }) target!: string;
  @Field(() => Int, { defaultValue: 0, description: 'The version of the worksheet that the caller saw; 0 where there was none.' }) expectedVersion!: number;
  @Field(() => SumRuleEnum, { description: 'The rule of the sum.' }) sumRule!: SumRule;
  @Field(() => AmountInput, { nullable: true, description: 'What is kept back.' }) reserve?: AmountInput | null;
  @Field(() => [DraftLineInput], { description: 'Its rows, 500 at the most.' }) lines!: DraftLineInput[];
}

@InputType('DiscardAllocationDraftInput', { description: 'A worksheet that is not needed any more.' })
export class DiscardAllocationDraftInput {
  @Field(() => ID, { description: 'Id of the target.' }) target!: string;
  @Field(() => Int, { description: 'The version of the worksheet that the caller saw.' }) expectedVersion!: number;
}
