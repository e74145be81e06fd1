import type { Day } from '../../../kernel/day.ts';
import type { Kept } from './kept.ts';
import type { RecordRefusal } from './record-refusal.ts';
import { readNeeded, readOptional } from './record-text.ts';

/** What is kept of something in the way of a unit. */
export interface ObstacleFacts {
  readonly title: string;
  readonly details: string | null;
  /** Who sees to it. */
  readonly ownerName: string;
  readonly raisedOn: Day;
  readonly dueOn: Day | null;
}

/** Something in the way of a unit. */
export interface Obstacle extends ObstacleFacts, Kept {
  readonly unitId: string;
  readonly resolvedOn: Day | null;
  readonly resolution: string | null;
  readonly resolverName: string | null;
}

/** What is kept of an inspection. */
export interface InspectionFacts {
  readonly on: Day;
  readonly title: string;
  readonly conclusion: string | null;
  /** Who led it. */
  readonly inspector: string | null;
  readonly documentId: string | null;
}

/** That a unit was inspected by one above it. */
export interface Inspection extends InspectionFacts, Kept {
  readonly unitId: string;
  readonly byUnitId: string;
  /** Whether the reader has the unit that made it in scope: then taking it back is the reader’s. */
  readonly isMaker: boolean;
}

/** A child of a unit, and when it was last inspected. */
export interface InspectionAge {
  readonly unitId: string;
  /** Null where it never was. */
  readonly lastOn: Day | null;
  readonly inspections: number;
}

/** What is kept of a reminder. */
export interface ReminderFacts {
  readonly text: string;
  readonly on: Day;
  readonly answerUntil: Day | null;
}

/** What a unit above urged a unit to do, and the reply. */
export interface Reminder extends ReminderFacts, Kept {
  readonly unitId: string;
  readonly byUnitId: string;
  /** Whether the reader has the unit that sent it in scope: then the reply is not the reader’s to give, and taking it back is. */
  readonly isMaker: boolean;
  readonly reply: string | null;
  readonly repliedOn: Day | null;
  readonly replierName: string | null;
}

/** How much there is to follow up at a unit and below it. */
export interface FollowUp {
  readonly openObstacles: number;
  readonly overdueObstacles: number;
  readonly waitingReminders: number;
  readonly overdueReminders: number;
  /** Children that were never inspected. */
  readonly neverInspected: number;
}

type Read<Facts> = Facts | { readonly refused: RecordRefusal };

/** An obstacle as it is kept, or why it cannot be. */
export function readObstacle(facts: ObstacleFacts, today: Day): Read<ObstacleFacts> {
  const title = readNeeded('title', facts.title, 'title');
  if ('code' in title) return { refused: title };
  const details = readOptional('details', facts.details, 'note');
  if ('code' in details) return { refused: details };
  const owner = readNeeded('ownerName', facts.ownerName, 'line');
  if ('code' in owner) return { refused: owner };
  if (facts.raisedOn > today) return { refused: { code: 'DATE_IN_FUTURE', field: 'raisedOn' } };
  if (facts.dueOn !== null && facts.dueOn < facts.raisedOn) return { refused: { code: 'DATES_NOT_IN_ORDER', field: 'dueOn' } };
  return { ...facts, title: title.text, details: details.text, ownerName: owner.text };
}

/** An inspection as it is kept, or why it cannot be. */
export function readInspection(facts: InspectionFacts, today: Day): Read<InspectionFacts> {
  const title = readNeeded('title', facts.title, 'title');
  if ('code' in title) return { refused: title };
  const conclusion = readOptional('conclusion', facts.conclusion, 'note');
  if ('code' in conclusion) return { refused: conclusion };
  const inspector = readOptional('inspector', facts.inspector, 'line');
  if ('code' in inspector) return { refused: inspector };
  if (facts.on > today) return { refused: { code: 'DATE_IN_FUTURE', field: 'on' } };
  return { ...facts, title: title.text, conclusion: conclusion.text, inspector: inspector.text };
}

/** A reminder as it is kept, or why it cannot be. */
export function readReminder(facts: ReminderFacts, today: Day): Read<ReminderFacts> {
  const text = readNeeded('text', facts.text, 'note');
  if ('code' in text) return { refused: text };
  if (facts.on > today) return { refused: { code: 'DATE_IN_FUTURE', field: 'on' } };
  if (facts.answerUntil !== null && facts.answerUntil < facts.on) return { refused: { code: 'DATES_NOT_IN_ORDER', field: 'answerUntil' } };
  return { ...facts, text: text.text };
}

/** What ends something: its day (not before it began, not to come) and its words; or why it cannot. */
export function readEnd(on: Day, { from, today }: { readonly from: Day; readonly today: Day }, words: { readonly field: string; readonly text: string }): Read<{ readonly on: Day; readonly text: string }> {
  const read = readNeeded(words.field, words.text, 'note');
  if ('code' in read) return { refused: read };
  if (on > today) return { refused: { code: 'DATE_IN_FUTURE', field: 'on' } };
  return on < from ? { refused: { code: 'DATES_NOT_IN_ORDER', field: 'on' } } : { on, text: read.text };
}
