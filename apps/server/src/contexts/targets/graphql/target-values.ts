import type { TargetBase } from '@banyan/schema/targets';
import { addDays, addMonths, dayInVietNam, earlier, startOf, type Day } from '../../../kernel/day.ts';
import { encodeId } from '../../../kernel/ids.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import type { Scope } from '../../../platform/scope.ts';
import { loadSlices, loadTotals, type Basis } from '../../ledger/index.ts';
import { loadTerm } from '../../organisation/index.ts';
import { indicatorSources, type CountedStep } from '../domain/indicator.ts';
import { progressOf, type Course } from '../domain/progress.ts';
import { findTargetsById, openEnd } from '../persistence/target-reads.ts';
import type { PlainTarget, Target, TargetVersion } from '../persistence/target-rows.ts';
import { countPlacesWithoutCell, countSteps } from '../persistence/worksheet-reads.ts';
import { TargetProgressType, TargetType, TargetVersionType } from './target-types.ts';

/** A version as its resolvers pass it on. */
export type VersionValue = TargetVersionType & Pick<TargetVersion, 'documentId'>;

/** A target as its resolvers pass it on. */
export type TargetValue = TargetType & VersionValue & { readonly row: Target };

/** A version as the API shows it. */
export function versionValue(version: TargetVersion): VersionValue {
  const { number, terms, documentId, documentNumber, issuedOn, reason, note, recordedAt, recorderName } = version;
  return Object.assign(new TargetVersionType(), { number, ...terms, documentId, documentNumber, issuedOn, reason, note, recordedAt, recordedBy: recorderName });
}

/** A target as the API shows it. */
export function targetValue(row: Target): TargetValue {
  const { indicator, slice, period, startsOn, endsOn, closedOn, parentId } = row;
  return Object.assign(new TargetType(), versionValue(row.current), {
    row, id: encodeId('Target', row.id), indicator, slice, period, startsOn, endsOn, closedOn,
    state: closedOn === null ? ('ISSUED' as const) : ('CLOSED' as const),
    isPart: parentId !== null,
  });
}

/** What is read of many at once by a function of their ids. */
export async function loadOf<T>(context: RequestContext, name: string, id: string, read: (scope: Scope, ids: readonly string[]) => Promise<Map<string, T>>): Promise<T | undefined> {
  const loader = context.loader<string, T | undefined>(name, async (ids) => {
    const found = await read(await context.scope(), ids);
    return ids.map((key) => found.get(key));
  });
  return await loader.load(id);
}

/** A target of the scope, or null. */
export async function loadTarget(context: RequestContext, id: string): Promise<TargetValue | null> {
  const row = await loadOf(context, 'target', id, findTargetsById);
  return row ? targetValue(row) : null;
}

/** The day up to which facts count for the account that acts. */
export async function loadToday(context: RequestContext): Promise<Day> {
  return todayOf((await context.scope()).actor.lastDataOn, dayInVietNam(context.now()));
}

/** What an indicator counted of a unit from a day to another, both included. */
export async function loadCount(context: RequestContext, basis: Basis, { unitId, indicator, slice }: Pick<Target, 'unitId' | 'indicator' | 'slice'>, from: Day, to: Day, batch: 'totals' | 'steps' = 'totals'): Promise<number> {
  if (to < from) return 0;
  const source = indicatorSources[indicator];
  if (source.from === 'LEDGER' && slice === null) return (await loadTotals(context, batch, basis, { unitId, measures: [source.measure], from, to }))[0] ?? 0;
  if (source.from === 'LEDGER' && slice !== null) return (await loadSlices(context, basis, { dimension: slice.dimension, where: [] }, { unitId, measure: source.measure, from, to })).get(slice.key) ?? 0;
  if (source.from === 'STEPS') {
    const loader = context.loader<{ unitId: string; step: CountedStep; from: Day; to: Day }, number>('steps-of-candidacies', async (asked) => await countSteps(await context.scope(), asked), (asked) => Object.values(asked).join(' '));
    return await loader.load({ unitId, step: source.step, from, to });
  }
  const loader = context.loader<{ unitId: string; on: Day }, number>('places-without-cell', async (asked) => await countPlacesWithoutCell(await context.scope(), asked), (asked) => Object.values(asked).join(' '));
  return await loader.load({ unitId, on: to });
}

