import { Field, InterfaceType, Int, ObjectType } from 'type-graphql';
import type { Step, StepFact } from '@banyan/schema/lifecycle';
import type { Conflict } from '../../../kernel/conflict.ts';
import type { Day } from '../../../kernel/day.ts';
import type { RefusalLimit } from '../../../kernel/refusal-limit.ts';
import { DateScalar } from '../../../platform/graphql-scalars.ts';
import { StepEnum, StepFactEnum } from '../../../platform/lifecycle-enums.ts';
import { RefusalType } from '../../access/index.ts';

@ObjectType('Conflict', { simpleResolvers: true, description: 'Two versions of what was to be changed: somebody else was quicker.' })
export class ConflictType {
  @Field(() => String, { description: 'The version that the caller saw, as it was sent.' }) expected!: string;
  @Field(() => String, { nullable: true, description: 'The version that stands; null where what the caller saw does not stand any more.' }) current!: string | null;
}

@ObjectType('RefusalLimit', { simpleResolvers: true, description: 'The limit that an input does not keep, as far as the caller may know it. What does not apply is null.' })
export class RefusalLimitType {
  @Field(() => DateScalar, { nullable: true, description: 'First day that is possible.' }) from?: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Last day that is possible.' }) until?: Day;
  @Field(() => StepEnum, { nullable: true, description: 'The step whose day that is.' }) step?: Step | null;
  @Field(() => StepFactEnum, { nullable: true, description: 'The fact of a step whose day that is.' }) fact?: StepFact;
  @Field(() => Int, { nullable: true, description: 'What was sent: a number, the length of a text, or the place of a character in it.' }) given?: number;
  @Field(() => Int, { nullable: true, description: 'The smallest number that is possible.' }) least?: number;
  @Field(() => Int, { nullable: true, description: 'The largest number, or length of a text, that is possible.' }) most?: number;
  @Field(() => String, { nullable: true, description: 'A character that is not possible: as it is, or as `U+200B` where it is not seen.' }) character?: string;
}

@InterfaceType('ChangeRefused', { implements: RefusalType, description: 'Why a change was refused. Nothing was written.' })
export abstract class ChangeRefusedType extends RefusalType {
  @Field(() => String, { description: 'The input that is to blame.' }) field!: string;
  @Field(() => ConflictType, { nullable: true, description: 'Both versions, where another one than the caller saw stands; null of every other refusal.' }) conflict?: Conflict | null;
  @Field(() => RefusalLimitType, { nullable: true, description: 'The limit that the input does not keep, where there is one and the caller may know it.' }) limit?: RefusalLimit | null;
}
