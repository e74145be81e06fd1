import { Field, ObjectType } from 'type-graphql';
import type { RecordRefusalCode } from '@banyan/schema/records';
import { enRecords } from '@banyan/schema/texts/en-records';
import { viRecords } from '@banyan/schema/texts/vi-records';
import { RecordRefusalCodeEnum } from '../../../platform/record-enums.ts';
import { RefusalType } from '../../access/index.ts';
import type { RecordRefusal } from '../domain/record-refusal.ts';

@ObjectType('RecordRefused', { implements: RefusalType, description: 'The change was refused. Nothing was written.' })
export class RecordRefusedType extends RefusalType {
  @Field(() => RecordRefusalCodeEnum, { description: 'Why.' }) code!: RecordRefusalCode;
  @Field(() => String, { description: 'The input that is to blame.' }) field!: string;
}

/** A refusal as the API tells it. */
export function recordRefusedValue({ code, field }: RecordRefusal): RecordRefusedType {
  return Object.assign(new RecordRefusedType(), { code, field, sentence: (language: 'VI' | 'EN') => (language === 'VI' ? viRecords : enRecords).refusals[code] });
}
