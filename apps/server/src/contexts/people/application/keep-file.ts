import { introducingOrganisations, type PaperConclusion, type PaperKind, type ParticipantKind } from '@banyan/schema/lifecycle';
import type { Actor } from '../../../kernel/actor.ts';
import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { insertAuditLines, isAllowed } from '../../access/index.ts';
import { readText } from '../domain/text.ts';
import { holdCandidacies, type HeldCandidacy } from '../persistence/candidacy-writes.ts';
import { endParticipant, findOfficialMember, insertParticipant, keepPaper } from '../persistence/paper-rows.ts';
import type { Refusal } from './refusal.ts';

type Kept = { readonly candidacyId: string } | { readonly refused: Refusal };

/** Changes what lies in the file of a candidacy of the scope, for who does the daily work there. The candidacy is held meanwhile. */
async function changeFile(
  context: RequestContext,
  candidacyId: string | null,
  action: string,
  change: (transaction: WriteTransaction, actor: Actor, held: HeldCandidacy, today: Day) => Promise<Refusal | null>,
): Promise<Kept> {
  const outcome = await context.database.write(context.credential, async (transaction): Promise<Kept> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: 'candidacy' } };
    if (!isAllowed(actor.role, 'candidacy.add')) return { refused: { code: 'FORBIDDEN_FOR_ROLE', field: 'candidacy' } };
    const held = candidacyId ? (await holdCandidacies(transaction, actor, [candidacyId], dayInVietNam(context.now()))).get(candidacyId) : undefined;
    if (!held) return { refused: { code: 'NOT_FOUND', field: 'candidacy' } };
    const refused = await change(transaction, actor, held, todayOf(held.lastDataOn, dayInVietNam(context.now())));
    if (refused) return { refused };
    await insertAuditLines(transaction, { ...context, actor }, [{ action, result: 'DONE', subjectKind: 'Candidacy', subjectId: held.candidacy.id }]);
    return { candidacyId: held.candidacy.id };
  });
  await context.renew();
  return outcome;
}

/** What is sent to keep a paper. */
export interface PaperInput {
  readonly candidacyId: string | null;
  readonly kind: PaperKind;
  readonly isThere: boolean;
  readonly madeOn: Day;
  readonly number: string | null;
  readonly body: string | null;
  readonly conclusion: PaperConclusion | null;
  readonly reference: string | null;
}

/** Notes that a paper of the file is there or was asked for. Of a background check it keeps status, day, body, conclusion and reference, never the content. */
export async function recordPaper(context: RequestContext, input: PaperInput): Promise<Kept> {
  return await changeFile(context, input.candidacyId, 'candidacy.keepPaper', async (transaction, actor, held, today) => {
    if (input.madeOn > today) return { code: 'DATE_IN_FUTURE', field: 'madeOn' };
    const texts: Record<'number' | 'body' | 'reference', string | null> = { number: null, body: null, reference: null };
    for (const field of ['number', 'body', 'reference'] as const) {
      const text = readText(input[field] ?? '', 'line');
      if (text === null) return { code: 'TEXT_NOT_POSSIBLE', field };
      texts[field] = text === '' ? null : text;
    }
    const { kind, isThere, madeOn, conclusion } = input;
    await keepPaper(transaction, { candidacyId: held.candidacy.id, kind, isThere, madeOn, conclusion, ...texts }, actor.displayName);
    return null;
  });
}

/** What is sent to name a helper, an introducer or a nominating organisation. */
export interface ParticipantInput {
  readonly candidacyId: string | null;
  readonly kind: ParticipantKind;
  readonly memberId: string | null;
  readonly organisation: string | null;
  readonly from: Day;
}

/** The words of the mass organisations, as a file names them. */
const organisationNames: Readonly<Record<string, string>> = {
  YOUTH_UNION: 'Đoàn TNCS Hồ Chí Minh', TRADE_UNION: 'Công đoàn', WOMEN: 'Hội Liên hiệp Phụ nữ', FARMERS: 'Hội Nông dân', VETERANS: 'Hội Cựu chiến binh', FRONT: 'Mặt trận Tổ quốc', STUDENT_ASSOC: 'Hội Sinh viên',
};

/** Whether a mass organisation can be that to a candidacy: the Youth Union and the trade union introduce (Party Charter, article 4), any nominates, none helps. */
function mayBe(kind: ParticipantKind, organisation: string): boolean {
  if (kind === 'HELPER' || !Object.hasOwn(organisationNames, organisation)) return false;
  return kind !== 'INTRODUCER' || introducingOrganisations.some((one) => one === organisation);
}

/** Names an official member of the scope, or a mass organisation, to a candidacy. */
export async function nameParticipant(context: RequestContext, input: ParticipantInput): Promise<Kept> {
  return await changeFile(context, input.candidacyId, 'candidacy.nameParticipant', async (transaction, actor, held, today) => {
    if (input.from > today) return { code: 'DATE_IN_FUTURE', field: 'from' };
    if (input.from < held.candidacy.beganOn) return { code: 'DATE_BEFORE_LAST_STEP', field: 'from' };
    if ((input.memberId === null) === (input.organisation === null)) return { code: 'FACT_MISSING', field: 'member' };
    if (input.organisation !== null && !mayBe(input.kind, input.organisation)) return { code: 'VALUE_NOT_KNOWN', field: 'organisation' };
    const member = input.memberId === null ? null : await findOfficialMember(transaction, actor, input.memberId);
    if (input.organisation === null && !member) return { code: 'NOT_FOUND', field: 'member' };
    const name = member?.fullName ?? organisationNames[input.organisation ?? ''] ?? '';
    const { kind, organisation, from } = input;
    await insertParticipant(transaction, { candidacyId: held.candidacy.id, kind, organisation, from, memberId: member?.id ?? null, name }, actor.displayName);
    return null;
  });
}

/** Ends the part of somebody in a candidacy. */
export async function dismissParticipant(context: RequestContext, input: { readonly candidacyId: string | null; readonly participantId: string | null; readonly on: Day }): Promise<Kept> {
  return await changeFile(context, input.candidacyId, 'candidacy.dismissParticipant', async (transaction, _, held, today) => {
    if (input.on > today) return { code: 'DATE_IN_FUTURE', field: 'on' };
    const isEnded = input.participantId !== null && (await endParticipant(transaction, held.candidacy.id, input.participantId, input.on));
    return isEnded ? null : { code: 'NOT_FOUND', field: 'participant' };
  });
}
