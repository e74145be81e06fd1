import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../../kernel/day.ts';
import { DateScalar } from '../../../platform/graphql-scalars.ts';
import { RecordType } from './record-types.ts';

@ObjectType('Locality', { implements: RecordType, description: 'A hamlet or a quarter (thôn, tổ dân phố) in the area of a unit, with or without a cell.' })
export class LocalityType extends RecordType {
  @Field(() => String, { description: 'What it is called.' }) name!: string;
  @Field(() => DateScalar, { description: 'Day since which it is there.' }) since!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Day since which it has a cell of its own; null where it has none.' }) ownCellSince!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day since which it shares a cell with others (chi bộ ghép); null where it never did. A cell of its own counts before one that it shares.' }) sharedCellSince!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day since which a member lives there; null where none does.' }) memberSince!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'First day on which it is no longer there; null while it is.' }) endedOn!: Day | null;
  @Field(() => String, { nullable: true, description: 'Why it is no longer there.' }) endReason!: string | null;
  @Field(() => String, { nullable: true, description: 'Who recorded that it is no longer there.' }) endedBy!: string | null;
}

@InputType('RecordLocalityInput', { description: 'A hamlet or a quarter of a unit.' })
export class RecordLocalityInput {
  @Field(() => ID, { description: 'Id of the unit.' }) unit!: string;
  @Field(() => String, { description: 'What it is called: no other one of the unit is.' }) name!: string;
  @Field(() => DateScalar, { description: 'Day since which it is there.' }) since!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Day since which it has a cell of its own.' }) ownCellSince?: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day since which it shares a cell with others.' }) sharedCellSince?: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day since which a member lives there.' }) memberSince?: Day | null;
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day enter no second locality.' }) idempotencyKey!: string;
}

@InputType('ChangeLocalityInput', { description: 'What is to be said of a hamlet or a quarter: all of it.' })
export class ChangeLocalityInput {
  @Field(() => ID, { description: 'Id of the locality.' }) locality!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => String, { description: 'What it is called: no other one of the unit is.' }) name!: string;
  @Field(() => DateScalar, { description: 'Day since which it is there.' }) since!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Day since which it has a cell of its own.' }) ownCellSince?: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day since which it shares a cell with others.' }) sharedCellSince?: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day since which a member lives there.' }) memberSince?: Day | null;
}

@InputType('EndLocalityInput', { description: 'That a hamlet or a quarter is no longer there.' })
export class EndLocalityInput {
  @Field(() => ID, { description: 'Id of the locality.' }) locality!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => DateScalar, { description: 'First day on which it is no longer there.' }) on!: Day;
  @Field(() => String, { description: 'Why.' }) reason!: string;
}
