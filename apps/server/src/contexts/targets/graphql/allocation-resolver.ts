import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { isRate, type SplitWay, type TargetKind, type TargetRefusalCode } from '@banyan/schema/targets';
import { decodeIdOf, encodeId } from '../../../kernel/ids.ts';
import { Refused } from '../../../kernel/refused.ts';
import { SplitWayEnum } from '../../../platform/target-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { isAllowed } from '../../access/index.ts';
import { loadTotals } from '../../ledger/index.ts';
import { loadChildrenFounded, loadUnit, unitValue, UnitType } from '../../organisation/index.ts';
import { partsElsewhere } from '../application/publish-allocation.ts';
import { sumsOf, weighingDay } from '../domain/allocation.ts';
import { suggestSplit } from '../domain/split.ts';
import type { Amount } from '../domain/target.ts';
import { findAllocations, findDrafts, type PublishedAllocation } from '../persistence/allocation-rows.ts';
import { findParts, findPartsGone, type PartGone } from '../persistence/target-reads.ts';
import type { Target } from '../persistence/target-rows.ts';
import { findTargetUnits } from '../persistence/target-writes.ts';
import { countPools } from '../persistence/worksheet-reads.ts';
import * as types from './allocation-types.ts';
import { actionValue, cannotChange } from './target-resolver.ts';
import { TargetActionType, TargetType } from './target-types.ts';
import { lastYearOf, loadCount, loadOf, loadToday, plainBasis, targetValue, type TargetValue } from './target-values.ts';

type AllocationValue = types.AllocationType & { readonly made: PublishedAllocation; readonly whole: Target; readonly isLast: boolean };

async function loadParts(context: RequestContext, id: string): Promise<Target[]> {
  return (await loadOf(context, 'parts-of-target', id, async (scope, ids) => await findParts(scope, scope, ids))) ?? [];
}

async function loadAllocations(context: RequestContext, row: Target): Promise<AllocationValue[]> {
  const found = (await loadOf(context, 'allocations', row.id, async (scope, ids) => await findAllocations(scope, scope, ids))) ?? [];
  return found.map((made, place) => {
    const { number, divides, rule, reserve, origin, documentNumber, issuedOn, reason, recordedAt, recorderName } = made;
    return Object.assign(new types.AllocationType(), { made, whole: row, isLast: place === 0, number, divides, sumRule: rule, reserve, origin, documentNumber, issuedOn, reason, recordedAt, recordedBy: recorderName });
  });
}

async function loadGone(context: RequestContext, row: Target): Promise<PartGone[]> {
  return (await loadOf(context, 'parts-gone', row.id, findPartsGone)) ?? [];
}

async function cannotAllocate(context: RequestContext, row: Target): Promise<TargetRefusalCode | null> {
  if (!isAllowed((await context.scope()).actor.role, 'target.issue')) return 'FORBIDDEN_FOR_ROLE';
  const unit = await loadOf(context, 'target-units', row.unitId, async (scope, ids) => await findTargetUnits(scope, scope, ids));
  if (!unit?.givesTargets) return 'UNIT_GETS_NONE';
  return await cannotChange(context, row);
}

type RowValue = types.WorksheetRowType & { readonly unitId: string; readonly kind: TargetKind };

async function worksheetOf(context: RequestContext, row: Target): Promise<RowValue[]> {
  const today = await loadToday(context);
  const { from, to } = lastYearOf(row, today);
  const parts = new Map((await loadParts(context, row.id)).filter(({ closedOn }) => closedOn === null).map((part) => [part.unitId, part.current]));
  const children = await loadChildrenFounded(context, row.unitId, today);
  return await Promise.all(children.map(async ({ id, foundedOn }): Promise<RowValue> => {
    const basis = plainBasis(today);
    const [members, lastYear, pool] = await Promise.all([
      loadTotals(context, 'totals', basis, { unitId: id, measures: ['MEMBERS'], from: today, to: today }),
      foundedOn > to ? null : loadCount(context, basis, { unitId: id, indicator: row.indicator, slice: row.slice }, from, to),
      loadOf(context, 'pools', id, countPools),
    ]);
    const current = parts.get(id);
    return Object.assign(new types.WorksheetRowType(), { unitId: id, kind: row.current.terms.kind, members: members[0] ?? 0, lastYear, pool: pool?.all ?? 0, current: current ? { low: current.terms.low, high: current.terms.high } : null, note: current?.note ?? null });
  }));
}

/** What a way of dividing weighs a row by. */
const weightOf: Readonly<Record<SplitWay, (row: RowValue) => number>> = {
  MEMBERS: ({ members }) => members,
  LAST_YEAR: ({ lastYear }) => lastYear ?? 0,
  POOL: ({ pool }) => pool,
  EQUAL: () => 1,
};

@Resolver(() => TargetType)
export class TargetAllocationResolver {
  @FieldResolver(() => types.AllocationType, { nullable: true, description: 'How the unit divides it now; null where it does not.' })
  async allocation(@Root() { row }: TargetValue, @Ctx() context: RequestContext) {
    return (await loadAllocations(context, row))[0] ?? null;
  }

  @FieldResolver(() => [types.AllocationType], { description: 'All the ways in which it was divided, the last one first.' })
  async allocations(@Root() { row }: TargetValue, @Ctx() context: RequestContext) {
    return await loadAllocations(context, row);
  }

