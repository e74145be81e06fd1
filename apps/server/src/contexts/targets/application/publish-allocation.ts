import type { SumRule } from '@banyan/schema/targets';
import { isRate } from '@banyan/schema/targets';
import { conflictOf } from '../../../kernel/conflict.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { scopeOf } from '../../../platform/scope.ts';
import { readTotals } from '../../ledger/index.ts';
import { madeBefore, rememberKey } from '../../access/index.ts';
import { readText } from '../../../kernel/text.ts';
import { judgeAllocation, sumsOf, weighingDay, type Allocation, type AllocationLine, type PartElsewhere } from '../domain/allocation.ts';
import { isSameAmount, readAmount, type Amount, type TargetRefusal, type TargetTerms } from '../domain/target.ts';
import { deleteDraft, findAllocations, type PublishedAllocation } from '../persistence/allocation-rows.ts';
import { findParts, findPartsGone, findTarget, type PartGone } from '../persistence/target-reads.ts';
import type { Target } from '../persistence/target-rows.ts';
import { findOccupied, findTargetUnit, findUnitsBelow, insertAllocation, insertTargets, insertVersions, lockTarget, type NewVersion } from '../persistence/target-writes.ts';
import { changeTargets, refusedFor, type AllocationChange, type TargetOutcome, type TargetWork } from './target-change.ts';
import { readPaper, type Paper, type PaperInput } from './target-input.ts';

/** What one unit below is to get, as it is sent. */
export interface LineInput extends Amount {
  readonly unitId: string | null;
  readonly note: string | null;
}

/** What is sent to divide a target over the units below. */
export interface PublishInput extends Omit<PaperInput, 'note'> {
  readonly targetId: string | null;
  readonly rule: SumRule;
  readonly reserve: Amount;
  readonly lines: readonly LineInput[];
  /** The version of the target that the caller saw. */
  readonly expectedVersion: number;
  /** The allocation of it that the caller saw; 0 where there was none. */
  readonly expectedAllocation: number;
  /** Tells what would become of it, and writes nothing. */
  readonly dryRun: boolean;
  readonly idempotencyKey: string;
}

/** The target that is divided, as it stands under its lock. */
interface Whole {
  readonly target: Target;
  readonly allocations: readonly PublishedAllocation[];
  readonly parts: readonly Target[];
}

async function lockWhole({ transaction, actor, today }: TargetWork, input: PublishInput): Promise<Whole | TargetRefusal> {
  const seen = input.targetId ? await findTarget(transaction, actor, input.targetId) : null;
  if (!seen) return { code: 'NOT_FOUND', field: 'target' };
  await lockTarget(transaction, seen.id);
  const target = (await findTarget(transaction, actor, seen.id)) ?? seen;
  const unit = await findTargetUnit(transaction, actor, target.unitId);
  if (!unit?.givesTargets) return { code: 'UNIT_GETS_NONE', field: 'target' };
  if (target.closedOn !== null) return { code: 'UNIT_CLOSED', field: 'target' };
  if (target.endsOn !== null && target.endsOn < today) return { code: 'PERIOD_ENDED', field: 'target' };
  const allocations = (await findAllocations(transaction, actor, [target.id])).get(target.id) ?? [];
  const parts = (await findParts(transaction, actor, [target.id])).get(target.id) ?? [];
  return { target, allocations, parts };
}

/** Members of each unit, by which rates weigh. */
async function weightsOf({ transaction, actor, today }: TargetWork, unitIds: readonly string[]): Promise<Map<string, number>> {
  const day = weighingDay(today);
  const asked = unitIds.map((unitId) => ({ unitId, measures: ['MEMBERS'] as const, from: day, to: day }));
  const totals = await readTotals(scopeOf(transaction, actor), { view: 'AS_IT_WAS', asOf: today, knownAt: null }, asked);
  return new Map(unitIds.map((id, index) => [id, totals[index]?.[0] ?? 0]));
}

