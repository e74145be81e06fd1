import type { TransferRefusalCode } from '@banyan/schema/lifecycle';
import type { Actor } from '../../../kernel/actor.ts';
import { conflictOf } from '../../../kernel/conflict.ts';
import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { scopeOf } from '../../../platform/scope.ts';
import { insertAuditLines } from '../../access/index.ts';
import { hashClaimCode } from '../domain/claim-code.ts';
import type { TransferRefusal } from '../domain/transfer.ts';
import { renewLimitsOfReceiver, shareCalendar } from '../persistence/limit-writes.ts';
import { findTransfersById } from '../persistence/transfer-reads.ts';
import { writeAcceptance } from '../persistence/transfer-writes.ts';
import { cannotAccept } from './letter-acts.ts';

/** A letter that was signed a second time, or why not. */
export type Accepted = { readonly transferId: string } | { readonly refused: TransferRefusal };

type WhichLetter = Parameters<typeof writeAcceptance>[1];

/** The input to blame for a refusal of the database, where it is neither the letter nor the code. */
const blamed: Partial<Record<TransferRefusalCode, 'on' | 'unit'>> = {
  DATE_IN_FUTURE: 'on',
  DATE_BEFORE_LAST_STEP: 'on',
  BEFORE_A_REORGANISATION: 'on',
  UNIT_HOLDS_NO_MEMBERS: 'unit',
  SAME_UNIT: 'unit',
  NOT_INSIDE_ONE_ORGANISATION: 'unit',
  NOT_UNDER_ONE_UPPER: 'unit',
};

/** That somebody else was quicker with a letter: both versions, and which letter. */
async function quicker(transaction: WriteTransaction, actor: Actor, { transferId, expectedVersion }: { transferId: string | null; expectedVersion: number | null }): Promise<TransferRefusal> {
  const letter = transferId === null ? undefined : (await findTransfersById(scopeOf(transaction, actor), [transferId])).get(transferId);
  return { ...conflictOf(expectedVersion ?? '', letter?.version ?? null), ...(transferId === null ? {} : { transferId }) };
}

/**
 * The second signature, of a grant over the receiving unit. One function of the database judges it once more and writes all of it: the
 * entries at both units, the person with the file, and the letter.
 */
async function accept(context: RequestContext, letter: WhichLetter | null, input: { readonly on: Day; readonly expectedVersion: number | null; readonly named: string }): Promise<Accepted> {
  const { on, expectedVersion, named } = input;
  const outcome = await context.database.write(context.credential, async (transaction): Promise<Accepted> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: named } };
    const forbidden = cannotAccept(actor);
    if (forbidden) return { refused: { code: forbidden, field: named } };
    if (!letter) return { refused: { code: named === 'code' ? 'CODE_NOT_KNOWN' : 'NOT_FOUND', field: named } };
    const today = todayOf(actor.lastDataOn, dayInVietNam(context.now()));
    if (on > today) return { refused: { code: 'DATE_IN_FUTURE', field: 'on', limit: { until: today } } };
    await shareCalendar(transaction);
    const { transferId, eventId, refusal } = await writeAcceptance(transaction, letter, { on, expectedVersion, accepterName: actor.displayName });
    if (refusal !== null || transferId === null) {
      const code = refusal ?? 'NOT_FOUND';
      if (code === 'VERSION_CONFLICT') return { refused: await quicker(transaction, actor, { transferId, expectedVersion }) };
      return { refused: { code, field: code === 'NOT_FOUND' && named === 'code' ? 'unit' : (blamed[code] ?? named) } };
    }
    // Where the person has come to, other days may be worked.
    await renewLimitsOfReceiver(transaction, transferId);
    const posted = eventId === null ? [] : [{ action: 'entry.post', result: 'DONE' as const, subjectKind: 'Event', subjectId: eventId }];
    await insertAuditLines(transaction, { ...context, actor }, [...posted, { action: 'transfer.accept', result: 'DONE', subjectKind: 'Transfer', subjectId: transferId }]);
    return { transferId };
  });
  await context.renew();
  return outcome;
}

/** Accepts a letter that is addressed to a unit of the scope. */
export async function acceptTransfer(context: RequestContext, { transferId, on, expectedVersion }: { readonly transferId: string | null; readonly on: Day; readonly expectedVersion: number }): Promise<Accepted> {
  return await accept(context, transferId === null ? null : { transferId }, { on, expectedVersion, named: 'transfer' });
}

/** Accepts the letter of a code for a unit of the scope. */
export async function claimTransfer(context: RequestContext, { code, unitId, on }: { readonly code: string; readonly unitId: string | null; readonly on: Day }): Promise<Accepted> {
  const codeHash = hashClaimCode(code);
  // A unit that is not there is refused by the database as one outside the scope is: after the code.
  const letter = codeHash && { codeHash, unitId: unitId ?? '00000000-0000-0000-0000-000000000000' };
  return await accept(context, letter, { on, expectedVersion: null, named: 'code' });
}
