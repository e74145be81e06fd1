import { Field, InterfaceType, ObjectType } from 'type-graphql';
import type { Conflict } from '../../../kernel/conflict.ts';
import { RefusalType } from '../../access/index.ts';

@ObjectType('Conflict', { simpleResolvers: true, description: 'Two versions of what was to be changed: somebody else was quicker.' })
export class ConflictType {
  @Field(() => String, { description: 'The version that the caller saw, as it was sent.' }) expected!: string;
  @Field(() => String, { nullable: true, description: 'The version that stands; null where what the caller saw does not stand any more.' }) current!: string | null;
}

@InterfaceType('ChangeRefused', { implements: RefusalType, description: 'Why a change was refused. Nothing was written.' })
export abstract class ChangeRefusedType extends RefusalType {
  @Field(() => String, { description: 'The input that is to blame.' }) field!: string;
  @Field(() => ConflictType, { nullable: true, description: 'Both versions, where another one than the caller saw stands; null of every other refusal.' }) conflict?: Conflict | null;
}
