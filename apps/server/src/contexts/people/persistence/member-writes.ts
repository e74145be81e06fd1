import type { MemberState } from '@banyan/schema/enums';
import type { Actor } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { Dossier } from '../domain/dossier.ts';
import type { KnownMember } from '../domain/take-up.ts';
import type { WorkingCalendar } from '../domain/working-days.ts';
import { holidaysColumn } from './approval-chain.ts';
import { columnsOf } from './candidacy-row.ts';
import { shareCalendar } from './limit-writes.ts';

/** Somebody whose way is to be taken up; held until the transaction ends. */
export interface HeldMember {
  readonly personId: string;
  readonly member: KnownMember;
  readonly isAtClosedUnit: boolean;
  readonly calendar: WorkingCalendar;
  /** The latest candidacy; null where the way is not on record. */
  readonly candidacyId: string | null;
}

interface HeldMemberRow {
  state: MemberState;
  admission_decided_on: Day | null;
  ceremony_on: Day | null;
  recognition_decided_on: Day | null;
  official_on: Day | null;
  is_at_closed_unit: boolean;
  holidays: Day[];
  candidacy_id: string | null;
}

/** Takes hold of a person of the scope: nobody else takes up their way until the transaction ends. Null where nobody is there. */
export async function holdMember(sql: Sql, { lo, hi }: { readonly lo: string; readonly hi: string }, personId: string): Promise<HeldMember | null> {
  await shareCalendar(sql);
  // Held in a statement of its own: what is read next is what stands once nobody else holds them.
  await sql.query('select from person p where p.id = $1 and p.position between $2::bigint and $3::bigint for update of p', [personId, lo, hi]);
  const [row] = await sql.query<HeldMemberRow>(
    `select p.state, p.admission_decided_on::text, p.ceremony_on::text, p.recognition_decided_on::text, p.official_on::text, u.closed_on is not null as is_at_closed_unit,
       ${holidaysColumn('p.unit_id')} as holidays, (select c.id from candidacy c where c.person_id = p.id and c.state <> 'TAKEN_BACK' order by c.ordinal desc limit 1) as candidacy_id
     from person p join unit u on u.id = p.unit_id where p.id = $1 and p.position between $2::bigint and $3::bigint`,
    [personId, lo, hi],
  );
  if (!row) return null;
  const { state, admission_decided_on: admissionDecidedOn, ceremony_on: ceremonyOn, recognition_decided_on: recognitionDecidedOn, official_on: officialOn } = row;
  return {
    personId,
    member: { state, admissionDecidedOn, ceremonyOn, recognitionDecidedOn, officialOn },
    isAtClosedUnit: row.is_at_closed_unit,
    calendar: { holidays: new Set(row.holidays) },
    candidacyId: row.candidacy_id,
  };
}

/** Inserts the candidacy of a member who is held, with its first line. The person stays as they are. Gives back its id. */
export async function insertTakenUp(
  sql: Sql,
  actor: Pick<Actor, 'accountId' | 'displayName'>,
  way: { readonly personId: string; readonly beganOn: Day; readonly rulePack: string; readonly dossier: Dossier; readonly deadline: Deadline | null },
): Promise<string> {
  const columns = columnsOf(way.dossier, way.deadline);
  const names = Object.keys(columns);
  const [row] = await sql.query<{ id: string }>(
    `with begun as (
       insert into candidacy (person_id, position, ordinal, rule_pack, began_on, ${names.join(', ')})
       select p.id, p.position, coalesce((select max(c.ordinal) from candidacy c where c.person_id = p.id), 0) + 1, $2, $3::date, ${names.map((name) => `n.${name}`).join(', ')} from person p, jsonb_populate_record(null::candidacy, $4::jsonb) n where p.id = $1 returning id, position
     ), told as (
       insert into candidacy_step (candidacy_id, position, step, happened_on, recorded_by, recorder_name) select id, position, 'TAKEN_UP', $5::date, $6::uuid, $7 from begun
     )
     select id from begun`,
    [way.personId, way.rulePack, way.beganOn, JSON.stringify(columns), way.dossier.lastOn, actor.accountId, actor.displayName],
  );
  if (!row) throw new Error('the way was taken up and is not there');
  return row.id;
}

/** Whether a paper or somebody involved is on record in the file of a candidacy that is held. */
export async function hasFile(sql: Sql, candidacyId: string): Promise<boolean> {
  const [row] = await sql.query<{ has: boolean }>('select exists (select from paper where candidacy_id = $1) or exists (select from participant where candidacy_id = $1) as has', [candidacyId]);
  return row?.has ?? false;
}

/** Adds the line that undoes the taking up of a candidacy that is held: the way is none from then on. The person stays as they are. Gives back the id of the line. */
export async function insertTakenBack(sql: Sql, actor: Pick<Actor, 'accountId' | 'displayName'>, undone: { readonly candidacyId: string; readonly stepId: string; readonly reason: string }): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `with over as (
       update candidacy set state = 'TAKEN_BACK', version = version + 1, due_kind = null, due_on = null, due_runs_from = null, due_counted_in = null where id = $1
     )
     insert into candidacy_step (candidacy_id, position, step, happened_on, reason, reverses, recorded_by, recorder_name)
     select s.candidacy_id, s.position, s.step, s.happened_on, $3, s.id, $4::uuid, $5 from candidacy_step s where s.candidacy_id = $1 and s.id = $2 returning id`,
    [undone.candidacyId, undone.stepId, undone.reason, actor.accountId, actor.displayName],
  );
  if (!row) throw new Error('the taking up was undone and nothing says so');
  return row.id;
}
