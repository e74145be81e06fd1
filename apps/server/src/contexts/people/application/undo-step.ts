import { stageOf } from '@banyan/schema/lifecycle';
import { findStepsOf } from '../persistence/step-reads.ts';
import { conflictOf } from '../../../kernel/conflict.ts';
import type { Actor } from '../../../kernel/actor.ts';
import { dayInVietNam } from '../../../kernel/day.ts';
import { readText, refuseText } from '../../../kernel/text.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { scopeOf } from '../../../platform/scope.ts';
import { insertAuditLines } from '../../access/index.ts';
import { reverseEvent } from '../../ledger/index.ts';
import { actingUnit, approvalPathOf, committeeProposes } from '../domain/approval-path.ts';
import { deadlineOf } from '../domain/deadline.ts';
import { begunDossier, isOwnAct, replay, rowOfLast } from '../domain/dossier.ts';
import { getRulePack } from '../domain/rule-pack.ts';
import { findChainsOn } from '../persistence/approval-chain.ts';
import { holdCandidacies, writeTimeline } from '../persistence/candidacy-writes.ts';
import { hasFile, insertTakenBack } from '../persistence/member-writes.ts';
import { isNumberTaken } from '../persistence/sensitive.ts';
import { cannotTakeBack, cannotUndo, type WayAt } from './may-record.ts';
import type { Recorded } from './record-step.ts';

/** What is sent to undo a step. */
export interface UndoInput {
  readonly candidacyId: string | null;
  readonly stepId: string | null;
  readonly expectedVersion: number;
  readonly reason: string;
}

/** Undoes that the way of a member was taken up, where nothing was recorded since: the member has none again, and is counted as before. */
async function takeBack(transaction: WriteTransaction, context: RequestContext, actor: Actor, { way, ...undone }: Parameters<typeof insertTakenBack>[2] & { readonly way: WayAt }): Promise<Recorded> {
  const code = cannotTakeBack(actor, way, await hasFile(transaction, undone.candidacyId));
  if (code) return { refused: { code, field: 'step' } };
  const stepId = await insertTakenBack(transaction, actor, undone);
  await insertAuditLines(transaction, { ...context, actor }, [{ action: 'candidacy.undo', result: 'DONE', subjectKind: 'Candidacy', subjectId: undone.candidacyId }]);
  return { candidacyId: undone.candidacyId, stepId };
}

/**
 * Undoes the last step of a candidacy by a line that reverses it and says why; its entries are reversed with it. What stood before is
 * what the other steps add up to. Who may record a step may undo it.
 */
export async function undoStep(context: RequestContext, input: UndoInput): Promise<Recorded> {
  const reason = readText(input.reason, 'note');
  const outcome = await context.database.write(context.credential, async (transaction): Promise<Recorded> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: 'step' } };
    const held = input.candidacyId ? (await holdCandidacies(transaction, actor, [input.candidacyId], dayInVietNam(context.now()))).get(input.candidacyId) : undefined;
    if (!held) return { refused: { code: 'NOT_FOUND', field: 'candidacy' } };
    const { candidacy } = held;
    if (candidacy.version !== input.expectedVersion) return { refused: { ...conflictOf(input.expectedVersion, candidacy.version), candidacyId: candidacy.id } };
    const way = { isLatest: candidacy.isLatest, isAtClosedUnit: held.isAtClosedUnit };
    if (reason === null) return { refused: refuseText(input.reason, 'note', 'reason') };
    if (reason === '') return { refused: { code: 'FACT_MISSING', field: 'reason' } };
    const standing = (await findStepsOf(transaction, [candidacy.id])).filter((line) => line.reverses === null && line.reversedBy === null);
    const last = standing.at(-1);
    if (last?.step === 'TAKEN_UP' && last.id === input.stepId) return await takeBack(transaction, context, actor, { way, candidacyId: candidacy.id, stepId: last.id, reason });
    if (!last || last.id !== input.stepId || !isOwnAct(last, held.arrivedOn)) return { refused: { code: 'NOT_THE_LAST_STEP', field: 'step' } };
    const pack = getRulePack(candidacy.rulePack);
    // Whose act it was is judged as of its day, as it was when it was recorded.
    const [then] = await findChainsOn(scopeOf(transaction, actor), [{ unitId: candidacy.unitId, on: last.on }]);
    const path = approvalPathOf(then?.chain ?? held.chain);
    const begun = begunDossier(candidacy, standing);
    const row = rowOfLast(begun, standing.slice(1), { pack, committeeProposes: committeeProposes(path) });
    const forbidden = cannotUndo(actor, way, row, row && actingUnit(path, row.by));
    if (forbidden) return { refused: { code: forbidden, field: 'step' } };
    if (stageOf[candidacy.dossier.state] === 'CLOSED' && (await isNumberTaken(transaction, candidacy.personId))) return { refused: { code: 'ON_RECORD_ELSEWHERE', field: 'step' } };
    const reversed = last.entryEventId === null ? null : await reverseEvent(transaction, { eventId: last.entryEventId }, context.requestId);
    if (reversed && 'refused' in reversed) return { refused: { code: 'NOT_THE_LAST_STEP', field: 'step' } };
    const dossier = replay(begun, standing.slice(1, -1), pack);
    const by = { accountId: actor.accountId, name: actor.displayName, dueOn: null, entryEventId: reversed?.eventId ?? null, warnings: [], reverses: last.id };
    const stepId = await writeTimeline(transaction, candidacy, { ...last, reason }, by, { dossier, deadline: deadlineOf(dossier, pack, held.calendar) });
    await insertAuditLines(transaction, { ...context, actor }, [{ action: 'candidacy.undo', result: 'DONE', subjectKind: 'Candidacy', subjectId: candidacy.id }]);
    return { candidacyId: candidacy.id, stepId };
  });
  await context.renew();
  return outcome;
}