  @FieldResolver(() => [TargetType], { description: 'Its parts: what the units directly below were given of it, in the order of the tree.' })
  async parts(@Root() { row }: TargetValue, @Ctx() context: RequestContext) {
    return (await loadParts(context, row.id)).map(targetValue);
  }

  @FieldResolver(() => types.AllocationDraftType, { nullable: true, description: 'The worksheet of it that is not published; null where there is none, and for roles that do not hand out.' })
  async draft(@Root() { row }: TargetValue, @Ctx() context: RequestContext) {
    const draft = isAllowed((await context.scope()).actor.role, 'target.issue') ? await loadOf(context, 'allocation-drafts', row.id, findDrafts) : undefined;
    if (!draft) return null;
    const { version, rule, reserve, lines, savedAt, saverName } = draft;
    return { version, sumRule: rule, reserve, savedAt, savedBy: saverName, lines: lines.map(({ unitId, ...line }) => ({ ...line, unit: encodeId('Unit', unitId) })) };
  }

  @FieldResolver(() => [types.WorksheetRowType], { description: 'The units directly below today, with what helps to divide it, in the order of the tree.' })
  async worksheet(@Root() { row }: TargetValue, @Ctx() context: RequestContext) {
    return await worksheetOf(context, row);
  }

  @FieldResolver(() => [types.SuggestedLineType], { description: 'How it would be divided by a way, whole numbers by the largest remainder, the locked rows as they are, less what counts of units that are not below any more. A rate is the same for all.' })
  async suggestion(
    @Root() { row }: TargetValue,
    @Ctx() context: RequestContext,
    @Arg('way', () => SplitWayEnum, { description: 'By what.' }) way: SplitWay,
    @Arg('reserve', () => types.AmountInput, { nullable: true, description: 'What is kept back.' }) reserve: types.AmountInput | null,
    @Arg('locked', () => [types.AllocationLineInput], { nullable: true, description: 'Rows that stay as they are.' }) locked: types.AllocationLineInput[] | null,
  ) {
    const { terms } = row.current;
    const kept = new Map((locked ?? []).map((line) => [decodeIdOf('Unit', line.unit), { low: line.low, high: line.high ?? null }]));
    const [rows, parts, gone] = await Promise.all([worksheetOf(context, row), loadParts(context, row.id), loadGone(context, row)]);
    const away: Amount[] = [...partsElsewhere(parts, gone), ...(reserve ? [{ low: reserve.low, high: reserve.high ?? null }] : [])];
    const leftOf = (bound: number, held: (amount: Amount) => number) => Math.max(0, away.reduce((left, amount) => left - held(amount), bound));
    const total = { low: leftOf(terms.low, ({ low }) => low), high: terms.high === null ? null : leftOf(terms.high, ({ low, high }) => high ?? low) };
    const amounts = isRate(terms.kind)
      ? rows.map(({ unitId }) => kept.get(unitId) ?? { low: terms.low, high: terms.high })
      : suggestSplit(total, rows.map((one) => ({ weight: weightOf[way](one), locked: kept.get(one.unitId) ?? null })));
    return rows.map(({ unitId }, place) => ({ unit: encodeId('Unit', unitId), low: amounts[place]?.low ?? 0, high: amounts[place]?.high ?? null }));
  }

  @FieldResolver(() => TargetActionType, { description: 'Whether the viewer can divide it over the units below.' })
  async viewerCanAllocate(@Root() { row }: TargetValue, @Ctx() context: RequestContext) {
    return actionValue(await cannotAllocate(context, row));
  }
}

@Resolver(() => types.WorksheetRowType)
export class WorksheetRowResolver {
  @FieldResolver(() => Int, { nullable: true, description: 'Members by which its rate weighs in the mean: those at the end of the year before. Null where the target is no rate.' })
  async weight(@Root() { unitId, kind }: RowValue, @Ctx() context: RequestContext) {
    if (!isRate(kind)) return null;
    const today = await loadToday(context);
    const day = weighingDay(today);
    return (await loadTotals(context, 'totals', plainBasis(today), { unitId, measures: ['MEMBERS'], from: day, to: day }))[0] ?? 0;
  }

  @FieldResolver(() => UnitType, { description: 'The unit.' })
  async unit(@Root() { unitId }: RowValue, @Ctx() context: RequestContext) {
    const unit = await loadUnit(context, unitId);
    if (!unit) throw new Refused('INTERNAL_SERVER_ERROR');
    return unitValue(unit);
  }
}

@Resolver(() => types.AllocationType)
export class AllocationResolver {
  @FieldResolver(() => types.AllocationSumsType, { nullable: true, description: 'Its sums beside the target as it stands now; null for one that is not in force any more.' })
  async sums(@Root() { made, whole, isLast }: AllocationValue, @Ctx() context: RequestContext) {
    if (!isLast) return null;
    const [parts, gone] = await Promise.all([loadParts(context, whole.id), loadGone(context, whole)]);
    const moved = new Set(gone.map(({ partId }) => partId));
    const lines = parts.filter(({ id, closedOn }) => closedOn === null && !moved.has(id)).map(({ unitId, current: { terms, note } }) => ({ unitId, low: terms.low, high: terms.high, note, weight: terms.baseNumber }));
    return sumsOf(whole.current.terms, { rule: made.rule, reserve: made.reserve, lines, elsewhere: partsElsewhere(parts, gone) });
  }
}
