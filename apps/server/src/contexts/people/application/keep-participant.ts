import { introducingOrganisations, type ParticipantKind, type TogetherBasis } from '@banyan/schema/lifecycle';
import { conflictOf } from '../../../kernel/conflict.ts';
import type { Day } from '../../../kernel/day.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { refuseUnion } from '../domain/judge-step.ts';
import { getRulePack } from '../domain/rule-pack.ts';
import { judgeTogether, type Together } from '../domain/together.ts';
import { endParticipant, findOfficialMember, findParticipant, findTogetherSince, insertParticipant } from '../persistence/participant-rows.ts';
import { changeFile, type FileChange, type Kept } from './change-file.ts';
import type { Refusal } from './refusal.ts';

/** What is sent to name a helper, an introducer or a nominating organisation. */
export interface ParticipantInput {
  readonly candidacyId: string | null;
  readonly kind: ParticipantKind;
  readonly memberId: string | null;
  readonly organisation: string | null;
  readonly from: Day;
  /** What is confirmed of an introducer where the records do not show twelve months together. */
  readonly together: TogetherBasis | null;
  readonly togetherSince: Day | null;
  /** Chosen by the caller; sent again, nobody is named twice. */
  readonly idempotencyKey: string;
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

/** How an introducer knows the candidate, by the records or as confirmed; null for who does not introduce. */
async function readTogether({ transaction, actor, held, today }: FileChange, input: ParticipantInput, memberId: string): Promise<{ together: Together | null } | { refused: Refusal }> {
  if (input.kind !== 'INTRODUCER') return { together: null };
  if (input.togetherSince !== null && input.togetherSince > today) return { refused: { code: 'DATE_IN_FUTURE', field: 'togetherSince', limit: { until: today } } };
  const known = await findTogetherSince(transaction, actor, held.candidacy.id, memberId);
  const judged = judgeTogether(input.from, known, { basis: input.together, since: input.togetherSince }, getRulePack(held.candidacy.rulePack));
  return 'refused' in judged ? judged : { together: judged };
}

/** Names an official member of the scope, or a mass organisation, to a candidacy. */
export async function nameParticipant(context: RequestContext, input: ParticipantInput): Promise<Kept> {
  const once = { key: input.idempotencyKey, input };
  return await changeFile(context, { candidacyId: input.candidacyId, action: 'candidacy.nameParticipant', once }, async (file) => {
    const { transaction, actor, held, today } = file;
    if (input.from > today) return { code: 'DATE_IN_FUTURE', field: 'from', limit: { until: today } };
    if (input.from < held.candidacy.beganOn) return { code: 'DATE_BEFORE_LAST_STEP', field: 'from', limit: { from: held.candidacy.beganOn, step: 'IDENTIFIED' } };
    if ((input.memberId === null) === (input.organisation === null)) return { code: 'FACT_MISSING', field: 'member' };
    if (input.organisation !== null && !mayBe(input.kind, input.organisation)) return { code: 'VALUE_NOT_KNOWN', field: 'organisation' };
    const union = input.kind === 'INTRODUCER' && input.organisation !== null ? refuseUnion(input.organisation, held.slicesOn(input.from).youthUnion) : null;
    if (union) return { code: union, field: 'organisation' };
    const member = input.memberId === null ? null : await findOfficialMember(transaction, actor, input.memberId);
    if (input.organisation === null && !member) return { code: 'NOT_FOUND', field: 'member' };
    const read = member ? await readTogether(file, input, member.id) : { together: null };
    if ('refused' in read) return read.refused;
    const name = member?.fullName ?? organisationNames[input.organisation ?? ''] ?? '';
    const { kind, organisation, from } = input;
    await insertParticipant(transaction, { candidacyId: held.candidacy.id, kind, organisation, from, memberId: member?.id ?? null, name, together: read.together }, actor.displayName);
    return null;
  });
}

/** What is sent to end somebody's part. */
export interface Dismissal {
  readonly candidacyId: string | null;
  readonly participantId: string | null;
  readonly expectedVersion: number;
  readonly on: Day;
}

/** Ends the part of somebody in a candidacy. Where somebody else ended it meanwhile nothing is written. */
export async function dismissParticipant(context: RequestContext, input: Dismissal): Promise<Kept> {
  return await changeFile(context, { candidacyId: input.candidacyId, action: 'candidacy.dismissParticipant' }, async ({ transaction, actor, held, today }) => {
    if (input.on > today) return { code: 'DATE_IN_FUTURE', field: 'on', limit: { until: today } };
    const part = input.participantId === null ? null : await findParticipant(transaction, held.candidacy.id, input.participantId);
    if (!part || input.participantId === null) return { code: 'NOT_FOUND', field: 'participant' };
    if (part.version !== input.expectedVersion) return { ...conflictOf(input.expectedVersion, part.version), candidacyId: held.candidacy.id };
    if (!part.lasts) return { code: 'NOT_FOUND', field: 'participant' };
    if (input.on < part.from) return { code: 'DATE_BEFORE_LAST_STEP', field: 'on', limit: { from: part.from } };
    await endParticipant(transaction, input.participantId, input.on, actor.displayName);
    return null;
  });
}
