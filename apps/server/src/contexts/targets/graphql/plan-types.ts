import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../../kernel/day.ts';
import { DateScalar, DateTimeScalar, PeriodScalar } from '../../../platform/graphql-scalars.ts';
import { RecordType } from './record-types.ts';

@ObjectType('Plan', { implements: RecordType, description: 'What a unit sets out to do in a year, by months and quarters.' })
export class PlanType extends RecordType {
  @Field(() => Int, { description: 'The year.' }) year!: number;
  @Field(() => Boolean, { description: 'Whether the units below see it, with its items.' }) isHandedDown!: boolean;
  @Field(() => Int, { description: 'How many items it has.' }) itemCount!: number;
  @Field(() => Int, { description: 'How many of them are done.' }) doneCount!: number;
  @Field(() => Int, { description: 'How many of them were due before today and are not done.' }) overdueCount!: number;
}

@ObjectType('PlanItem', { implements: RecordType, description: 'One thing to do in a month or a quarter of a plan.' })
export class PlanItemType extends RecordType {
  @Field(() => PeriodScalar, { description: 'The month or the quarter.' }) period!: string;
  @Field(() => DateScalar, { description: 'Last day of the month or the quarter.' }) dueOn!: Day;
  @Field(() => String, { description: 'What is to be done.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Who sees to it.' }) responsible!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was done; null while it is not.' }) doneOn!: Day | null;
}

@ObjectType('PlanItemCheck', { simpleResolvers: true, description: 'A line of what became of an item: that it was done, or that it was not after all.' })
export class PlanItemCheckType {
  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was done; null where the line takes that back.' }) doneOn!: Day | null;
  @Field(() => String, { nullable: true, description: 'A note, or why it is taken back.' }) note!: string | null;
  @Field(() => String, { description: 'Who recorded the line.' }) recordedBy!: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' }) recordedAt!: Date;
}

@InputType('MakePlanInput', { description: 'The plan of a unit for a year.' })
export class MakePlanInput {
  @Field(() => ID, { description: 'Id of the unit.' }) unit!: string;
  @Field(() => Int, { description: 'The year: 2000 to five years ahead.' }) year!: number;
  @Field(() => ID, { nullable: true, description: 'Id of the document by which it was issued.' }) document?: string | null;
  @Field(() => ID, { nullable: true, description: 'Id of the plan of a unit above that it follows: of the same year, and handed down.' }) parent?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether the units below see it.' }) isHandedDown!: boolean;
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day make no second plan.' }) idempotencyKey!: string;
}

@InputType('ChangePlanInput', { description: 'What a plan is to rest on and to follow: all of it.' })
export class ChangePlanInput {
  @Field(() => ID, { description: 'Id of the plan.' }) plan!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => ID, { nullable: true, description: 'Id of the document by which it was issued.' }) document?: string | null;
  @Field(() => ID, { nullable: true, description: 'Id of the plan of a unit above that it follows.' }) parent?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Whether the units below see it.' }) isHandedDown!: boolean;
}

@InputType('AddPlanItemInput', { description: 'One thing to do.' })
export class AddPlanItemInput {
  @Field(() => ID, { description: 'Id of the plan.' }) plan!: string;
  @Field(() => PeriodScalar, { description: 'A month or a quarter of the year of the plan.' }) period!: string;
  @Field(() => String, { description: 'What is to be done.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Who sees to it.' }) responsible?: string | null;
  @Field(() => ID, { nullable: true, description: 'Id of the target that it works towards: one of the unit whose plan it is.' }) target?: string | null;
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day add no second item.' }) idempotencyKey!: string;
}

@InputType('ChangePlanItemInput', { description: 'What an item is to say: all of it.' })
export class ChangePlanItemInput {
  @Field(() => ID, { description: 'Id of the item.' }) item!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => PeriodScalar, { description: 'A month or a quarter of the year of the plan.' }) period!: string;
  @Field(() => String, { description: 'What is to be done.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'Who sees to it.' }) responsible?: string | null;
  @Field(() => ID, { nullable: true, description: 'Id of the target that it works towards: one of the unit whose plan it is.' }) target?: string | null;
}

@InputType('CheckPlanItemInput', { description: 'That an item was done.' })
export class CheckPlanItemInput {
  @Field(() => ID, { description: 'Id of the item.' }) item!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => DateScalar, { description: 'Day on which it was done.' }) on!: Day;
  @Field(() => String, { nullable: true, description: 'A note.' }) note?: string | null;
}

@InputType('UncheckPlanItemInput', { description: 'That an item was not done after all.' })
export class UncheckPlanItemInput {
  @Field(() => ID, { description: 'Id of the item.' }) item!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => String, { description: 'Why.' }) reason!: string;
}
