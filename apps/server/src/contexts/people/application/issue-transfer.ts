import type { TransferKind } from '@banyan/schema/lifecycle';
import type { Actor } from '../../../kernel/actor.ts';
import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import { readText, refuseText } from '../../../kernel/text.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { insertAuditLines, madeBefore, rememberKey } from '../../access/index.ts';
import { findStanding } from '../../ledger/index.ts';
import { hashClaimCode, makeClaimCode } from '../domain/claim-code.ts';
import { rulePackOn } from '../domain/rule-pack.ts';
import { areInOneOrganisation, claimableUntil, issuingUnit, judgeDeparture, judgeTerm, presentationDueOn, reachOf, startDueOn, type TransferRefusal } from '../domain/transfer.ts';
import { isSeen } from '../persistence/candidate-writes.ts';
import { findReceiver, holdPerson, insertTransfer, type HeldPerson, type Receiver } from '../persistence/transfer-writes.ts';
import { cannotIssue, mayIssueFor } from './may-issue.ts';

/** What is sent to issue a letter. */
export interface LetterInput {
  readonly personId: string | null;
  readonly kind: TransferKind;
  /** Whether it is addressed to a unit of the scope; else it is claimed by its code. */
  readonly isAddressed: boolean;
  readonly toUnitId: string | null;
  readonly destination: string;
  /** That a destination written as a text lies under the same body of the upper tier; no other cell can claim the letter then. */
  readonly isUnderOneUpper: boolean;
  readonly letterNumber: string;
  readonly on: Day;
  /** Day of the decision or the move, where it is known. */
  readonly movedOn: Day | null;
  /** Last day of a temporary transfer, and whether it is full-time study. */
  readonly until: Day | null;
  readonly isStudy: boolean;
  /** Chosen by the caller; sent again, no second letter is issued. */
  readonly idempotencyKey: string;
}

/** A letter that was issued, with the code of its paper where it has one and is issued just now. */
export type Issued = { readonly transferId: string; readonly claimCode: string | null } | { readonly refused: TransferRefusal };

interface LetterTexts {
  readonly destination: string;
  readonly letterNumber: string | null;
}

function readTexts(input: LetterInput): LetterTexts | { readonly refused: TransferRefusal } {
  const [destination, letterNumber] = [readText(input.destination, 'line'), readText(input.letterNumber, 'line')];
  if (destination === null) return { refused: refuseText(input.destination, 'line', 'destination') };
  if (letterNumber === null) return { refused: refuseText(input.letterNumber, 'line', 'letterNumber') };
  if (!input.isAddressed && destination === '') return { refused: { code: 'FACT_MISSING', field: 'destination' } };
  // Between two cells of one organisation no letter goes on paper.
  if (input.kind !== 'INTERNAL' && letterNumber === '') return { refused: { code: 'FACT_MISSING', field: 'letterNumber' } };
  return { destination, letterNumber: letterNumber === '' ? null : letterNumber };
}

function refuseReceiver(input: LetterInput, person: HeldPerson, receiver: Receiver | null): TransferRefusal | null {
  if (!input.isAddressed) return null;
  if (!receiver) return { code: 'NOT_FOUND', field: 'toUnit' };
  if (!receiver.isOpen || !receiver.holdsMembers) return { code: 'UNIT_HOLDS_NO_MEMBERS', field: 'toUnit' };
  if (receiver.id === person.unitId) return { code: 'SAME_UNIT', field: 'toUnit' };
  return input.kind === 'INTERNAL' && !areInOneOrganisation(person.chain, receiver.chain ?? []) ? { code: 'NOT_INSIDE_ONE_ORGANISATION', field: 'toUnit' } : null;
}

/** Why the letter is not the caller's to issue, or null. Between two cells of one organisation the kind says how far it reaches. */
function refuseIssuer(actor: Actor, input: LetterInput, { chain }: HeldPerson, receiver: Receiver | null): TransferRefusal | null {
  const unknown = input.isUnderOneUpper ? 'UNDER_ONE_UPPER' : 'OUTSIDE';
  const reach = input.kind === 'INTERNAL' ? 'INSIDE_ORGANISATION' : receiver ? reachOf(chain, receiver.chain) : unknown;
  const issuer = issuingUnit(chain, reach);
  const code = mayIssueFor(actor, issuer);
  return code && { code, field: receiver ? 'toUnit' : 'destination', ...(issuer ? { issuerId: issuer.id } : {}) };
}

