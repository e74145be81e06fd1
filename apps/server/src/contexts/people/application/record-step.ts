import type { Actor } from '../../../kernel/actor.ts';
import { conflictOf } from '../../../kernel/conflict.ts';
import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { insertAuditLines, madeBefore, rememberKey } from '../../access/index.ts';
import { findStanding, postFacts } from '../../ledger/index.ts';
import { actingUnit, approvalPathOf, committeeDecides, committeeProposes } from '../domain/approval-path.ts';
import { deadlineOf, dueOnOf } from '../domain/deadline.ts';
import { situationOf, takeStep, type RecordedStep } from '../domain/dossier.ts';
import { judgeStep, type StepRefusal } from '../domain/judge-step.ts';
import { countsOn, factKindOf } from '../domain/ledger-fact.ts';
import { findTransition } from '../domain/lifecycle.ts';
import { getRulePack } from '../domain/rule-pack.ts';
import { warningsOf } from '../domain/step-warnings.ts';
import { holdCandidacies, writeTimeline, type HeldCandidacy } from '../persistence/candidacy-writes.ts';
import { cannotRecord } from './may-record.ts';
import { readFacts } from './read-facts.ts';
import type { Refusal } from './refusal.ts';

/** What is sent to record a step. */
export interface StepInput extends RecordedStep {
  readonly candidacyId: string | null;
  readonly expectedVersion: number;
  readonly idempotencyKey: string | null;
}

export type Recorded = { readonly candidacyId: string; readonly stepId: string } | { readonly refused: Refusal };

/** What a step is judged by, of a candidacy that is held. */
export function circumstancesOf(held: HeldCandidacy, now: Date): { today: Day } & Parameters<typeof judgeStep>[2] {
  const path = approvalPathOf(held.chain);
  return {
    pack: getRulePack(held.candidacy.rulePack),
    committeeProposes: committeeProposes(path),
    committeeDecides: committeeDecides(path),
    birthDate: held.birthDate,
    lastStep: held.lastStep,
    today: todayOf(held.lastDataOn, dayInVietNam(now)),
    introducers: held.introducers,
    introducingOrganisations: held.introducingOrganisations,
    education: held.slicesOn(held.candidacy.beganOn).education,
    youthUnion: held.slicesOn(held.candidacy.beganOn).youthUnion,
    areas: held.areas,
    newMemberCertificateOn: held.newMemberCertificateOn,
    ceremonyDueOn: held.candidacy.deadline?.kind === 'CEREMONY' ? held.candidacy.deadline.dueOn : null,
    arrivedOn: held.arrivedOn,
  };
}

/** Why somebody may not record a step of a candidacy as it stands, or null. */
export function refuseStep(actor: Actor, held: HeldCandidacy, recorded: RecordedStep, now: Date): Refusal | null {
  const { candidacy: { dossier, isLatest }, isAtClosedUnit } = held;
  const circumstances = circumstancesOf(held, now);
  const row = findTransition(dossier.state, recorded.step, situationOf(dossier, circumstances.pack, circumstances.committeeProposes));
  const forbidden = cannotRecord(actor, { isLatest, isAtClosedUnit }, row, row && actingUnit(approvalPathOf(held.chain), row.by));
  if (forbidden) return { code: forbidden, field: 'step' };
  const refusal: StepRefusal | null = judgeStep(dossier, recorded, circumstances);
  return refusal;
}

/** Posts what a step changes of the counts. Gives back the event of the ledger, or the refusal of the ledger. */
async function post(transaction: WriteTransaction, held: HeldCandidacy, recorded: RecordedStep, requestId: string): Promise<{ eventId: string | null } | { refused: Refusal }> {
  const kind = factKindOf(recorded.step);
  if (!kind) return { eventId: null };
  const { candidacy } = held;
  const pack = getRulePack(candidacy.rulePack);
  const standing = kind === 'RECOGNISED' ? await findStanding(transaction, candidacy.personId) : null;
  const on = countsOn(recorded.step, recorded.on, candidacy.dossier, pack, standing?.countedSince ?? null);
  const [posted] = await postFacts(transaction, [{ kind, personId: candidacy.personId, unitId: candidacy.unitId, occurredOn: on, slices: held.slicesOn(on) }], requestId);
  if (posted && 'eventId' in posted) return posted;
  const code = posted?.refused === 'BEFORE_A_REORGANISATION' ? 'BEFORE_A_REORGANISATION' : 'NOT_POSSIBLE_IN_THIS_STATE';
  return { refused: { code, field: 'on' } };
}

/** Writes a step that was judged: its entries, its line of the timeline, what the candidacy and the person add up to. */
export async function writeStep(transaction: WriteTransaction, actor: Actor, held: HeldCandidacy, recorded: RecordedStep, { requestId, now }: Pick<RequestContext, 'requestId' | 'now'>): Promise<Recorded> {
  const { candidacy } = held;
  const pack = getRulePack(candidacy.rulePack);
  const dossier = takeStep(candidacy.dossier, recorded, { pack, committeeProposes: committeeProposes(approvalPathOf(held.chain)) });
  if (!dossier) return { refused: { code: 'NOT_POSSIBLE_IN_THIS_STATE', field: 'step' } };
  const posted = await post(transaction, held, recorded, requestId);
  if ('refused' in posted) return posted;
  const by = { accountId: actor.accountId, name: actor.displayName, dueOn: dueOnOf(recorded.step, candidacy.deadline), entryEventId: posted.eventId, warnings: warningsOf(recorded, circumstancesOf(held, now()), pack) };
  const stepId = await writeTimeline(transaction, candidacy, recorded, by, { dossier, deadline: deadlineOf(dossier, pack, held.calendar) });
  return { candidacyId: candidacy.id, stepId };
}

/** Records a step of a candidacy: the timeline, what it adds up to, the ledger and the audit log change together or not at all. */
export async function recordStep(context: RequestContext, input: StepInput): Promise<Recorded> {
  const facts = readFacts(input);
  const outcome = await context.database.write(context.credential, async (transaction): Promise<Recorded> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: 'step' } };
    const once = input.idempotencyKey === null ? null : { key: input.idempotencyKey, input };
    const made = once && (await madeBefore(transaction, actor, 'candidacy.recordStep', once));
    if (made && 'refused' in made) return made;
    const held = input.candidacyId ? (await holdCandidacies(transaction, actor, [input.candidacyId], input.on)).get(input.candidacyId) : undefined;
    if (!held) return { refused: { code: 'NOT_FOUND', field: 'candidacy' } };
    if (made && 'resultId' in made) return { candidacyId: held.candidacy.id, stepId: made.resultId };
    if (held.candidacy.version !== input.expectedVersion) return { refused: { ...conflictOf(input.expectedVersion, held.candidacy.version), candidacyId: held.candidacy.id } };
    if ('refused' in facts) return facts;
    const refused = refuseStep(actor, held, facts.recorded, context.now());
    if (refused) return { refused };
    const written = await writeStep(transaction, actor, held, facts.recorded, context);
    if ('refused' in written) return written;
    await insertAuditLines(transaction, { ...context, actor }, [{ action: `candidacy.${facts.recorded.step}`, result: 'DONE', subjectKind: 'Candidacy', subjectId: written.candidacyId }]);
    if (once && made) await rememberKey(transaction, actor, { key: once.key, inputHash: made.inputHash, resultId: written.stepId });
    return written;
  });
  await context.renew();
  return outcome;
}
