import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { todoGroups, type TodoGroup } from '@banyan/schema/lifecycle';
import { checkedFirst, decodeCursor, pageOf } from '../../../kernel/connection.ts';
import type { Day } from '../../../kernel/day.ts';
import { TodoGroupEnum } from '../../../platform/lifecycle-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { connectionOf } from '../../organisation/index.ts';
import { countOfPart, daysOf, listTodoThings, readTodo, type TodoThing } from '../application/read-todo.ts';
import { candidacyValue, viewerToday } from './candidacy-values.ts';
import * as types from './todo-types.ts';
import { transferValue } from './transfer-values.ts';

function itemValue(thing: TodoThing): types.TodoItemType {
  const letter = 'letter' in thing ? transferValue(thing.letter) : null;
  return { letter, candidacy: 'candidacy' in thing ? candidacyValue(thing.candidacy) : null };
}

/** What there is to do, counted once of an operation. */
async function loadTodo(context: RequestContext, today: Day) {
  return await context.held('todo', async () => await readTodo(await context.scope(), today));
}

@Resolver(() => types.TodoType)
export class TodoResolver {
  @Query(() => types.TodoType, { description: 'What is to be done in the scope, as of today.' })
  async todo(@Ctx() context: RequestContext) {
    return { today: await viewerToday(context) };
  }

  @FieldResolver(() => [types.TodoCountType], { description: 'The parts of the list in their order, with how much there is of each.' })
  async counts(@Root() { today }: types.TodoType, @Ctx() context: RequestContext) {
    const todo = await loadTodo(context, today);
    return todoGroups.map((group) => ({ group, count: countOfPart(todo, group) }));
  }

  @FieldResolver(() => [types.TodoDayType], { description: 'The days of today and the next six weeks on which limits run out, with how many do.' })
  async days(@Root() { today }: types.TodoType, @Ctx() context: RequestContext) {
    return daysOf(await loadTodo(context, today));
  }

  @FieldResolver(() => types.TodoItemConnectionType, { description: 'One part of the list, the most urgent first.' })
  async items(
    @Root() { today }: types.TodoType,
    @Ctx() context: RequestContext,
    @Arg('group', () => TodoGroupEnum, { description: 'Which part.' }) group: TodoGroup,
    @Arg('first', () => Int, { description: 'Size of the page, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Start after the row of this cursor.' }) after: string | null,
  ) {
    const size = checkedFirst(first, 100);
    const cursor = decodeCursor(after, 'DAY');
    const todo = await loadTodo(context, today);
    const things = await listTodoThings(await context.scope(), todo, group, { first: size, after: cursor });
    if (things.length > 0) context.auditOnce({ action: 'person.list', result: 'DONE' });
    const rows = things.map(({ thing, cursor: at }) => ({ row: thing, cursor: at }));
    return connectionOf<TodoThing, types.TodoItemType>(pageOf(rows, size, countOfPart(todo, group), cursor !== null), itemValue);
  }
}