async function issue(transaction: WriteTransaction, actor: Actor, input: LetterInput, texts: LetterTexts, now: Date): Promise<Issued> {
  const person = input.personId ? await holdPerson(transaction, actor, input.personId) : null;
  if (!person) return { refused: { code: 'NOT_FOUND', field: 'person' } };
  const cannot = cannotIssue(actor, person);
  if (cannot) return { refused: { code: cannot, field: 'person' } };
  const receiver = input.toUnitId ? await findReceiver(transaction, actor, input.toUnitId) : null;
  const { state, lastStepOn } = person;
  const stockRaisedOn = (await findStanding(transaction, person.id))?.since ?? null;
  const [clockDay, pack] = [dayInVietNam(now), rulePackOn(input.on)];
  const today = todayOf(person.lastDataOn, clockDay);
  const refused =
    judgeDeparture({ kind: input.kind, on: input.on, state, lastStepOn, stockRaisedOn }, today) ??
    (input.movedOn !== null && input.movedOn > today ? ({ code: 'DATE_IN_FUTURE', field: 'movedOn', limit: { until: today } } as const) : null) ??
    (input.kind === 'TEMPORARY' ? judgeTerm(input, pack) : null) ??
    refuseReceiver(input, person, receiver) ??
    refuseIssuer(actor, input, person, receiver);
  if (refused) return { refused };
  const claimCode = receiver ? null : makeClaimCode();
  const transferId = await insertTransfer(transaction, {
    personId: person.id,
    kind: input.kind,
    toUnitId: receiver?.id ?? null,
    destination: texts.destination === '' && receiver ? receiver.name : texts.destination,
    isUnderOneUpper: !receiver && input.isUnderOneUpper && input.kind !== 'INTERNAL',
    letterNumber: texts.letterNumber,
    on: input.on,
    issuerName: actor.displayName,
    dueOn: presentationDueOn(input.on, pack, person.calendar),
    movedOn: input.movedOn,
    untilOn: input.kind === 'TEMPORARY' ? input.until : null,
    isStudy: input.kind === 'TEMPORARY' && input.isStudy,
    startDueOn: input.movedOn && startDueOn(input.movedOn, pack, person.calendar),
    claimHash: claimCode === null ? null : hashClaimCode(claimCode),
    // By the clock of the world, whatever the last day of data of the tree.
    claimUntil: claimCode === null ? null : claimableUntil(clockDay, pack),
  });
  return transferId === null ? { refused: { code: 'LETTER_OPEN', field: 'person' } } : { transferId, claimCode };
}

/**
 * Issues a letter of transfer for somebody of the scope: the first signature. Until the second one the person stays with the old unit.
 * Nobody is shown units outside their scope: where the receiver lies there, a code travels on the paper.
 */
export async function issueTransfer(context: RequestContext, input: LetterInput): Promise<Issued> {
  const texts = readTexts(input);
  const outcome = await context.database.write(context.credential, async (transaction): Promise<Issued> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: 'person' } };
    const forbidden = cannotIssue(actor);
    if (forbidden) return { refused: { code: forbidden, field: 'person' } };
    if ('refused' in texts) return texts;
    const made = await madeBefore(transaction, actor, 'transfer.issue', { key: input.idempotencyKey, input });
    if ('refused' in made) return made;
    // The code is not kept, so it cannot be told again: who has lost it cancels the letter and issues another.
    if ('resultId' in made) return (await isSeen(transaction, actor, made.resultId)) ? { transferId: made.resultId, claimCode: null } : { refused: { code: 'NOT_FOUND', field: 'person' } };
    const issued = await issue(transaction, actor, input, texts, context.now());
    if ('refused' in issued) return issued;
    await rememberKey(transaction, actor, { key: input.idempotencyKey, inputHash: made.inputHash, resultId: issued.transferId });
    await insertAuditLines(transaction, { ...context, actor }, [{ action: 'transfer.issue', result: 'DONE', subjectKind: 'Transfer', subjectId: issued.transferId }]);
    return issued;
  });
  await context.renew();
  return outcome;
}
