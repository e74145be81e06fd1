import { Args, ArgsType, Ctx, Field, ID, Int, Query, Resolver } from 'type-graphql';
import type { ObstacleStanding, ReminderStanding } from '@banyan/schema/records';
import { checkedFirst, decodeCursor, pageOf } from '../../../kernel/connection.ts';
import type { Day } from '../../../kernel/day.ts';
import { decodeIdOr } from '../../../kernel/ids.ts';
import { ObstacleStandingEnum, ReminderStandingEnum } from '../../../platform/record-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import type { Scope } from '../../../platform/scope.ts';
import { connectionOf } from '../../organisation/index.ts';
import { countFollowUp, listInspectionAges, listInspections, listObstacles, listReminders, type Asked, type FollowUpPage } from '../persistence/follow-up-rows.ts';
import * as types from './follow-up-types.ts';
import { inspectionAgeValue, inspectionValue, obstacleValue, reminderValue } from './follow-up-values.ts';
import { todayFor } from './record-values.ts';

@ArgsType()
class UnitArgs {
  @Field(() => ID, { nullable: true, description: 'The unit; the unit of the acting grant where absent.' }) unit?: string | null;
}

@ArgsType()
class PageArgs extends UnitArgs {
  @Field(() => Int, { description: 'Size of the page, 1 to 100.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'Start after the row of this cursor.' }) after?: string | null;
}

@ArgsType()
class ObstaclesArgs extends PageArgs {
  @Field(() => ObstacleStandingEnum, { defaultValue: 'OPEN', description: 'Which of them.' }) standing!: ObstacleStanding;
}

@ArgsType()
class RemindersArgs extends PageArgs {
  @Field(() => ReminderStandingEnum, { defaultValue: 'WAITING', description: 'Which of them.' }) standing!: ReminderStanding;
}

async function unitIdOf(context: RequestContext, { unit }: UnitArgs): Promise<string | null> {
  return decodeIdOr('Unit', unit, (await context.scope()).actor.unitId);
}

/** A page of what is asked for, at a unit of the scope. */
async function pageFor<T, V>(
  context: RequestContext,
  args: PageArgs,
  { list, idOf, value }: { readonly list: (scope: Scope, today: Day, asked: Asked) => Promise<FollowUpPage<T>>; readonly idOf: (row: T) => string; readonly value: (row: T) => V },
) {
  const first = checkedFirst(args.first, 100);
  const after = decodeCursor(args.after, 'DAY');
  const unitId = await unitIdOf(context, args);
  const { rows, totalCount } = unitId ? await list(await context.scope(), await todayFor(context), { unitId, first, after }) : { rows: [], totalCount: 0 };
  const page = rows.map(({ row, key }) => ({ row, cursor: [key, idOf(row)] as const }));
  return connectionOf<T, V>(pageOf(page, first, totalCount, after !== null), value);
}

const byId = ({ id }: { readonly id: string }) => id;

@Resolver()
export class FollowUpQueries {
  @Query(() => types.ObstacleConnectionType, { description: 'What stands in the way of a unit and of those below it: the open ones by their day, so that the overdue come first.' })
  async obstacles(@Ctx() context: RequestContext, @Args(() => ObstaclesArgs) args: ObstaclesArgs) {
    return await pageFor(context, args, { list: async (scope, today, asked) => await listObstacles(scope, today, args.standing, asked), idOf: byId, value: obstacleValue });
  }

  @Query(() => types.InspectionConnectionType, { description: 'Inspections of a unit and of those below it, the latest first.' })
  async inspections(@Ctx() context: RequestContext, @Args(() => PageArgs) args: PageArgs) {
    return await pageFor(context, args, { list: listInspections, idOf: byId, value: inspectionValue });
  }

  @Query(() => types.InspectionAgeConnectionType, { description: 'The direct children of a unit by when they were last inspected: those that never were first, then the longest ago.' })
  async inspectionAges(@Ctx() context: RequestContext, @Args(() => PageArgs) args: PageArgs) {
    return await pageFor(context, args, { list: listInspectionAges, idOf: ({ unitId }) => unitId, value: inspectionAgeValue });
  }

  @Query(() => types.ReminderConnectionType, { description: 'Reminders to a unit and to those below it: those that wait by their day, so that the overdue come first.' })
  async reminders(@Ctx() context: RequestContext, @Args(() => RemindersArgs) args: RemindersArgs) {
    return await pageFor(context, args, { list: async (scope, today, asked) => await listReminders(scope, today, args.standing, asked), idOf: byId, value: reminderValue });
  }

  @Query(() => types.FollowUpType, { nullable: true, description: 'How much there is to follow up at a unit and below it; null outside the scope.' })
  async followUp(@Ctx() context: RequestContext, @Args(() => UnitArgs) args: UnitArgs) {
    const unitId = await unitIdOf(context, args);
    return unitId && (await countFollowUp(await context.scope(), await todayFor(context), unitId));
  }
}
