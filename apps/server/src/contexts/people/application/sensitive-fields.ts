import { ethnicGroups, religions, type UnlockReason } from '@banyan/schema/lifecycle';
import { conflictOf } from '../../../kernel/conflict.ts';
import { readText, refuseText } from '../../../kernel/text.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { insertAuditLines } from '../../access/index.ts';
import { findSensitive, findUnlockable, insertUnlock, updateSensitive, type SensitiveFacts, type UnlockedFacts } from '../persistence/sensitive.ts';
import { cannotUnlock } from './may-keep.ts';
import type { Refusal } from './refusal.ts';

/** Why nothing was unlocked or written; with what stands, where somebody else was quicker. */
export type SensitiveRefusal = Refusal & { readonly standing?: UnlockedFacts['facts'] };

type Unlocked = UnlockedFacts | { readonly refused: SensitiveRefusal };

/** Unlocks ethnic group, religion and personal number of one person of the scope for a quarter of an hour, for a reason that is kept. */
export async function unlockSensitive(context: RequestContext, input: { readonly personId: string | null; readonly reason: UnlockReason; readonly note: string }): Promise<Unlocked> {
  const note = readText(input.note, 'note');
  const outcome = await context.database.write(context.credential, async (transaction): Promise<Unlocked> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: 'person' } };
    if (note === null) return { refused: refuseText(input.note, 'note', 'note') };
    const { personId, reason } = input;
    const { isThere, unlockedToday } = personId ? await findUnlockable(transaction, actor, personId) : { isThere: false, unlockedToday: 0 };
    if (!personId || !isThere) return { refused: { code: 'NOT_FOUND', field: 'person' } };
    const cannot = cannotUnlock(actor, unlockedToday);
    if (cannot) return { refused: { code: cannot, field: 'person' } };
    await insertUnlock(transaction, actor, { personId, reason, note: note === '' ? null : note });
    await insertAuditLines(transaction, { ...context, actor }, [{ action: 'sensitive.unlock', result: 'DONE', subjectKind: 'Person', subjectId: personId, code: reason }]);
    return (await findSensitive(transaction, actor, personId)) ?? { refused: { code: 'NOT_FOUND', field: 'person' } };
  });
  await context.renew();
  return outcome;
}

/** Writes ethnic group and religion of one person, while they are unlocked and stand as they were seen. Entries keep what was frozen with them. */
export async function recordSensitive(context: RequestContext, input: { readonly personId: string | null; readonly expectedVersion: string } & Omit<SensitiveFacts, 'personalNumber'>): Promise<Unlocked> {
  const outcome = await context.database.write(context.credential, async (transaction): Promise<Unlocked> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: 'person' } };
    const { personId, expectedVersion, ethnicGroup, religion } = input;
    if (!ethnicGroups.includes(ethnicGroup)) return { refused: { code: 'VALUE_NOT_KNOWN', field: 'ethnicGroup' } };
    if (!religions.includes(religion)) return { refused: { code: 'VALUE_NOT_KNOWN', field: 'religion' } };
    const { isThere } = personId ? await findUnlockable(transaction, actor, personId) : { isThere: false };
    if (!personId || !isThere) return { refused: { code: 'NOT_FOUND', field: 'person' } };
    if (!(await updateSensitive(transaction, personId, expectedVersion, { ethnicGroup, religion }))) {
      const standing = (await findSensitive(transaction, actor, personId))?.facts;
      return { refused: standing ? { ...conflictOf(expectedVersion, standing.version), standing } : { code: 'LOCKED', field: 'person' } };
    }
    await insertAuditLines(transaction, { ...context, actor }, [{ action: 'sensitive.record', result: 'DONE', subjectKind: 'Person', subjectId: personId }]);
    return (await findSensitive(transaction, actor, personId)) ?? { refused: { code: 'LOCKED', field: 'person' } };
  });
  await context.renew();
  return outcome;
}
