import { enLifecycle } from '@banyan/schema/texts/en-lifecycle';
import { viLifecycle } from '@banyan/schema/texts/vi-lifecycle';
import { encodeId } from '../../../kernel/ids.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import type { Transfer, TransferRefusal } from '../domain/transfer.ts';
import { findTransfersById, findTransfersOf } from '../persistence/transfer-reads.ts';
import { TransferChangedType, TransferRefusedType, TransferType } from './transfer-types.ts';

/** A letter as its resolvers pass it on. */
export type TransferValue = TransferType & { readonly letter: Transfer };

/** A letter as the API shows it. */
export function transferValue(letter: Transfer): TransferValue {
  const { id, version, kind, state, personName, birthDate, fromName, destination, letterNumber, issuedOn, dueOn, acceptedOn, cancelReason, endedOn } = letter;
  return Object.assign(new TransferType(), {
    letter, version, kind, state, personName, birthDate, fromName, destination, letterNumber, issuedOn, dueOn, acceptedOn, cancelReason, endedOn,
    id: encodeId('Transfer', id),
    issuedBy: letter.issuerName,
    acceptedBy: letter.accepterName,
  });
}

/** A letter that leaves or reaches the scope, by its row id. */
export async function loadTransfer(context: RequestContext, id: string): Promise<Transfer | null> {
  const loader = context.loader<string, Transfer | null>('transfer', async (ids) => {
    const found = await findTransfersById(await context.scope(), ids);
    return ids.map((key) => found.get(key) ?? null);
  });
  return await loader.load(id);
}

/** The letters of a person that leave or reach the scope, the latest first. */
export async function loadTransfersOf(context: RequestContext, personId: string): Promise<Transfer[]> {
  const loader = context.loader<string, Transfer[]>('transfers-of', async (ids) => {
    const found = await findTransfersOf(await context.scope(), ids);
    return ids.map((key) => found.get(key) ?? []);
  });
  return await loader.load(personId);
}

/** What became of a change, as the API tells it: the letter read anew, or the refusal. */
export async function transferOutcome(context: RequestContext, outcome: { readonly transferId: string; readonly claimCode?: string | null } | { readonly refused: TransferRefusal }) {
  if ('refused' in outcome) {
    const { code, field, transferId } = outcome.refused;
    const sentence = (language: 'VI' | 'EN') => (language === 'VI' ? viLifecycle : enLifecycle).transferRefusals[code];
    return Object.assign(new TransferRefusedType(), { code, field, transferId, sentence });
  }
  const letter = await loadTransfer(context, outcome.transferId);
  if (!letter) throw new Error('the letter was changed and is not there');
  return Object.assign(new TransferChangedType(), { transfer: transferValue(letter), claimCode: outcome.claimCode ?? null });
}
