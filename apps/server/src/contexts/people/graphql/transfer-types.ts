import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import type { TransferKind, TransferReach, TransferRefusalCode, TransferState } from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';
import { DateScalar } from '../../../platform/graphql-scalars.ts';
import { TransferKindEnum, TransferReachEnum, TransferRefusalCodeEnum, TransferStateEnum } from '../../../platform/lifecycle-enums.ts';
import { RefusalType } from '../../access/index.ts';
import { NodeType, PageInfoType, UnitStubType } from '../../organisation/index.ts';
import { ChangeRefusedType } from './change-refused.ts';

@ObjectType('Transfer', { implements: NodeType, description: 'A letter of transfer of activity with its two signatures, as far as the reader’s side of it may know.' })
export class TransferType extends NodeType {
  @Field(() => Int, { description: 'Goes up with every change: a change names the version that it was made for.' }) version!: number;
  @Field(() => TransferKindEnum, { description: 'For good, for a time, or inside one grassroots organisation.' }) kind!: TransferKind;
  @Field(() => TransferStateEnum, { description: 'Where the letter stands.' }) state!: TransferState;
  @Field(() => String, { description: 'Name of the person as the letter says.' }) personName!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Date of birth as the letter says; null for who neither sees the person nor receives them.' }) birthDate!: Day | null;
  @Field(() => String, { description: 'The old unit as the letter names it.' }) fromName!: string;
  @Field(() => String, { description: 'Where to, as the sender wrote it.' }) destination!: string;
  @Field(() => String, { nullable: true, description: 'Number of the letter.' }) letterNumber!: string | null;
  @Field(() => DateScalar, { description: 'Date of the letter.' }) issuedOn!: Day;
  @Field(() => String, { description: 'Who signed for the old unit.' }) issuedBy!: string;
  @Field(() => DateScalar, { description: 'Last day on which the member presents the letter in time: 30 working days.' }) dueOn!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Day of the decision or the move; null where it is not known.' }) movedOn!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day on which the member begins activity at the new place in time: 60 working days from the decision or the move.' }) startDueOn!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day on which the code of its paper can be used; null for a letter that has none.' }) claimUntil!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day on which the new unit received the person.' }) acceptedOn!: Day | null;
  @Field(() => String, { nullable: true, description: 'Who signed for the new unit; null for the old one.' }) acceptedBy!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was cancelled.' }) cancelReason!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day of a temporary one, as the letter says; null of others, and of those issued before it was asked for.' }) until!: Day | null;
  @Field(() => Boolean, { description: 'Whether a temporary one is full-time study.' }) isStudy!: boolean;
  @Field(() => DateScalar, { nullable: true, description: 'Last day with the host, of a temporary one that has ended.' }) endedOn!: Day | null;
}

@ObjectType('TransferEdge', { description: 'A letter in a list.' })
export class TransferEdgeType {
  @Field(() => TransferType, { description: 'The letter.' }) node!: TransferType;
  @Field(() => String, { description: 'Cursor of this row.' }) cursor!: string;
}

@ObjectType('TransferConnection', { description: 'A page of letters.' })
export class TransferConnectionType {
  @Field(() => [TransferEdgeType], { description: 'The rows with their cursors.' }) edges!: TransferEdgeType[];
  @Field(() => [TransferType], { description: 'The rows.' }) nodes!: TransferType[];
  @Field(() => PageInfoType, { description: 'Where the page stands.' }) pageInfo!: PageInfoType;
  @Field(() => Int, { description: 'Exact number of rows of the whole list.' }) totalCount!: number;
}

@ObjectType('TransferLetter', { simpleResolvers: true, description: 'What an open letter says to whoever holds the code of its paper.' })
export class TransferLetterType {
  @Field(() => TransferKindEnum, { description: 'For good, for a time, or inside one grassroots organisation.' }) kind!: TransferKind;
  @Field(() => String, { description: 'Name of the person.' }) personName!: string;
  @Field(() => DateScalar, { description: 'Date of birth.' }) birthDate!: Day;
  @Field(() => String, { description: 'The old unit.' }) fromName!: string;
  @Field(() => String, { description: 'Where to, as the sender wrote it.' }) destination!: string;
  @Field(() => String, { nullable: true, description: 'Number of the letter.' }) letterNumber!: string | null;
  @Field(() => DateScalar, { description: 'Date of the letter.' }) issuedOn!: Day;
  @Field(() => String, { description: 'Who signed for the old unit.' }) issuedBy!: string;
  @Field(() => DateScalar, { description: 'Last day on which the member presents the letter in time.' }) dueOn!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Day of the decision or the move.' }) movedOn!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day on which the member begins activity in time.' }) startDueOn!: Day | null;
  @Field(() => DateScalar, { description: 'Last day on which the code can be used.' }) claimUntil!: Day;
}

@ObjectType('TransferOption', { simpleResolvers: true, description: 'How far a transfer of a person can reach, and whose act its letter is then.' })
export class TransferOptionType {
  @Field(() => TransferReachEnum, { description: 'How far.' }) reach!: TransferReach;
  @Field(() => UnitStubType, { nullable: true, description: 'The unit that issues the letter.' }) issuer!: UnitStubType | null;
  @Field(() => Boolean, { description: 'Whether the viewer may issue it now.' }) viewerCan!: boolean;
  @Field(() => TransferRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not.' }) viewerCannotBecause!: TransferRefusalCode | null;
}

@ObjectType('TransferChanged', { simpleResolvers: true, description: 'The change was recorded.' })
export class TransferChangedType {
  @Field(() => TransferType, { description: 'The letter as it stands now.' }) transfer!: TransferType;
  @Field(() => String, { nullable: true, description: 'The code for the paper of a letter whose receiver lies outside the scope: told in this answer and never again.' }) claimCode!: string | null;
}

@ObjectType('TransferRefused', { implements: ChangeRefusedType, description: 'The change was refused. Nothing was written.' })
export class TransferRefusedType extends ChangeRefusedType {
  @Field(() => TransferRefusalCodeEnum, { description: 'Why.' }) code!: TransferRefusalCode;
}

@ObjectType('TransferCodeRefused', { implements: RefusalType, description: 'The code opens no letter.' })
export class TransferCodeRefusedType extends RefusalType {
  @Field(() => TransferRefusalCodeEnum, { description: 'Why.' }) code!: TransferRefusalCode;
}

export const TransferByCodeResult = createUnionType({
  name: 'TransferByCodeResult',
  description: 'What a code opens: the letter, or why it opens none.',
  types: () => [TransferLetterType, TransferCodeRefusedType] as const,
});

export const TransferResult = createUnionType({
  name: 'TransferResult',
  description: 'A change of a letter of transfer: recorded, or refused.',
  types: () => [TransferChangedType, TransferRefusedType] as const,
});
