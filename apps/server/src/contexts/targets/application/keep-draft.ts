import { conflictOf } from '../../../kernel/conflict.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { scopeOf } from '../../../platform/scope.ts';
import { readText } from '../../../kernel/text.ts';
import { deleteDraft, findDrafts, writeDraft, type AllocationDraft } from '../persistence/allocation-rows.ts';
import { findTarget } from '../persistence/target-reads.ts';
import { changeTargets, refusedFor, type TargetOutcome } from './target-change.ts';

/** What is sent of a worksheet: as it stands, complete or not. */
export interface DraftInput extends Pick<AllocationDraft, 'rule' | 'reserve'> {
  readonly targetId: string | null;
  /** The version of the worksheet that the caller saw; 0 where there was none. */
  readonly expectedVersion: number;
  readonly lines: readonly (Omit<AllocationDraft['lines'][number], 'unitId'> & { readonly unitId: string | null })[];
}

/** Keeps a worksheet that is not published. Its numbers are judged when it is published, not before. */
export async function keepDraft(context: RequestContext, input: DraftInput): Promise<TargetOutcome> {
  return await changeTargets(context, 'target.draft', async ({ transaction, actor }) => {
    const target = input.targetId ? await findTarget(transaction, actor, input.targetId) : null;
    if (!target) return refusedFor({ code: 'NOT_FOUND', field: 'target' });
    const lines = input.lines.flatMap(({ unitId, ...line }) => (unitId === null ? [] : [{ ...line, unitId }]));
    const note = lines.find((line) => line.note !== null && readText(line.note, 'note') === null);
    if (note) return refusedFor({ code: 'TEXT_NOT_POSSIBLE', field: 'note', unitId: note.unitId });
    const unread = lines.find((line) => [line.unreadLow, line.unreadHigh].some((text) => text !== null && readText(text, 'line') === null));
    if (unread) return refusedFor({ code: 'TEXT_NOT_POSSIBLE', field: 'low', unitId: unread.unitId });
    const seen = input.expectedVersion === 0 ? null : input.expectedVersion;
    const isKept = await writeDraft(transaction, { targetId: target.id, rule: input.rule, reserve: input.reserve, lines, saverName: actor.displayName }, seen);
    if (isKept) return { targetId: target.id, isWritten: false };
    const stands = (await findDrafts(scopeOf(transaction, actor), [target.id])).get(target.id);
    return refusedFor(conflictOf(input.expectedVersion, stands?.version ?? null), target.id);
  });
}

/** Forgets a worksheet that is not published. */
export async function discardDraft(context: RequestContext, input: { readonly targetId: string | null; readonly expectedVersion: number }): Promise<TargetOutcome> {
  return await changeTargets(context, 'target.draft', async ({ transaction, actor }) => {
    const target = input.targetId ? await findTarget(transaction, actor, input.targetId) : null;
    if (!target) return refusedFor({ code: 'NOT_FOUND', field: 'target' });
    const draft = (await findDrafts(scopeOf(transaction, actor), [target.id])).get(target.id);
    if ((draft?.version ?? 0) !== input.expectedVersion) return refusedFor(conflictOf(input.expectedVersion, draft?.version ?? null), target.id);
    await deleteDraft(transaction, target.id);
    return { targetId: target.id, isWritten: false };
  });
}
