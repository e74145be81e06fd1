import { createUnionType, Field, ID, InputType, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { RecordRefusalCode } from '@banyan/schema/records';
import { DateTimeScalar } from '../../../platform/graphql-scalars.ts';
import { RecordRefusalCodeEnum } from '../../../platform/record-enums.ts';
import type { Action } from '../../access/index.ts';
import { ChangeRefusedType } from '../../people/index.ts';
import type { Kept } from '../domain/kept.ts';

@InterfaceType('Record', { description: 'What a unit keeps beside its people and figures. Nothing of it is deleted: it is taken back for a reason, and says so.' })
export abstract class RecordType {
  @Field(() => ID, { description: 'Opaque id.' }) id!: string;
  @Field(() => Int, { description: 'Goes up with every change: a change names the version that it was made for.' }) version!: number;
  @Field(() => String, { description: 'Who recorded it.' }) recordedBy!: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' }) recordedAt!: Date;
  @Field(() => String, { nullable: true, description: 'Why it was taken back; null while it stands.' }) takenBackReason!: string | null;
  @Field(() => String, { nullable: true, description: 'Who took it back.' }) takenBackBy!: string | null;

  /** The row, and who changes such a one. */
  kept!: Kept & { readonly isMaker?: boolean };
  action!: Action;
}

@ObjectType('RecordChanged', { simpleResolvers: true, description: 'The change was recorded.' })
export class RecordChangedType {
  @Field(() => RecordType, { description: 'What was changed, as it stands now.' }) record!: RecordType;
}

@ObjectType('RecordRefused', { implements: ChangeRefusedType, description: 'The change was refused. Nothing was written.' })
export class RecordRefusedType extends ChangeRefusedType {
  @Field(() => RecordRefusalCodeEnum, { description: 'Why.' }) code!: RecordRefusalCode;
  @Field(() => RecordType, { nullable: true, description: 'The record as it stands, where another version of it was expected.' }) current!: RecordType | null;
}

export const RecordResult = createUnionType({
  name: 'RecordResult',
  description: 'A change of what a unit keeps: recorded, or refused.',
  types: () => [RecordChangedType, RecordRefusedType] as const,
});

@InputType('TakeBackRecordInput', { description: 'Something that was recorded wrongly.' })
export class TakeBackRecordInput {
  @Field(() => ID, { description: 'Id of the document, plan, item, obstacle, inspection, reminder or locality.' }) record!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => String, { description: 'Why it is taken back.' }) reason!: string;
}