/** The lines with their texts and amounts as they are kept, and what is wrong with the units that they name. */
async function readLines(work: TargetWork, { target, parts }: Whole, input: PublishInput): Promise<{ lines: AllocationLine[]; wrong: TargetRefusal[] }> {
  const below = new Map((await findUnitsBelow(work.transaction, work.actor, target.unitId, work.today)).map((unit) => [unit.id, unit]));
  const unitIds = input.lines.flatMap(({ unitId }) => (unitId !== null && below.has(unitId) ? [unitId] : []));
  const weights = isRate(target.current.terms.kind) ? await weightsOf(work, unitIds) : null;
  const wrong: TargetRefusal[] = [];
  const occupied = await findOccupied(work.transaction, unitIds, target.unitId, target.id, target);
  const lines = input.lines.flatMap(({ unitId, low, high, note }): AllocationLine[] => {
    const unit = unitId === null ? undefined : below.get(unitId);
    if (!unit) {
      wrong.push({ code: 'UNIT_NOT_BELOW', field: 'unit', ...(unitId === null ? {} : { unitId }) });
      return [];
    }
    if (unit.closedOn !== null && unit.closedOn <= work.today) wrong.push({ code: 'UNIT_CLOSED', field: 'unit', unitId: unit.id });
    if (occupied.has(unit.id)) wrong.push({ code: 'TARGET_EXISTS', field: 'unit', unitId: unit.id });
    const kept = note === null ? '' : readText(note, 'note');
    if (kept === null) wrong.push({ code: 'TEXT_NOT_POSSIBLE', field: 'note', unitId: unit.id });
    const amount = readAmount(target.current.terms.kind, { low, high });
    return [{ unitId: unit.id, ...('code' in amount ? { low, high } : amount), note: kept === null || kept === '' ? null : kept, weight: weights?.get(unit.id) ?? null }];
  });
  const named = new Set(lines.map(({ unitId }) => unitId));
  for (const part of parts) if (part.closedOn === null && below.has(part.unitId) && !named.has(part.unitId)) wrong.push({ code: 'UNIT_MISSING', field: 'lines', unitId: part.unitId });
  return { lines, wrong };
}

/** What counts of the parts of units that are not below any more: those that ended within the period, and those that moved away. */
export function partsElsewhere(parts: readonly Target[], gone: readonly PartGone[]): PartElsewhere[] {
  const moved = new Set(gone.map(({ partId }) => partId));
  const ended = parts.flatMap(({ id, closedOn, closedResult, current: { terms } }): PartElsewhere[] => {
    if (closedOn === null || closedResult === null || isRate(terms.kind) || moved.has(id)) return [];
    return [{ low: Math.min(terms.low, closedResult), high: terms.high === null ? null : Math.min(terms.high, closedResult), weight: null }];
  });
  return [...ended, ...gone];
}

/** What a line asks of its unit: as the target that is divided, and for a rate with the members by which it weighs. */
function termsOf({ kind, base }: TargetTerms, { low, high, weight }: AllocationLine): TargetTerms {
  return { kind, low, high, base, baseNumber: isRate(kind) ? (weight ?? 0) : null };
}

function changesOf(whole: TargetTerms, lines: readonly AllocationLine[], parts: readonly Target[]): (AllocationChange & { readonly part: Target | null; readonly line: AllocationLine })[] {
  const open = new Map(parts.filter(({ closedOn }) => closedOn === null).map((part) => [part.unitId, part]));
  return lines.flatMap((line) => {
    const part = open.get(line.unitId) ?? null;
    const before = part?.current.terms ?? null;
    const after = termsOf(whole, line);
    if (part && before && isSameAmount(before, line) && before.kind === after.kind && before.base === after.base && before.baseNumber === after.baseNumber && part.current.note === line.note) return [];
    return [{ unitId: line.unitId, before: before && { low: before.low, high: before.high }, after: { low: line.low, high: line.high }, part, line }];
  });
}

