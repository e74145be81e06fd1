import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Role } from '@banyan/schema/enums';
import type { RecordRefusalCode } from '@banyan/schema/records';
import { daysFrom } from '../../../kernel/day.ts';
import { decodeIdIfGiven, decodeIdOf } from '../../../kernel/ids.ts';
import { RecordRefusalCodeEnum } from '../../../platform/record-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { isAllowed } from '../../access/index.ts';
import { UnitStubType, UnitType } from '../../organisation/index.ts';
import { changeObstacle, recordObstacle, resolveObstacle } from '../application/keep-obstacle.ts';
import { answerReminder, recordInspection, sendReminder } from '../application/supervise.ts';
import type { Reminder } from '../domain/follow-up.ts';
import { DocumentType } from './document-types.ts';
import { loadDocument } from './document-values.ts';
import * as types from './follow-up-types.ts';
import { loadInspection, loadObstacle, loadReminder, type InspectionAgeValue, type InspectionValue, type ObstacleValue, type ReminderValue } from './follow-up-values.ts';
import { RecordResult } from './record-types.ts';
import { recordOutcome, stubOf, todayFor, unitOf } from './record-values.ts';

@Resolver(() => types.ObstacleType)
export class ObstacleResolver {
  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit in whose way it stands.' })
  async unit(@Root() { obstacle }: ObstacleValue, @Ctx() context: RequestContext) {
    return await unitOf(context, obstacle.unitId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it was to be resolved before today and is not.' })
  async isOverdue(@Root() { obstacle }: ObstacleValue, @Ctx() context: RequestContext) {
    return obstacle.resolvedOn === null && obstacle.dueOn !== null && obstacle.dueOn < (await todayFor(context));
  }
}

@Resolver(() => types.InspectionType)
export class InspectionResolver {
  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit that was inspected.' })
  async unit(@Root() { inspection }: InspectionValue, @Ctx() context: RequestContext) {
    return await unitOf(context, inspection.unitId);
  }

  @FieldResolver(() => UnitStubType, { nullable: true, description: 'The unit that inspected it; null where the viewer may not know it.' })
  async by(@Root() { inspection }: InspectionValue, @Ctx() context: RequestContext) {
    return await stubOf(context, inspection.byUnitId);
  }

  @FieldResolver(() => DocumentType, { nullable: true, description: 'The document that concludes it; null where there is none, or the viewer does not see it.' })
  async document(@Root() { inspection }: InspectionValue, @Ctx() context: RequestContext) {
    return inspection.documentId && (await loadDocument(context, inspection.documentId));
  }
}

@Resolver(() => types.InspectionAgeType)
export class InspectionAgeResolver {
  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit.' })
  async unit(@Root() { age }: InspectionAgeValue, @Ctx() context: RequestContext) {
    return await unitOf(context, age.unitId);
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Days since the last inspection; null where there was none.' })
  async daysSince(@Root() { age }: InspectionAgeValue, @Ctx() context: RequestContext) {
    return age.lastOn === null ? null : daysFrom(age.lastOn, await todayFor(context)) - 1;
  }
}

@Resolver(() => types.ReminderType)
export class ReminderResolver {
  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit that it was sent to.' })
  async unit(@Root() { reminder }: ReminderValue, @Ctx() context: RequestContext) {
    return await unitOf(context, reminder.unitId);
  }

  @FieldResolver(() => UnitStubType, { nullable: true, description: 'The unit that sent it; null where the viewer may not know it.' })
  async by(@Root() { reminder }: ReminderValue, @Ctx() context: RequestContext) {
    return await stubOf(context, reminder.byUnitId);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it was to be answered before today and is not.' })
  async isOverdue(@Root() { reminder }: ReminderValue, @Ctx() context: RequestContext) {
    return reminder.repliedOn === null && reminder.answerUntil !== null && reminder.answerUntil < (await todayFor(context));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may answer it.' })
  async viewerCanAnswer(@Root() { reminder }: ReminderValue, @Ctx() context: RequestContext) {
    return cannotAnswer((await context.scope()).actor.role, reminder) === null;
  }

  @FieldResolver(() => RecordRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not answer it.' })
  async viewerCannotAnswerBecause(@Root() { reminder }: ReminderValue, @Ctx() context: RequestContext): Promise<RecordRefusalCode | null> {
    return cannotAnswer((await context.scope()).actor.role, reminder);
  }
}

/** Why somebody may not answer a reminder, or null: the side that sent it does not. */
function cannotAnswer(role: Role, { isMaker, takenBackReason }: Reminder): RecordRefusalCode | null {
  if (!isAllowed(role, 'record.keep')) return 'FORBIDDEN_FOR_ROLE';
  if (isMaker) return 'NOT_YOURS_TO_ANSWER';
  return takenBackReason === null ? null : 'TAKEN_BACK';
}

@Resolver()
export class FollowUpMutations {
  @Mutation(() => RecordResult, { description: 'Records what stands in the way of a unit.' })
  async recordObstacle(@Ctx() context: RequestContext, @Arg('input', () => types.RecordObstacleInput, { description: 'The obstacle.' }) input: types.RecordObstacleInput) {
    const { unit, details = null, dueOn = null, ...rest } = input;
    return await recordOutcome(await recordObstacle(context, { ...rest, details, dueOn, unitId: decodeIdOf('Unit', unit) }), async (id) => await loadObstacle(context, id));
  }

  @Mutation(() => RecordResult, { description: 'Changes what is said of an obstacle.' })
  async changeObstacle(@Ctx() context: RequestContext, @Arg('input', () => types.ChangeObstacleInput, { description: 'The obstacle.' }) input: types.ChangeObstacleInput) {
    const { obstacle, details = null, dueOn = null, ...rest } = input;
    return await recordOutcome(await changeObstacle(context, { ...rest, details, dueOn, id: decodeIdOf('Obstacle', obstacle) }), async (id) => await loadObstacle(context, id));
  }

  @Mutation(() => RecordResult, { description: 'Resolves an obstacle, or puts right what was said of that.' })
  async resolveObstacle(@Ctx() context: RequestContext, @Arg('input', () => types.ResolveObstacleInput, { description: 'The obstacle, the day and how.' }) input: types.ResolveObstacleInput) {
    const { obstacle, ...rest } = input;
    return await recordOutcome(await resolveObstacle(context, { ...rest, id: decodeIdOf('Obstacle', obstacle) }), async (id) => await loadObstacle(context, id));
  }

  @Mutation(() => RecordResult, { description: 'Records that the acting unit has inspected a unit below it.' })
  async recordInspection(@Ctx() context: RequestContext, @Arg('input', () => types.RecordInspectionInput, { description: 'The inspection.' }) input: types.RecordInspectionInput) {
    const { unit, document, conclusion = null, inspector = null, ...rest } = input;
    const outcome = await recordInspection(context, { ...rest, conclusion, inspector, unitId: decodeIdOf('Unit', unit), documentId: decodeIdIfGiven('Document', document) });
    return await recordOutcome(outcome, async (id) => await loadInspection(context, id));
  }

  @Mutation(() => RecordResult, { description: 'Sends a reminder from the acting unit to a unit below it.' })
  async sendReminder(@Ctx() context: RequestContext, @Arg('input', () => types.SendReminderInput, { description: 'The reminder.' }) input: types.SendReminderInput) {
    const { unit, answerUntil = null, ...rest } = input;
    return await recordOutcome(await sendReminder(context, { ...rest, answerUntil, unitId: decodeIdOf('Unit', unit) }), async (id) => await loadReminder(context, id));
  }

  @Mutation(() => RecordResult, { description: 'Answers a reminder for the unit that it was sent to, or puts the answer right.' })
  async answerReminder(@Ctx() context: RequestContext, @Arg('input', () => types.AnswerReminderInput, { description: 'The reminder and the reply.' }) input: types.AnswerReminderInput) {
    const { reminder, ...rest } = input;
    return await recordOutcome(await answerReminder(context, { ...rest, id: decodeIdOf('Reminder', reminder) }), async (id) => await loadReminder(context, id));
  }
}
