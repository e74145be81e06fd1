import { parsePeriod } from '@banyan/schema/period';
import { usualWatch, type WatchList } from '@banyan/schema/watch';
import type { Cursor } from '../../../kernel/connection.ts';
import { addMonths } from '../../../kernel/day.ts';
import { percentOf } from '../../../kernel/half-up.ts';
import { resolvePeriod } from '../../../kernel/period.ts';
import { Refused } from '../../../kernel/refused.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { loadTotals } from '../../ledger/index.ts';
import { loadTerm } from '../../organisation/index.ts';
import type { WatchPage, WatchQuestion, WatchRow } from '../domain/watch.ts';
import { findPlainTargets } from '../persistence/target-reads.ts';
import { findWatchedUnits, readCountedList } from '../persistence/watch-reads.ts';
import { loadBase, loadProgress, loadToday, plainBasis } from './target-values.ts';
import { WatchParametersInput } from './watch-types.ts';

function checked(input: WatchParametersInput): WatchParametersInput {
  const refuse = (field: string): never => {
    throw new Refused('BAD_USER_INPUT', field);
  };
  if (![1, 2, 3, 5].includes(input.years)) refuse('years');
  if (input.tolerance < 0 || input.tolerance > 100) refuse('tolerance');
  if (!(input.percent >= 0 && input.percent <= 100) || Math.abs(input.percent * 100 - Math.round(input.percent * 100)) > 1e-6) refuse('percent');
  if (input.base === 'FIXED_NUMBER') refuse('base');
  if (input.months < 1 || input.months > 60) refuse('months');
  return input;
}

/** What a list is asked by: the parameters with the days that they mean for a unit. Null where the period or the term is none of the unit's. */
export async function watchQuestion(context: RequestContext, list: WatchList, unitId: string, asked: WatchParametersInput | null | undefined): Promise<WatchQuestion | null> {
  const input = checked(asked ?? Object.assign(new WatchParametersInput(), usualWatch));
  const today = await loadToday(context);
  const year = Number(today.slice(0, 4));
  const period = input.period ?? String(list === 'RATE_BELOW' ? year - 1 : year);
  const isTerm = parsePeriod(period)?.form === 'TERM';
  const term = isTerm || input.sinceTerm ? await loadTerm(context, unitId, today) : null;
  if (isTerm && !term) return null;
  const { from, to, endsOn } = resolvePeriod(period, today, term);
  const before = input.sinceTerm ? (term?.from ?? today) : addMonths(today, -12 * input.years);
  if (input.sinceTerm && !term) return null;
  const { tier, tolerance, percent, base, places } = input;
  return { unitId, today, tier, from, to, endsOn, before, tolerance, percent, base, until: addMonths(today, input.months), gap: places };
}

function rowOf(unitId: string, at: Pick<WatchRow, 'key' | 'count' | 'percent'>): WatchRow {
  return { id: unitId, unitId, since: null, candidacyId: null, name: null, ...at };
}

/** A number as a text that is ordered like it, the largest first. */
function largestFirst(value: number): string {
  return String(9_999_999_999 - Math.round(value)).padStart(10, '0');
}

interface Made {
  readonly rows: readonly WatchRow[];
  readonly base: number;
}

async function makeBehind(context: RequestContext, question: WatchQuestion): Promise<Made> {
  const scope = await context.scope();
  const units = await findWatchedUnits(scope, question, 'WITH_TARGET');
  const basis = plainBasis(question.today);
  const found = await findPlainTargets(scope, basis, units.map((unitId) => ({ unitId, indicator: 'ADMITTED', from: question.from, endsOn: question.endsOn })));
  const rows = await Promise.all(found.map(async (target): Promise<WatchRow | null> => {
    const progress = target && (await loadProgress(context, target, basis, { tolerance: question.tolerance }));
    return target && progress?.pace === 'BEHIND' ? rowOf(target.unitId, { key: largestFirst(progress.shortOfPace), count: progress.shortOfPace, percent: progress.percentOfLow }) : null;
  }));
  return { rows: rows.flatMap((row) => row ?? []), base: found.filter((target) => target !== null).length };
}

async function makeRateBelow(context: RequestContext, question: WatchQuestion): Promise<Made> {
  const { from, to, percent } = question;
  const units = await findWatchedUnits(await context.scope(), question, 'ORGANISATIONS');
  const basis = plainBasis(question.today);
  if (to < from) return { rows: [], base: 0 };
  const counted = await Promise.all(units.map(async (unitId) => {
    const [[admitted = 0], base] = await Promise.all([
      loadTotals(context, 'totals', basis, { unitId, measures: ['ADMITTED'], from, to }),
      loadBase(context, basis, unitId, { base: question.base, baseNumber: null }, question),
    ]);
    return { unitId, admitted, base: base ?? 0 };
  }));
  const withMembers = counted.filter(({ base }) => base > 0);
  const below = withMembers.filter(({ admitted, base }) => admitted * 10_000 < base * Math.round(percent * 100));
  return {
    base: withMembers.length,
    rows: below.map(({ unitId, admitted, base }) => rowOf(unitId, { key: largestFirst((1 - admitted / base) * 1_000_000), count: admitted, percent: percentOf(admitted, base) })),
  };
}

function isAfter(row: WatchRow, after: Cursor | null): boolean {
  return after === null || row.key > after[0] || (row.key === after[0] && row.id > after[1]);
}

/** A page of a list. */
export async function readWatchList(context: RequestContext, list: WatchList, question: WatchQuestion, page: { first: number; after: Cursor | null }): Promise<WatchPage> {
  if (list !== 'BEHIND_PACE' && list !== 'RATE_BELOW') return await readCountedList(await context.scope(), list, question, page);
  const { rows, base } = list === 'BEHIND_PACE' ? await makeBehind(context, question) : await makeRateBelow(context, question);
  const ordered = rows.toSorted((a, b) => (a.key === b.key ? (a.id < b.id ? -1 : 1) : a.key < b.key ? -1 : 1));
  return { rows: ordered.filter((row) => isAfter(row, page.after)).slice(0, page.first + 1), totalCount: rows.length, base };
}