async function write({ transaction, actor }: TargetWork, { target, allocations }: Whole, input: PublishInput, paper: Paper, changes: ReturnType<typeof changesOf>): Promise<void> {
  const { terms } = target.current;
  const allocationId = await insertAllocation(transaction, {
    targetId: target.id, number: (allocations[0]?.number ?? 0) + 1, divides: target.current.number, rule: input.rule, reserve: input.reserve, origin: 'PUBLISHED',
    documentId: paper.documentId, documentNumber: paper.documentNumber, issuedOn: paper.issuedOn, reason: paper.reason, recorderName: actor.displayName,
  });
  const fresh = changes.filter(({ part }) => part === null);
  const { indicator, slice, period, startsOn, endsOn } = target;
  const ids = await insertTargets(transaction, fresh.map(({ unitId }) => unitId), { issuerId: target.unitId, parentId: target.id, key: { indicator, slice, period, startsOn, endsOn } });
  const idOf = new Map(fresh.map(({ unitId }, place) => [unitId, ids[place] ?? '']));
  await insertVersions(transaction, changes.map(({ part, line, unitId }): NewVersion => ({
    targetId: part?.id ?? idOf.get(unitId) ?? '',
    number: (part?.current.number ?? 0) + 1,
    terms: termsOf(terms, line),
    allocationId, documentId: paper.documentId, documentNumber: paper.documentNumber, issuedOn: paper.issuedOn, reason: paper.reason, note: line.note, recorderName: actor.displayName,
  })));
  await deleteDraft(transaction, target.id);
}

async function publish(work: TargetWork, input: PublishInput): Promise<TargetOutcome> {
  const whole = await lockWhole(work, input);
  if ('code' in whole) return refusedFor(whole);
  const { target, allocations, parts } = whole;
  if (target.current.number !== input.expectedVersion) return refusedFor(conflictOf(input.expectedVersion, target.current.number), target.id);
  const last = allocations[0];
  if ((last?.number ?? 0) !== input.expectedAllocation) return refusedFor(conflictOf(input.expectedAllocation, last?.number ?? 0, 'expectedAllocation'), target.id);
  const paper = await readPaper(scopeOf(work.transaction, work.actor), { ...input, note: null });
  if ('code' in paper) return refusedFor(paper);
  const { lines, wrong } = await readLines(work, whole, input);
  const gone = (await findPartsGone(work.transaction, [target.id])).get(target.id) ?? [];
  const allocation: Allocation = { rule: input.rule, reserve: input.reserve, lines, elsewhere: partsElsewhere(parts, gone) };
  const sums = sumsOf(target.current.terms, allocation);
  const found = [...wrong, ...judgeAllocation(target.current.terms, allocation)];
  if (last && paper.reason === null) found.push({ code: 'REASON_MISSING', field: 'reason' });
  if (last && paper.documentNumber === null) found.push({ code: 'DOCUMENT_MISSING', field: 'documentNumber' });
  if (paper.issuedOn < target.current.issuedOn) found.push({ code: 'DATES_NOT_IN_ORDER', field: 'issuedOn' });
  if (found.length > 0) return { refused: found, targetId: target.id, sums };
  const changes = changesOf(target.current.terms, lines, parts);
  const isSame = last !== undefined && changes.length === 0 && last.divides === target.current.number && last.rule === input.rule && isSameAmount(last.reserve, input.reserve);
  if (isSame) return { refused: [{ code: 'UNCHANGED', field: 'lines' }], targetId: target.id, sums };
  if (!input.dryRun) await write(work, whole, input, paper, changes);
  return { targetId: target.id, isWritten: !input.dryRun, sums, changes };
}

/**
 * Divides a target over the units directly below, by the rule of its sum. Made anew it has a reason and a document, as an adjustment has. What was given before
 * stays in the history of each unit; units whose part is the same get no further version. The database refuses whatever does not make up the target, whoever else writes at the same time.
 */
export async function publishAllocation(context: RequestContext, input: PublishInput): Promise<TargetOutcome> {
  return await changeTargets(context, 'target.allocate', async (work) => {
    if (input.dryRun) return await publish(work, input);
    const { transaction, actor } = work;
    const made = await madeBefore(transaction, actor, 'target.allocate', { key: input.idempotencyKey, input });
    if ('refused' in made) return refusedFor(made.refused);
    if ('resultId' in made) return { targetId: made.resultId, isWritten: false };
    const outcome = await publish(work, input);
    if ('isWritten' in outcome) await rememberKey(transaction, actor, { key: input.idempotencyKey, inputHash: made.inputHash, resultId: outcome.targetId });
    return outcome;
  });
}
