import { parsePeriod } from '@banyan/schema/period';
import { endOf, type Day } from '../../../kernel/day.ts';
import type { Kept } from './kept.ts';
import type { RecordRefusal } from './record-refusal.ts';
import { readNeeded, readOptional } from './record-text.ts';

/** What is kept of a plan, besides whose it is. */
export interface PlanFacts {
  readonly documentId: string | null;
  /** The plan of a unit above that it follows. */
  readonly parentId: string | null;
  /** Whether the units below see it. */
  readonly isHandedDown: boolean;
}

/** What a unit sets out to do in a year. */
export interface Plan extends PlanFacts, Kept {
  readonly unitId: string;
  readonly year: number;
  readonly itemCount: number;
  readonly doneCount: number;
  readonly overdueCount: number;
}

/** What is kept of an item of a plan. */
export interface PlanItemFacts {
  /** A month or a quarter of the plan's year: 2026-03, 2026-Q1. */
  readonly period: string;
  readonly title: string;
  readonly responsible: string | null;
  /** The target of the plan's own unit that it works towards. */
  readonly targetId: string | null;
}

/** One thing to do in a month or a quarter. */
export interface PlanItem extends PlanItemFacts, Kept {
  readonly planId: string;
  /** Whose plan it is of. */
  readonly unitId: string;
  readonly year: number;
  /** Last day of its period. */
  readonly dueOn: Day;
  readonly doneOn: Day | null;
}

/** A line of what became of an item: that it was done, or (without a day) that it was not after all. */
export interface PlanItemCheck {
  readonly itemId: string;
  readonly doneOn: Day | null;
  readonly note: string | null;
  readonly recorderName: string;
  readonly recordedAt: Date;
}

/** Plans are made for years from 2000 to five years ahead. */
export function isPlanYear(year: number, today: Day): boolean {
  return year >= 2000 && year <= Number(today.slice(0, 4)) + 5;
}

/** The last day of a month or a quarter of a year, or null where the period is neither, or of another year. */
export function dueOnOf(period: string, year: number): Day | null {
  const parts = parsePeriod(period);
  if (parts?.form !== 'MONTH' && parts?.form !== 'QUARTER') return null;
  if (parts.year !== year) return null;
  const month = parts.form === 'MONTH' ? parts.month : parts.quarter * 3;
  return endOf('MONTH', `${year}-${String(month).padStart(2, '0')}-01`);
}

/** What is asked of an item besides its target, which has to be found first. */
export type AskedItemFacts = Omit<PlanItemFacts, 'targetId'>;

/** An item as it is kept, with the day by which it is due, or why it cannot be. */
export function readPlanItem(facts: AskedItemFacts, year: number): (AskedItemFacts & { readonly dueOn: Day }) | { readonly refused: RecordRefusal } {
  const dueOn = dueOnOf(facts.period, year);
  if (dueOn === null) return { refused: { code: 'PERIOD_NOT_IN_YEAR', field: 'period' } };
  const title = readNeeded('title', facts.title, 'title');
  if ('code' in title) return { refused: title };
  const responsible = readOptional('responsible', facts.responsible, 'line');
  if ('code' in responsible) return { refused: responsible };
  return { period: facts.period, dueOn, title: title.text, responsible: responsible.text };
}