async function loadMembers(context: RequestContext, basis: Basis, unitId: string, day: Day): Promise<number> {
  return (await loadTotals(context, 'totals', basis, { unitId, measures: ['MEMBERS'], from: day, to: day }))[0] ?? 0;
}

/** The members that a rate is taken of; null for numbers. Half-up where two days are averaged. */
export async function loadBase(context: RequestContext, basis: Basis, unitId: string, terms: { readonly base: TargetBase | null; readonly baseNumber: number | null }, { from, to }: Pick<Course, 'from' | 'to'>): Promise<number | null> {
  const at = async (day: Day) => await loadMembers(context, basis, unitId, day);
  switch (terms.base) {
    case null:
      return null;
    case 'FIXED_NUMBER':
      return terms.baseNumber;
    case 'STOCK_AT_TERM_START': {
      const term = await loadTerm(context, unitId, to);
      return term ? await at(addDays(term.from, -1)) : null;
    }
    case 'STOCK_AT_YEAR_START':
      return await at(addDays(startOf('YEAR', to), -1));
    case 'STOCK_AT_PERIOD_END':
      return await at(to);
    case 'AVERAGE_STOCK': {
      const [first, last] = await Promise.all([at(addDays(from, -1)), at(to)]);
      return Math.floor((first + last + 1) / 2);
    }
  }
}

/** How the period of a target lies in time up to a day. What was closed with its unit ended on the day before. */
export function courseOf({ startsOn, endsOn, closedOn }: Pick<Target, 'startsOn' | 'endsOn' | 'closedOn'>, asOf: Day): Course {
  const last = closedOn !== null && closedOn <= asOf ? addDays(closedOn, -1) : asOf;
  const to = earlier(last, endsOn ?? openEnd);
  return { from: startsOn, to, endsOn: endsOn ?? plannedEnd(startsOn, asOf), complete: to < asOf || (endsOn !== null && endsOn <= asOf) };
}

/** The last day of a term that has none yet: terms of committees last five years (domain: terms). Null once they are over. */
function plannedEnd(startsOn: Day, asOf: Day): Day | null {
  const end = addDays(addMonths(startsOn, 60), -1);
  return end > asOf ? end : null;
}

/** A result beside its target as its resolvers pass it on. */
export type TargetProgressValue = TargetProgressType & { readonly row: PlainTarget; readonly basis: Basis; readonly course: Course; readonly whole: Target | null };

/** A target as a result is put beside it. */
export function plainTargetOf({ current, ...target }: Target): PlainTarget {
  return { ...target, terms: current.terms };
}

/** A result beside its target, by the days of the target itself. `known` is the result where it has been read already, `whole` all of the target. */
export async function loadProgress(context: RequestContext, row: PlainTarget, basis: Basis, asked: { tolerance: number; known?: number; whole?: Target }): Promise<TargetProgressValue | null> {
  const course = courseOf(row, basis.asOf);
  if (course.to < course.from) return null;
  const isDown = row.terms.kind === 'REDUCE_TO';
  const [actual, base, start] = await Promise.all([
    asked.known ?? row.closedResult ?? loadCount(context, basis, row, course.from, course.to),
    loadBase(context, basis, row.unitId, row.terms, course),
    isDown ? loadCount(context, basis, row, addDays(course.from, -1), addDays(course.from, -1)) : null,
  ]);
  const { kind } = row.terms;
  const progress = progressOf(row.terms, { actual, base, start }, course, asked.tolerance);
  return Object.assign(new TargetProgressType(), { ...progress, row, basis, course, whole: asked.whole ?? null, kind, actual, base, tolerance: asked.tolerance });
}

/** The days whose result is the last year's beside a target: the same ones a year before, or of a longer period the last whole year. */
export function lastYearOf({ startsOn, endsOn }: Pick<Target, 'startsOn' | 'endsOn'>, today: Day): { from: Day; to: Day } {
  if (endsOn !== null && endsOn < addMonths(startsOn, 12)) return { from: addMonths(startsOn, -12), to: addMonths(endsOn, -12) };
  const year = Number(today.slice(0, 4)) - 1;
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** The basis of a question that asks for no other: by the tree as it was, all that is known by now. */
export function plainBasis(asOf: Day): Basis {
  return { view: 'AS_IT_WAS', asOf, knownAt: null };
}

