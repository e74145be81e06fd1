import { Field, Int, ObjectType } from 'type-graphql';
import type { TodoGroup } from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';
import { DateScalar } from '../../../platform/graphql-scalars.ts';
import { TodoGroupEnum } from '../../../platform/lifecycle-enums.ts';
import { PageInfoType } from '../../organisation/index.ts';
import { CandidacyType } from './candidacy-types.ts';
import { TransferType } from './transfer-types.ts';

@ObjectType('TodoCount', { simpleResolvers: true, description: 'How many things there are to do in a part of the list.' })
export class TodoCountType {
  @Field(() => TodoGroupEnum, { description: 'The part.' }) group!: TodoGroup;
  @Field(() => Int, { description: 'How many.' }) count!: number;
}

@ObjectType('TodoDay', { simpleResolvers: true, description: 'How many limits run out on a day.' })
export class TodoDayType {
  @Field(() => DateScalar, { description: 'The day.' }) day!: Day;
  @Field(() => Int, { description: 'How many.' }) count!: number;
}

@ObjectType('TodoItem', { simpleResolvers: true, description: 'Something to do: either a candidacy or a letter.' })
export class TodoItemType {
  @Field(() => CandidacyType, { nullable: true, description: 'A candidacy on which somebody has to act.' }) candidacy!: CandidacyType | null;
  @Field(() => TransferType, { nullable: true, description: 'A letter of transfer that waits to be accepted.' }) letter!: TransferType | null;
}

@ObjectType('TodoItemEdge', { description: 'Something to do in a list.' })
export class TodoItemEdgeType {
  @Field(() => TodoItemType, { description: 'What is to be done.' }) node!: TodoItemType;
  @Field(() => String, { description: 'Cursor of this row.' }) cursor!: string;
}

@ObjectType('TodoItemConnection', { description: 'A page of things to do.' })
export class TodoItemConnectionType {
  @Field(() => [TodoItemEdgeType], { description: 'The rows with their cursors.' }) edges!: TodoItemEdgeType[];
  @Field(() => [TodoItemType], { description: 'The rows.' }) nodes!: TodoItemType[];
  @Field(() => PageInfoType, { description: 'Where the page stands.' }) pageInfo!: PageInfoType;
  @Field(() => Int, { description: 'Exact number of rows of the whole list.' }) totalCount!: number;
}

@ObjectType('Todo', {
  description:
    'What is to be done in the scope, as of today: each candidacy, and each letter of transfer that a unit of the scope has to accept or that it sent and whose limit ran out, stands in the first part that fits.',
})
export class TodoType {
  @Field(() => DateScalar, { description: 'The day for which it is made.' }) today!: Day;
}
