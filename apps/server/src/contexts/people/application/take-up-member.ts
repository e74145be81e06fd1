import type { RequestContext } from '../../../platform/request-context.ts';
import { insertAuditLines, madeBefore, rememberKey } from '../../access/index.ts';
import { findStanding } from '../../ledger/index.ts';
import { deadlineOf } from '../domain/deadline.ts';
import { rulePackOn } from '../domain/rule-pack.ts';
import { takeUp } from '../domain/take-up.ts';
import { isSeen } from '../persistence/candidate-writes.ts';
import { holdMember, insertTakenUp } from '../persistence/member-writes.ts';
import { cannotTakeUp } from './may-begin.ts';
import type { Refusal } from './refusal.ts';

/** What is sent to take up the way of a member. */
export interface TakeUpInput {
  readonly personId: string | null;
  /** Chosen by the caller; sent again, nothing is taken up twice. */
  readonly idempotencyKey: string;
}

/**
 * Takes up the way of a member who was one before it was recorded, out of the dates on record: from then on its steps can be recorded.
 * The ledger counts the member already, so nothing is posted.
 */
export async function takeUpMember(context: RequestContext, input: TakeUpInput): Promise<{ readonly candidacyId: string } | { readonly refused: Refusal }> {
  const outcome = await context.database.write(context.credential, async (transaction): Promise<{ candidacyId: string } | { refused: Refusal }> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: 'person' } };
    const forbidden = cannotTakeUp(actor);
    if (forbidden) return { refused: { code: forbidden, field: 'person' } };
    const made = await madeBefore(transaction, actor, 'candidacy.takeUp', { key: input.idempotencyKey, input });
    if ('refused' in made) return made;
    if ('resultId' in made) return (await isSeen(transaction, actor, made.resultId)) ? { candidacyId: made.resultId } : { refused: { code: 'NOT_FOUND', field: 'person' } };
    const held = input.personId ? await holdMember(transaction, actor, input.personId) : null;
    if (!held) return { refused: { code: 'NOT_FOUND', field: 'person' } };
    const { personId, candidacyId: known, member } = held;
    const code = cannotTakeUp(actor, member, { hasWay: known !== null, isAtClosedUnit: held.isAtClosedUnit });
    if (code) return { refused: { code, field: 'person', ...(known === null ? {} : { candidacyId: known }) } };
    // Of whom the ledger does not count here, no exit could be posted.
    const standing = await findStanding(transaction, personId);
    if (!standing) return { refused: { code: 'MEMBERS_ONLY', field: 'person' } };
    const { beganOn, dossier } = takeUp(member, standing.countedSince);
    const pack = rulePackOn(beganOn);
    const candidacyId = await insertTakenUp(transaction, actor, { personId, beganOn, rulePack: pack.code, dossier, deadline: deadlineOf(dossier, pack, held.calendar) });
    await rememberKey(transaction, actor, { key: input.idempotencyKey, inputHash: made.inputHash, resultId: candidacyId });
    await insertAuditLines(transaction, { ...context, actor }, [{ action: 'candidacy.takeUp', result: 'DONE', subjectKind: 'Candidacy', subjectId: candidacyId }]);
    return { candidacyId };
  });
  await context.renew();
  return outcome;
}
