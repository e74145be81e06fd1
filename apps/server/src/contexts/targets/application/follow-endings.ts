import { isRate } from '@banyan/schema/targets';
import type { Actor } from '../../../kernel/actor.ts';
import { addDays, earlier, type Day } from '../../../kernel/day.ts';
import { followUnitEnds, type UnitEnd } from '../../../kernel/events.ts';
import type { Sql } from '../../../kernel/sql.ts';
import { scopeOf, type Scope } from '../../../platform/scope.ts';
import { readSlices, readTotals } from '../../ledger/index.ts';
import { indicatorSources } from '../domain/indicator.ts';
import type { Amount } from '../domain/target.ts';
import { findAllocations } from '../persistence/allocation-rows.ts';
import { findParts, findPartsGone, findTarget, findTargetsOfUnits } from '../persistence/target-reads.ts';
import type { Target } from '../persistence/target-rows.ts';
import { closeTarget, insertAllocation, insertVersions, lockTarget } from '../persistence/target-writes.ts';
import { countPlacesWithoutCell, countSteps } from '../persistence/worksheet-reads.ts';

/** What a unit reached of a target by a day. */
async function resultOf(scope: Scope, { unitId, indicator, slice, startsOn, endsOn }: Target, day: Day): Promise<number> {
  const to = earlier(day, endsOn ?? day);
  if (to < startsOn) return 0;
  const basis = { view: 'AS_IT_WAS', asOf: to, knownAt: null } as const;
  const source = indicatorSources[indicator];
  if (source.from === 'STEPS') return (await countSteps(scope, [{ unitId, step: source.step, from: startsOn, to }]))[0] ?? 0;
  if (source.from === 'PLACES') return (await countPlacesWithoutCell(scope, [{ unitId, on: to }]))[0] ?? 0;
  const question = { unitId, measure: source.measure, from: startsOn, to };
  if (slice !== null) return (await readSlices(scope, basis, { dimension: slice.dimension, where: [] }, [question]))[0]?.get(slice.key) ?? 0;
  return (await readTotals(scope, basis, [{ unitId, measures: [source.measure], from: startsOn, to }]))[0]?.[0] ?? 0;
}

/** What of a part was not reached, and is carried on. */
function remainderOf({ current: { terms } }: Target, result: number): Amount {
  const left = (bound: number) => Math.max(0, bound - result);
  return { low: left(terms.low), high: terms.high === null ? null : left(terms.high) };
}

/** The part of the first successor that has one, to which what is left goes. */
function heirOf(parts: readonly Target[], successorIds: readonly string[]): Target | undefined {
  return successorIds.map((id) => parts.find(({ unitId, closedOn }) => unitId === id && closedOn === null)).find((part) => part !== undefined);
}

const reason = 'Đơn vị kết thúc hoạt động trong kỳ';

/** Divides a target anew in which a part has ended: what was not reached goes to the successor's part, else into the reserve, to be given out again. */
async function carry(scope: Scope, part: Target, result: number, { on, successorIds }: UnitEnd): Promise<void> {
  const { actor } = scope;
  const whole = part.parentId === null ? null : await findTarget(scope, actor, part.parentId);
  // What was given to a unit that had moved away counts on where it was given.
  if (whole && (await findPartsGone(scope, [whole.id])).get(whole.id)?.some(({ partId }) => partId === part.id)) return;
  const [last] = whole ? ((await findAllocations(scope, actor, [whole.id])).get(whole.id) ?? []) : [];
  if (!whole || !last) return;
  const isWeighed = isRate(part.current.terms.kind);
  const left = isWeighed ? { low: 0, high: null } : remainderOf(part, result);
  const heir = isWeighed ? undefined : heirOf((await findParts(scope, actor, [whole.id])).get(whole.id) ?? [], successorIds);
  const { low, high } = last.reserve;
  const reserve = heir ? last.reserve : { low: low + left.low, high: left.high === null && high === null ? null : (high ?? low) + (left.high ?? left.low) };
  const paper = { documentId: null, documentNumber: null, issuedOn: on, reason, recorderName: actor.displayName } as const;
  const allocationId = await insertAllocation(scope, { ...paper, targetId: whole.id, number: last.number + 1, divides: last.divides, rule: last.rule, reserve, origin: 'UNIT_CLOSED' });
  if (!heir) return;
  const { terms, number, note } = heir.current;
  const more = { ...terms, low: terms.low + left.low, high: terms.high === null ? null : terms.high + (left.high ?? 0) };
  await insertVersions(scope, [{ ...paper, targetId: heir.id, number: number + 1, terms: more, allocationId, note }]);
}

async function close(sql: Sql, actor: Actor, end: UnitEnd): Promise<void> {
  const scope = scopeOf(sql, actor);
  const targets = (await findTargetsOfUnits(scope, [end.unitId])).get(end.unitId) ?? [];
  for (const target of targets.filter(({ closedOn, endsOn }) => closedOn === null && (endsOn === null || endsOn >= end.on))) {
    if (target.parentId !== null) await lockTarget(scope, target.parentId);
    const result = await resultOf(scope, target, addDays(end.on, -1));
    await closeTarget(scope, target.id, { on: end.on, result });
    if (target.parentId !== null) await carry(scope, target, result, end);
  }
}

/** Targets of a unit that ends within their period are closed with the result to that day; what was not reached is carried on. */
export function closeTargetsOfEndedUnits(): void {
  followUnitEnds(close);
}
