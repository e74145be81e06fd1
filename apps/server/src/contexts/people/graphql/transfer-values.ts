import type { Language } from '@banyan/schema/enums';
import type { TransferRefusalCode } from '@banyan/schema/lifecycle';
import { enLifecycle } from '@banyan/schema/texts/en-lifecycle';
import { viLifecycle } from '@banyan/schema/texts/vi-lifecycle';
import { encodeId } from '../../../kernel/ids.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { loadStub } from '../../organisation/index.ts';
import type { Transfer, TransferRefusal } from '../domain/transfer.ts';
import { findTransfersById, findTransfersOf } from '../persistence/transfer-reads.ts';
import { sentenceOf } from './refusal-sentence.ts';
import { TransferChangedType, TransferCodeRefusedType, TransferRefusedType, TransferType } from './transfer-types.ts';

/** A letter as its resolvers pass it on. */
export type TransferValue = TransferType & { readonly letter: Transfer };

/** A letter as the API shows it. */
export function transferValue(letter: Transfer): TransferValue {
  const { id, version, kind, state, personName, birthDate, fromName, destination, letterNumber, issuedOn, dueOn, movedOn, startDueOn, claimUntil, acceptedOn, cancelReason, endedOn } = letter;
  return Object.assign(new TransferType(), {
    letter, version, kind, state, personName, birthDate, fromName, destination, letterNumber, issuedOn, dueOn, movedOn, startDueOn, claimUntil, acceptedOn, cancelReason, endedOn,
    id: encodeId('Transfer', id),
    until: letter.untilOn,
    isStudy: letter.isStudy,
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

/** One letter, with a line in the audit log. */
export async function readTransfer(context: RequestContext, id: string): Promise<TransferValue | null> {
  const letter = await loadTransfer(context, id);
  if (!letter) return null;
  context.audit({ action: 'transfer.read', result: 'DONE', subjectKind: 'Transfer', subjectId: letter.id });
  return transferValue(letter);
}

/** The letters of a person that leave or reach the scope, the latest first. */
export async function loadTransfersOf(context: RequestContext, personId: string): Promise<Transfer[]> {
  const loader = context.loader<string, Transfer[]>('transfers-of', async (ids) => {
    const found = await findTransfersOf(await context.scope(), ids);
    return ids.map((key) => found.get(key) ?? []);
  });
  return await loader.load(personId);
}

/** A refusal as the API tells it: where another body issues the letter, by its name. */
async function refusedValue(context: RequestContext, { code, field, conflict, limit, transferId, issuerId }: TransferRefusal): Promise<TransferRefusedType> {
  const issuer = issuerId ? await loadStub(context, issuerId) : null;
  const sentence = (language: Language) => {
    const words = language === 'VI' ? viLifecycle : enLifecycle;
    return code === 'NOT_YOUR_BODY' && issuer ? words.issuedByAnother(issuer.name) : sentenceOf({ code, field, limit }, language, words.transferRefusals[code]);
  };
  return Object.assign(new TransferRefusedType(), { code, field, conflict: conflict ?? null, limit: limit ?? null, transferId, sentence });
}

/** Why a code opens no letter, as the API tells it. */
export function codeRefusedValue(code: TransferRefusalCode): TransferCodeRefusedType {
  return Object.assign(new TransferCodeRefusedType(), { code, sentence: (language: 'VI' | 'EN') => (language === 'VI' ? viLifecycle : enLifecycle).transferRefusals[code] });
}

/** What became of a change, as the API tells it: the letter read anew, or the refusal. */
export async function transferOutcome(context: RequestContext, outcome: { readonly transferId: string; readonly claimCode?: string | null } | { readonly refused: TransferRefusal }) {
  if ('refused' in outcome) return await refusedValue(context, outcome.refused);
  const letter = await loadTransfer(context, outcome.transferId);
  if (!letter) throw new Error('the letter was changed and is not there');
  return Object.assign(new TransferChangedType(), { transfer: transferValue(letter), claimCode: outcome.claimCode ?? null });
}
