import type { PaperConclusion, PaperKind, ParticipantKind } from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';

/** A paper of a file: that it is there or asked for, and where it lies. */
export interface Paper {
  readonly candidacyId: string;
  readonly kind: PaperKind;
  /** Whether it is there; else it was asked for. */
  readonly isThere: boolean;
  readonly madeOn: Day;
  readonly number: string | null;
  readonly body: string | null;
  readonly conclusion: PaperConclusion | null;
  readonly reference: string | null;
}

interface PaperRow {
  candidacy_id: string;
  kind: PaperKind;
  is_there: boolean;
  made_on: Day;
  number: string | null;
  body: string | null;
  conclusion: PaperConclusion | null;
  reference: string | null;
}

/** The papers of candidacies that the reader sees. */
export async function findPapersOf(sql: Sql, candidacyIds: readonly string[]): Promise<Paper[]> {
  const rows = await sql.query<PaperRow>(
    'select candidacy_id, kind, is_there, made_on::text, number, body, conclusion, reference from paper where candidacy_id = any ($1::uuid[])',
    [candidacyIds],
  );
  return rows.map((row) => ({
    candidacyId: row.candidacy_id, kind: row.kind, isThere: row.is_there, madeOn: row.made_on, number: row.number, body: row.body, conclusion: row.conclusion, reference: row.reference,
  }));
}

/** Keeps a paper of a file; one of a kind stands in the place of the one before. */
export async function keepPaper(sql: Sql, paper: Paper, recorderName: string): Promise<void> {
  await sql.query(
    `insert into paper (candidacy_id, position, kind, is_there, made_on, number, body, conclusion, reference, recorder_name)
     select c.id, c.position, $2, $3, $4::date, $5, $6, $7, $8, $9 from candidacy c where c.id = $1
     on conflict (candidacy_id, kind) do update set is_there = excluded.is_there, made_on = excluded.made_on, number = excluded.number, body = excluded.body,
       conclusion = excluded.conclusion, reference = excluded.reference, recorder_name = excluded.recorder_name`,
    [paper.candidacyId, paper.kind, paper.isThere, paper.madeOn, paper.number, paper.body, paper.conclusion, paper.reference, recorderName],
  );
}

/** Who helps, introduces or nominates. */
export interface Participant {
  readonly id: string;
  readonly candidacyId: string;
  readonly kind: ParticipantKind;
  readonly memberId: string | null;
  readonly organisation: string | null;
  readonly name: string;
  readonly from: Day;
  readonly until: Day | null;
}

interface ParticipantRow {
  id: string;
  candidacy_id: string;
  kind: ParticipantKind;
  member_id: string | null;
  organisation: string | null;
  name: string;
  starts_on: Day;
  ends_on: Day | null;
}

/** The people and organisations around candidacies that the reader sees, those of before too. */
export async function findParticipantsOf(sql: Sql, candidacyIds: readonly string[]): Promise<Participant[]> {
  const rows = await sql.query<ParticipantRow>(
    `select id, candidacy_id, kind, member_id, organisation, name, lower(valid)::text as starts_on, (upper(valid) - 1)::text as ends_on
     from participant where candidacy_id = any ($1::uuid[]) order by kind, lower(valid), id`,
    [candidacyIds],
  );
  return rows.map((row) => ({
    id: row.id, candidacyId: row.candidacy_id, kind: row.kind, memberId: row.member_id, organisation: row.organisation, name: row.name, from: row.starts_on, until: row.ends_on,
  }));
}

/** An official member of the scope, by id: who may help or introduce. Null for anybody else. */
export async function findOfficialMember(sql: Sql, scope: { lo: string; hi: string }, personId: string): Promise<{ id: string; fullName: string } | null> {
  const [row] = await sql.query<{ id: string; full_name: string }>(
    `select id, full_name from person where id = $1 and state = 'OFFICIAL' and position + 0 between $2::bigint and $3::bigint`,
    [personId, scope.lo, scope.hi],
  );
  return row ? { id: row.id, fullName: row.full_name } : null;
}

/** Names somebody to a candidacy from a day on. */
export async function insertParticipant(sql: Sql, participant: Omit<Participant, 'id' | 'until'>, recorderName: string): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `insert into participant (candidacy_id, position, kind, member_id, organisation, name, valid, recorder_name)
     select c.id, c.position, $2, $3::uuid, $4, $5, daterange($6::date, null), $7 from candidacy c where c.id = $1 returning id`,
    [participant.candidacyId, participant.kind, participant.memberId, participant.organisation, participant.name, participant.from, recorderName],
  );
  if (!row) throw new Error('the participant was named and is not there');
  return row.id;
}

/** Ends the part of somebody, the day included. */
export async function endParticipant(sql: Sql, candidacyId: string, participantId: string, on: Day): Promise<boolean> {
  const rows = await sql.query<{ id: string }>(
    `update participant set valid = daterange(lower(valid), $3::date + 1) where id = $2 and candidacy_id = $1 and upper_inf(valid) and lower(valid) <= $3::date returning id`,
    [candidacyId, participantId, on],
  );
  return rows.length > 0;
}
