import { Field, ID, InputType, Int } from 'type-graphql';
import type { TransferKind } from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';
import { DateScalar } from '../../../platform/graphql-scalars.ts';
import { TransferKindEnum } from '../../../platform/lifecycle-enums.ts';

@InputType('IssueTransferInput', { description: 'A letter of transfer: for whom, where to, and what stands on its paper.' })
export class IssueTransferInput {
  @Field(() => ID, { description: 'Id of the person.' }) person!: string;
  @Field(() => TransferKindEnum, { description: 'For good, for a time, or inside one grassroots organisation.' }) kind!: TransferKind;
  @Field(() => ID, { nullable: true, description: 'Id of the receiving cell where it lies in the scope; else a code is made, by which the receiver claims the letter.' }) toUnit?: string | null;
  @Field(() => String, { defaultValue: '', description: 'Where to, as the letter says. Needed where no unit is named.' }) destination!: string;
  @Field(() => Boolean, { defaultValue: false, description: 'That a destination written as a text lies under the same upper body: then the grassroots committee issues the letter, and no cell elsewhere can claim it.' }) isUnderOneUpper!: boolean;
  @Field(() => String, { defaultValue: '', description: 'Number of the letter. Not needed inside one grassroots organisation.' }) letterNumber!: string;
  @Field(() => DateScalar, { description: 'Date of the letter.' }) on!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Day of the decision or the move, where it is known: the time to begin activity at the new place runs from it.' }) movedOn?: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day of a temporary transfer, which has to have one: three months to less than a year after its date; of full-time study two years at the most.' }) until?: Day | null;
  @Field(() => Boolean, { defaultValue: false, description: 'That a temporary transfer is full-time study.' }) isStudy!: boolean;
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day issue no second letter.' }) idempotencyKey!: string;
}

@InputType('AcceptTransferInput', { description: 'The second signature under a letter that is addressed to a unit of the scope.' })
export class AcceptTransferInput {
  @Field(() => ID, { description: 'Id of the letter.' }) transfer!: string;
  @Field(() => DateScalar, { description: 'Day on which the cell receives the person: the transfer counts by it.' }) on!: Day;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
}

@InputType('ClaimTransferInput', { description: 'The second signature under a letter that was brought on paper.' })
export class ClaimTransferInput {
  @Field(() => String, { description: 'The code on the paper; case and spaces do not matter.' }) code!: string;
  @Field(() => ID, { description: 'Id of the cell that receives the person.' }) unit!: string;
  @Field(() => DateScalar, { description: 'Day on which the cell receives the person: the transfer counts by it.' }) on!: Day;
}

@InputType('CancelTransferInput', { description: 'Takes back a letter that waits to be accepted.' })
export class CancelTransferInput {
  @Field(() => ID, { description: 'Id of the letter.' }) transfer!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => String, { description: 'Why.' }) reason!: string;
}

@InputType('EndTemporaryTransferInput', { description: 'Ends a temporary transfer that was accepted.' })
export class EndTemporaryTransferInput {
  @Field(() => ID, { description: 'Id of the letter.' }) transfer!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => DateScalar, { description: 'Last day with the host.' }) on!: Day;
}
