import { conflictOf } from '../../../kernel/conflict.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { scopeOf } from '../../../platform/scope.ts';
import { madeBefore, rememberKey } from '../../access/index.ts';
import type { TargetRefusal } from '../domain/target.ts';
import { findTarget } from '../persistence/target-reads.ts';
import { findTargetUnit, hasTarget, insertTargets, insertVersions, lockTarget } from '../persistence/target-writes.ts';
import { changeTargets, refusedFor, type TargetOutcome, type TargetWork } from './target-change.ts';
import { readKey, readPaper, readTerms, type KeyInput, type PaperInput, type TermsInput } from './target-input.ts';

/** What is sent to set a target. */
export interface SetTargetInput extends KeyInput, TermsInput, PaperInput {
  readonly unitId: string | null;
  readonly idempotencyKey: string;
}

async function set({ transaction, actor, today }: TargetWork, input: SetTargetInput): Promise<TargetOutcome> {
  const unit = input.unitId ? await findTargetUnit(transaction, actor, input.unitId) : null;
  if (!unit) return refusedFor({ code: 'NOT_FOUND', field: 'unit' });
  const key = await readKey(scopeOf(transaction, actor), unit.id, input, input.issuedOn < today ? input.issuedOn : today);
  if ('code' in key) return refusedFor(key);
  const terms = readTerms(key.indicator, input);
  if ('code' in terms) return refusedFor(terms);
  const paper = await readPaper(scopeOf(transaction, actor), input);
  if ('code' in paper) return refusedFor(paper);
  if (terms.low === 0 && (terms.high ?? 0) === 0 && terms.kind !== 'REDUCE_TO' && paper.note === null) return refusedFor({ code: 'NOTE_MISSING', field: 'note' });
  if (key.endsOn !== null && key.endsOn < today) return refusedFor({ code: 'PERIOD_ENDED', field: 'period' });
  if (unit.closedOn !== null && unit.closedOn <= today) return refusedFor({ code: 'UNIT_CLOSED', field: 'unit' });
  // Two who set at once do so one after the other.
  await transaction.query('select id from unit where id = $1 for no key update', [unit.id]);
  if (await hasTarget(transaction, unit.id, actor.unitId, key)) return refusedFor({ code: 'TARGET_EXISTS', field: 'period' });
  const [targetId = ''] = await insertTargets(transaction, [unit.id], { issuerId: actor.unitId, parentId: null, key });
  await insertVersions(transaction, [{ targetId, number: 1, terms, allocationId: null, ...paper, recorderName: actor.displayName }]);
  return { targetId, isWritten: true };
}

/** Sets a target for a unit: its own by its congress, or one that is given from above and is no part of another. */
export async function setTarget(context: RequestContext, input: SetTargetInput): Promise<TargetOutcome> {
  return await changeTargets(context, 'target.set', async (work) => {
    const { transaction, actor } = work;
    const made = await madeBefore(transaction, actor, 'target.set', { key: input.idempotencyKey, input });
    if ('refused' in made) return refusedFor(made.refused);
    if ('resultId' in made) return { targetId: made.resultId, isWritten: false };
    const outcome = await set(work, input);
    if ('isWritten' in outcome) await rememberKey(transaction, actor, { key: input.idempotencyKey, inputHash: made.inputHash, resultId: outcome.targetId });
    return outcome;
  });
}

/** What is sent to adjust a target. */
export interface AdjustTargetInput extends TermsInput, PaperInput {
  readonly targetId: string | null;
  /** The version of the target that the caller saw. */
  readonly expectedVersion: number;
  readonly idempotencyKey: string | null;
}

/** Adjusts a target: a further version with its reason and the document that it rests on. The one before stays. A part of another target is adjusted by a further allocation of that. */
export async function adjustTarget(context: RequestContext, input: AdjustTargetInput): Promise<TargetOutcome> {
  return await changeTargets(context, 'target.adjust', async ({ transaction, actor, today }) => {
    const once = input.idempotencyKey === null ? null : { key: input.idempotencyKey, input };
    const made = once && (await madeBefore(transaction, actor, 'target.adjust', once));
    if (made && 'refused' in made) return refusedFor(made.refused);
    const seen = input.targetId ? await findTarget(transaction, actor, input.targetId) : null;
    if (!seen) return refusedFor({ code: 'NOT_FOUND', field: 'target' });
    if (made && 'resultId' in made) return { targetId: made.resultId, isWritten: false };
    await lockTarget(transaction, seen.id);
    const target = (await findTarget(transaction, actor, seen.id)) ?? seen;
    const issuer = await findTargetUnit(transaction, actor, target.issuerId);
    const wrong: TargetRefusal | null =
      !issuer ? { code: 'NOT_YOUR_BODY', field: 'target' }
      : target.parentId !== null ? { code: 'PART_OF_ALLOCATION', field: 'target' }
      : target.closedOn !== null ? { code: 'UNIT_CLOSED', field: 'target' }
      : target.endsOn !== null && target.endsOn < today ? { code: 'PERIOD_ENDED', field: 'target' }
      : null;
    if (wrong) return refusedFor(wrong);
    if (target.current.number !== input.expectedVersion) return refusedFor(conflictOf(input.expectedVersion, target.current.number), target.id);
    const terms = readTerms(target.indicator, input);
    if ('code' in terms) return refusedFor(terms);
    const paper = await readPaper(scopeOf(transaction, actor), input);
    if ('code' in paper) return refusedFor(paper);
    if (paper.reason === null) return refusedFor({ code: 'REASON_MISSING', field: 'reason' });
    if (paper.documentNumber === null) return refusedFor({ code: 'DOCUMENT_MISSING', field: 'documentNumber' });
    if (paper.issuedOn < target.current.issuedOn) return refusedFor({ code: 'DATES_NOT_IN_ORDER', field: 'issuedOn' });
    if (JSON.stringify(terms) === JSON.stringify(target.current.terms)) return refusedFor({ code: 'UNCHANGED', field: 'low' });
    await insertVersions(transaction, [{ targetId: target.id, number: target.current.number + 1, terms, allocationId: null, ...paper, recorderName: actor.displayName }]);
    if (once && made) await rememberKey(transaction, actor, { key: once.key, inputHash: made.inputHash, resultId: target.id });
    return { targetId: target.id, isWritten: true };
  });
}
