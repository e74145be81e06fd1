import type { Actor } from '../../../kernel/actor.ts';
import { conflictOf } from '../../../kernel/conflict.ts';
import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import { readText, refuseText } from '../../../kernel/text.ts';
import { scopeOf } from '../../../platform/scope.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { insertAuditLines } from '../../access/index.ts';
import type { Transfer, TransferRefusal } from '../domain/transfer.ts';
import { findTransfersById } from '../persistence/transfer-reads.ts';
import { closeTransfer } from '../persistence/transfer-writes.ts';
import type { Accepted } from './accept-transfer.ts';
import { cannotCancel, cannotEnd } from './letter-acts.ts';

type Closing = Parameters<typeof closeTransfer>[2];

/** Closes a letter that the reader sees, where nothing speaks against it and nobody has changed it meanwhile. */
async function close(
  context: RequestContext,
  { transferId, expectedVersion }: { readonly transferId: string | null; readonly expectedVersion: number },
  { action, cannot }: { readonly action: string; readonly cannot: typeof cannotCancel },
  judge: (letter: Transfer, actor: Actor, today: Day) => Closing | TransferRefusal,
): Promise<Accepted> {
  const outcome = await context.database.write(context.credential, async (transaction): Promise<Accepted> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: 'transfer' } };
    const forbidden = cannot(actor);
    if (forbidden) return { refused: { code: forbidden, field: 'transfer' } };
    const found = async () => (transferId ? (await findTransfersById(scopeOf(transaction, actor), [transferId])).get(transferId) : undefined);
    const letter = await found();
    if (!letter) return { refused: { code: 'NOT_FOUND', field: 'transfer' } };
    const conflict = (version: number | null): Accepted => ({ refused: { ...conflictOf(expectedVersion, version), transferId: letter.id } });
    if (letter.version !== expectedVersion) return conflict(letter.version);
    const code = cannot(actor, letter);
    if (code) return { refused: { code, field: 'transfer' } };
    const judged = judge(letter, actor, todayOf(actor.lastDataOn, dayInVietNam(context.now())));
    if ('code' in judged) return { refused: judged };
    if (!(await closeTransfer(transaction, letter, judged))) return conflict((await found())?.version ?? null);
    await insertAuditLines(transaction, { ...context, actor }, [{ action, result: 'DONE', subjectKind: 'Transfer', subjectId: letter.id }]);
    return { transferId: letter.id };
  });
  await context.renew();
  return outcome;
}

/** Cancels a letter that waits to be accepted, for a reason. It is the sender's to cancel. */
export async function cancelTransfer(context: RequestContext, input: { readonly transferId: string | null; readonly expectedVersion: number; readonly reason: string }): Promise<Accepted> {
  const reason = readText(input.reason, 'note');
  return await close(context, input, { action: 'transfer.cancel', cannot: cannotCancel }, (_letter, actor) => {
    if (reason === null) return refuseText(input.reason, 'note', 'reason');
    return reason === '' ? { code: 'FACT_MISSING', field: 'reason' } : { state: 'CANCELLED', reason, cancellerName: actor.displayName };
  });
}

/** Ends a temporary transfer that was accepted: the member is back in the home unit, which either side may record. */
export async function endTemporaryTransfer(context: RequestContext, input: { readonly transferId: string | null; readonly expectedVersion: number; readonly on: Day }): Promise<Accepted> {
  return await close(context, input, { action: 'transfer.end', cannot: cannotEnd }, (letter, _actor, today) => {
    const { acceptedOn } = letter;
    if (input.on > today) return { code: 'DATE_IN_FUTURE', field: 'on', limit: { until: today } };
    return acceptedOn !== null && input.on < acceptedOn ? { code: 'DATE_BEFORE_LAST_STEP', field: 'on', limit: { from: acceptedOn } } : { state: 'ENDED', on: input.on };
  });
}
