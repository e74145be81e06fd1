import type { RequestContext } from '../../../platform/request-context.ts';
import type { Inspection, InspectionAge, Obstacle, Reminder } from '../domain/follow-up.ts';
import { findInspectionsById, findObstaclesById, findRemindersById } from '../persistence/follow-up-rows.ts';
import { InspectionAgeType, InspectionType, ObstacleType, ReminderType } from './follow-up-types.ts';
import { keptValue, loadKept } from './record-values.ts';

export type ObstacleValue = ObstacleType & { readonly obstacle: Obstacle };
export type InspectionValue = InspectionType & { readonly inspection: Inspection };
export type InspectionAgeValue = InspectionAgeType & { readonly age: InspectionAge };
export type ReminderValue = ReminderType & { readonly reminder: Reminder };

/** An obstacle as the API shows it. */
export function obstacleValue(obstacle: Obstacle): ObstacleValue {
  const { title, details, ownerName, raisedOn, dueOn, resolvedOn, resolution, resolverName: resolvedBy } = obstacle;
  return Object.assign(new ObstacleType(), { ...keptValue('Obstacle', obstacle), obstacle, title, details, ownerName, raisedOn, dueOn, resolvedOn, resolution, resolvedBy });
}

/** An inspection as the API shows it. */
export function inspectionValue(inspection: Inspection): InspectionValue {
  const { on, title, conclusion, inspector } = inspection;
  return Object.assign(new InspectionType(), { ...keptValue('Inspection', inspection), inspection, on, title, conclusion, inspector });
}

/** A unit and its last inspection as the API shows them. */
export function inspectionAgeValue(age: InspectionAge): InspectionAgeValue {
  return Object.assign(new InspectionAgeType(), { age, lastOn: age.lastOn, inspections: age.inspections });
}

/** A reminder as the API shows it. */
export function reminderValue(reminder: Reminder): ReminderValue {
  const { text, on, answerUntil, reply, repliedOn, replierName: repliedBy } = reminder;
  return Object.assign(new ReminderType(), { ...keptValue('Reminder', reminder), reminder, text, on, answerUntil, reply, repliedOn, repliedBy });
}

/** An obstacle of the scope, by its row id. */
export async function loadObstacle(context: RequestContext, id: string): Promise<ObstacleValue | null> {
  const obstacle = await loadKept(context, 'Obstacle', id, findObstaclesById);
  return obstacle && obstacleValue(obstacle);
}

/** An inspection of the scope, by its row id. */
export async function loadInspection(context: RequestContext, id: string): Promise<InspectionValue | null> {
  const inspection = await loadKept(context, 'Inspection', id, findInspectionsById);
  return inspection && inspectionValue(inspection);
}

/** A reminder of the scope, by its row id. */
export async function loadReminder(context: RequestContext, id: string): Promise<ReminderValue | null> {
  const reminder = await loadKept(context, 'Reminder', id, findRemindersById);
  return reminder && reminderValue(reminder);
}
