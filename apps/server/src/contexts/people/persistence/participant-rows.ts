import type { ParticipantKind, TogetherBasis } from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { Together } from '../domain/together.ts';

/** Who helps, introduces or nominates. */
export interface Participant {
  readonly id: string;
  readonly candidacyId: string;
  readonly kind: ParticipantKind;
  readonly version: number;
  readonly memberId: string | null;
  readonly organisation: string | null;
  readonly name: string;
  readonly from: Day;
  readonly until: Day | null;
  /** How an introducer knows the candidate; null for anybody else, and for those named before that was asked. */
  readonly together: Together | null;
  readonly recordedBy: string;
  /** Who recorded that the part ended; null while it lasts, and of those that ended before that was kept. */
  readonly endedBy: string | null;
}

interface ParticipantRow {
  id: string;
  candidacy_id: string;
  kind: ParticipantKind;
  version: number;
  member_id: string | null;
  organisation: string | null;
  name: string;
  starts_on: Day;
  ends_on: Day | null;
  together: TogetherBasis | null;
  together_since: Day | null;
  recorder_name: string;
  ender_name: string | null;
}

/** The people and organisations around candidacies that the reader sees, those of before too. */
export async function findParticipantsOf(sql: Sql, candidacyIds: readonly string[]): Promise<Participant[]> {
  const rows = await sql.query<ParticipantRow>(
    `select id, candidacy_id, kind, version, member_id, organisation, name, lower(valid)::text as starts_on, (upper(valid) - 1)::text as ends_on, together, together_since::text, recorder_name, ender_name
     from participant where candidacy_id = any ($1::uuid[]) order by kind, lower(valid), id`,
    [candidacyIds],
  );
  return rows.map((row) => ({
    id: row.id, candidacyId: row.candidacy_id, kind: row.kind, version: row.version, memberId: row.member_id, organisation: row.organisation, name: row.name, from: row.starts_on, until: row.ends_on,
    together: row.together && { basis: row.together, since: row.together_since }, recordedBy: row.recorder_name, endedBy: row.ender_name,
  }));
}

/** An official member of the scope, by id: who may help or introduce. Null for anybody else. */
export async function findOfficialMember(sql: Sql, scope: { lo: string; hi: string }, personId: string): Promise<{ id: string; fullName: string } | null> {
  const [row] = await sql.query<{ id: string; full_name: string }>(
    `select id, full_name from person where id = $1 and state = 'OFFICIAL' and position + 0 between $2::bigint and $3::bigint for key share`,
    [personId, scope.lo, scope.hi],
  );
  return row ? { id: row.id, fullName: row.full_name } : null;
}

/**
 * Since when a member and the person of a candidacy have been in the same grassroots organisation, by what is recorded: since the last
 * transfer of each that the reader sees, the candidacy's beginning and the member's ceremony. Null where they are not in the same one.
 */
export async function findTogetherSince(sql: Sql, scope: { lo: string; hi: string }, candidacyId: string, memberId: string): Promise<Day | null> {
  const [row] = await sql.query<{ since: Day | null }>(
    `select greatest(c.began_on, m.ceremony_on,
         (select max(t.accepted_on) from transfer t left join transfer_receiver r on r.transfer_id = t.id
            where t.person_id in (m.id, c.person_id) and t.state = 'ACCEPTED' and t.kind <> 'TEMPORARY'
              and (t.from_position between $3::bigint and $4::bigint or r.position between $3::bigint and $4::bigint)))::text as since
     from candidacy c join person p on p.id = c.person_id join person m on m.id = $2
     where c.id = $1 and c.position + 0 between $3::bigint and $4::bigint and m.position + 0 between $3::bigint and $4::bigint and m.ceremony_on is not null
       and exists (
         select from placement a cross join lateral unnest(a.ancestors) as above (id) join placement b on b.unit_id = m.unit_id and upper_inf(b.valid) and above.id = any (b.ancestors)
         join unit_stub s on s.unit_id = above.id join unit_kind k on k.configuration = s.configuration and k.code = s.kind and k.is_grassroots_organisation
         where a.unit_id = p.unit_id and upper_inf(a.valid))`,
    [candidacyId, memberId, scope.lo, scope.hi],
  );
  return row?.since ?? null;
}

/** Names somebody to a candidacy from a day on. */
export async function insertParticipant(sql: Sql, participant: Omit<Participant, 'id' | 'until' | 'version' | 'recordedBy' | 'endedBy'>, recorderName: string): Promise<void> {
  await sql.query(
    `insert into participant (candidacy_id, position, kind, member_id, organisation, name, valid, together, together_since, recorder_name)
     select c.id, c.position, $2, $3::uuid, $4, $5, daterange($6::date, null), $7, $8::date, $9 from candidacy c where c.id = $1`,
    [participant.candidacyId, participant.kind, participant.memberId, participant.organisation, participant.name, participant.from, participant.together?.basis ?? null, participant.together?.since ?? null, recorderName],
  );
}

/** Somebody's part in a candidacy that is held. */
export async function findParticipant(sql: Sql, candidacyId: string, participantId: string): Promise<{ from: Day; lasts: boolean; version: number } | null> {
  const [row] = await sql.query<{ from: Day; lasts: boolean; version: number }>(
    `select lower(valid)::text as from, upper_inf(valid) as lasts, version from participant where id = $2 and candidacy_id = $1`,
    [candidacyId, participantId],
  );
  return row ?? null;
}

/** Ends the part of somebody, the day included. */
export async function endParticipant(sql: Sql, participantId: string, on: Day, enderName: string): Promise<void> {
  await sql.query('update participant set valid = daterange(lower(valid), $2::date + 1), ender_name = $3 where id = $1', [participantId, on, enderName]);
}
