import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Day } from '../../../kernel/day.ts';
import { DateScalar } from '../../../platform/graphql-scalars.ts';
import { PageInfoType } from '../../organisation/index.ts';
import { RecordType } from './record-types.ts';

@ObjectType('Obstacle', { implements: RecordType, description: 'Something that stands in the way of a unit (khó khăn, vướng mắc), who sees to it, and by when.' })
export class ObstacleType extends RecordType {
  @Field(() => String, { description: 'What stands in the way.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'More about it.' }) details!: string | null;
  @Field(() => String, { description: 'Who sees to it.' }) ownerName!: string;
  @Field(() => DateScalar, { description: 'Day on which it was raised.' }) raisedOn!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Day by which it is to be resolved.' }) dueOn!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day on which it was resolved; null while it is not.' }) resolvedOn!: Day | null;
  @Field(() => String, { nullable: true, description: 'How it was resolved.' }) resolution!: string | null;
  @Field(() => String, { nullable: true, description: 'Who recorded that it was resolved.' }) resolvedBy!: string | null;
}

@ObjectType('Inspection', { implements: RecordType, description: 'That a unit was inspected by one above it, and what came of it.' })
export class InspectionType extends RecordType {
  @Field(() => DateScalar, { description: 'Day of the inspection.' }) on!: Day;
  @Field(() => String, { description: 'What was inspected.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'What came of it.' }) conclusion!: string | null;
  @Field(() => String, { nullable: true, description: 'Who led it.' }) inspector!: string | null;
}

@ObjectType('InspectionAge', { description: 'A unit, and when it was last inspected.' })
export class InspectionAgeType {
  @Field(() => DateScalar, { nullable: true, description: 'Day of the last inspection; null where there was none.' }) lastOn!: Day | null;
  @Field(() => Int, { description: 'How many inspections are on record.' }) inspections!: number;
}

@ObjectType('Reminder', { implements: RecordType, description: 'What a unit above urged a unit to do (đôn đốc), and the reply.' })
export class ReminderType extends RecordType {
  @Field(() => String, { description: 'What it says.' }) text!: string;
  @Field(() => DateScalar, { description: 'Day on which it was sent.' }) on!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Day until which an answer is asked for.' }) answerUntil!: Day | null;
  @Field(() => String, { nullable: true, description: 'The reply; null while there is none.' }) reply!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day of the reply.' }) repliedOn!: Day | null;
  @Field(() => String, { nullable: true, description: 'Who recorded the reply.' }) repliedBy!: string | null;
}

@ObjectType('FollowUp', { simpleResolvers: true, description: 'How much there is to follow up at a unit and below it.' })
export class FollowUpType {
  @Field(() => Int, { description: 'Obstacles that are not resolved.' }) openObstacles!: number;
  @Field(() => Int, { description: 'Those of them that were to be resolved before today.' }) overdueObstacles!: number;
  @Field(() => Int, { description: 'Reminders that wait for a reply.' }) waitingReminders!: number;
  @Field(() => Int, { description: 'Those of them that were to be answered before today.' }) overdueReminders!: number;
  @Field(() => Int, { description: 'Direct children that were never inspected.' }) neverInspected!: number;
}

@ObjectType('ObstacleEdge', { description: 'An obstacle in a list.' })
export class ObstacleEdgeType {
  @Field(() => ObstacleType, { description: 'The obstacle.' }) node!: ObstacleType;
  @Field(() => String, { description: 'Cursor of this row.' }) cursor!: string;
}

@ObjectType('ObstacleConnection', { description: 'A page of obstacles.' })
export class ObstacleConnectionType {
  @Field(() => [ObstacleEdgeType], { description: 'The rows with their cursors.' }) edges!: ObstacleEdgeType[];
  @Field(() => [ObstacleType], { description: 'The rows.' }) nodes!: ObstacleType[];
  @Field(() => PageInfoType, { description: 'Where the page stands.' }) pageInfo!: PageInfoType;
  @Field(() => Int, { description: 'Exact number of rows of the whole list.' }) totalCount!: number;
}

@ObjectType('InspectionEdge', { description: 'An inspection in a list.' })
export class InspectionEdgeType {
  @Field(() => InspectionType, { description: 'The inspection.' }) node!: InspectionType;
  @Field(() => String, { description: 'Cursor of this row.' }) cursor!: string;
}

@ObjectType('InspectionConnection', { description: 'A page of inspections.' })
export class InspectionConnectionType {
  @Field(() => [InspectionEdgeType], { description: 'The rows with their cursors.' }) edges!: InspectionEdgeType[];
  @Field(() => [InspectionType], { description: 'The rows.' }) nodes!: InspectionType[];
  @Field(() => PageInfoType, { description: 'Where the page stands.' }) pageInfo!: PageInfoType;
  @Field(() => Int, { description: 'Exact number of rows of the whole list.' }) totalCount!: number;
}

@ObjectType('InspectionAgeEdge', { description: 'A unit in a list by the last inspection.' })
export class InspectionAgeEdgeType {
  @Field(() => InspectionAgeType, { description: 'The unit and its last inspection.' }) node!: InspectionAgeType;
  @Field(() => String, { description: 'Cursor of this row.' }) cursor!: string;
}

@ObjectType('InspectionAgeConnection', { description: 'A page of units by their last inspection.' })
export class InspectionAgeConnectionType {
  @Field(() => [InspectionAgeEdgeType], { description: 'The rows with their cursors.' }) edges!: InspectionAgeEdgeType[];
  @Field(() => [InspectionAgeType], { description: 'The rows.' }) nodes!: InspectionAgeType[];
  @Field(() => PageInfoType, { description: 'Where the page stands.' }) pageInfo!: PageInfoType;
  @Field(() => Int, { description: 'Exact number of rows of the whole list.' }) totalCount!: number;
}

@ObjectType('ReminderEdge', { description: 'A reminder in a list.' })
export class ReminderEdgeType {
  @Field(() => ReminderType, { description: 'The reminder.' }) node!: ReminderType;
  @Field(() => String, { description: 'Cursor of this row.' }) cursor!: string;
}

@ObjectType('ReminderConnection', { description: 'A page of reminders.' })
export class ReminderConnectionType {
  @Field(() => [ReminderEdgeType], { description: 'The rows with their cursors.' }) edges!: ReminderEdgeType[];
  @Field(() => [ReminderType], { description: 'The rows.' }) nodes!: ReminderType[];
  @Field(() => PageInfoType, { description: 'Where the page stands.' }) pageInfo!: PageInfoType;
  @Field(() => Int, { description: 'Exact number of rows of the whole list.' }) totalCount!: number;
}

@InputType('RecordObstacleInput', { description: 'Something that stands in the way of a unit.' })
export class RecordObstacleInput {
  @Field(() => ID, { description: 'Id of the unit.' }) unit!: string;
  @Field(() => String, { description: 'What stands in the way.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'More about it.' }) details?: string | null;
  @Field(() => String, { description: 'Who sees to it.' }) ownerName!: string;
  @Field(() => DateScalar, { description: 'Day on which it was raised.' }) raisedOn!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Day by which it is to be resolved.' }) dueOn?: Day | null;
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day record no second obstacle.' }) idempotencyKey!: string;
}

@InputType('ChangeObstacleInput', { description: 'What is to be said of an obstacle: all of it.' })
export class ChangeObstacleInput {
  @Field(() => ID, { description: 'Id of the obstacle.' }) obstacle!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => String, { description: 'What stands in the way.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'More about it.' }) details?: string | null;
  @Field(() => String, { description: 'Who sees to it.' }) ownerName!: string;
  @Field(() => DateScalar, { description: 'Day on which it was raised.' }) raisedOn!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Day by which it is to be resolved.' }) dueOn?: Day | null;
}

@InputType('ResolveObstacleInput', { description: 'How an obstacle was resolved.' })
export class ResolveObstacleInput {
  @Field(() => ID, { description: 'Id of the obstacle.' }) obstacle!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => DateScalar, { description: 'Day on which it was resolved.' }) on!: Day;
  @Field(() => String, { description: 'How.' }) resolution!: string;
}

@InputType('RecordInspectionInput', { description: 'An inspection of a unit by the acting unit, which stands above it.' })
export class RecordInspectionInput {
  @Field(() => ID, { description: 'Id of the unit that was inspected.' }) unit!: string;
  @Field(() => DateScalar, { description: 'Day of the inspection.' }) on!: Day;
  @Field(() => String, { description: 'What was inspected.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'What came of it.' }) conclusion?: string | null;
  @Field(() => String, { nullable: true, description: 'Who led it.' }) inspector?: string | null;
  @Field(() => ID, { nullable: true, description: 'Id of the document that concludes it.' }) document?: string | null;
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day record no second inspection.' }) idempotencyKey!: string;
}

@InputType('SendReminderInput', { description: 'A reminder from the acting unit to a unit below it.' })
export class SendReminderInput {
  @Field(() => ID, { description: 'Id of the unit that it is sent to.' }) unit!: string;
  @Field(() => String, { description: 'What it says.' }) text!: string;
  @Field(() => DateScalar, { description: 'Day on which it was sent.' }) on!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Day until which an answer is asked for.' }) answerUntil?: Day | null;
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day send no second reminder.' }) idempotencyKey!: string;
}

@InputType('AnswerReminderInput', { description: 'The reply of a unit to a reminder.' })
export class AnswerReminderInput {
  @Field(() => ID, { description: 'Id of the reminder.' }) reminder!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => DateScalar, { description: 'Day of the reply.' }) on!: Day;
  @Field(() => String, { description: 'What it says.' }) reply!: string;
}
