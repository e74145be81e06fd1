import type { MemberState } from '@banyan/schema/enums';
import type { Step, StepWarning } from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { PersonSlices } from '../../ledger/index.ts';
import { ageBandOn } from '../domain/age.ts';
import type { Deadline } from '../domain/deadline.ts';
import { isOfficialMember, type Dossier, type RecordedStep } from '../domain/dossier.ts';
import type { WorkingCalendar } from '../domain/working-days.ts';
import { candidacyColumns, candidacyOf, columnsOf, type Candidacy, type CandidacyRow } from './candidacy-row.ts';
import { chainColumn, holidaysColumn, type PlacedChainUnit } from './approval-chain.ts';
import { sharedCalendar } from './limit-writes.ts';
import { arrivedColumn } from './transfer-reads.ts';

/** All that a step is judged by, read in one statement; the candidacy is held until the transaction ends. */
export interface HeldCandidacy {
  readonly candidacy: Candidacy;
  readonly birthDate: Day;
  /** The last step of the timeline that stands, by its day; null where the person came on that day from another unit. */
  readonly lastStep: Step | null;
  /** Last day of data where the unit belongs to a historical province. */
  readonly lastDataOn: Day | null;
  /** Whether the unit has closed: what is left there is history. */
  readonly isAtClosedUnit: boolean;
  /** Day on which the unit received the person from another one; null where it did not. No act of its is dated before. */
  readonly arrivedOn: Day | null;
  /** From the root to the unit, as it hung on the day of the act. */
  readonly chain: readonly PlacedChainUnit[];
  readonly calendar: WorkingCalendar;
  readonly introducers: number;
  readonly introducingOrganisations: readonly string[];
  /** Areas of the unit on the day of the act. */
  readonly areas: readonly string[];
  /** Date of the certificate of the new-member class; null where none is in the file. */
  readonly newMemberCertificateOn: Day | null;
  /** The slices of the person on a day. */
  slicesOn(day: Day): PersonSlices;
}

interface HeldRow extends CandidacyRow {
  birth_date: Day;
  last_step: Step | null;
  last_data_on: Day | null;
  is_at_closed_unit: boolean;
  arrived_on: Day | null;
  chain: PlacedChainUnit[];
  holidays: Day[];
  introducers: number;
  organisations: string[] | null;
  areas: string[] | null;
  new_member_certificate_on: Day | null;
  slices: Omit<PersonSlices, 'ageBand'>;
}

/**
 * Takes hold of candidacies of the scope: nobody else changes them until the transaction ends. In the order of their ids, so that two do not
 * wait for each other. Their chains are those of the day of the act that is to be recorded.
 */
export async function holdCandidacies(sql: Sql, scope: { lo: string; hi: string }, ids: readonly string[], on: Day): Promise<Map<string, HeldCandidacy>> {
  // Held in a statement of its own: what is read next is what stands once nobody else holds them.
  await sql.query(
    `with calendar as materialized (select ${sharedCalendar})
     select c.id from calendar, candidacy c where c.id = any ($1::uuid[]) and c.position + 0 between $2::bigint and $3::bigint order by c.id for update of c`,
    [ids, scope.lo, scope.hi],
  );
  const rows = await sql.query<HeldRow>(
    `select ${candidacyColumns}, p.birth_date::text, u.last_data_on::text,
       (select s.step from candidacy_step s where s.candidacy_id = c.id and s.happened_on = c.last_on and s.reverses is null and not exists (select from candidacy_step r where r.reverses = s.id) order by s.recorded_at desc, s.id desc limit 1) as last_step, u.closed_on is not null as is_at_closed_unit, ${arrivedColumn('p.id')} as arrived_on, ${chainColumn('p.unit_id', '$4::date')} as chain, ${holidaysColumn('p.unit_id')} as holidays,
       (select count(distinct t.member_id)::int + least(1, count(t.organisation))::int from participant t where t.candidacy_id = c.id and t.kind = 'INTRODUCER' and t.valid @> $4::date) as introducers,
       (select json_agg(distinct t.organisation) from participant t where t.candidacy_id = c.id and t.kind = 'INTRODUCER' and t.organisation is not null and t.valid @> $4::date) as organisations,
       (select to_json(f.areas) from unit_profile f where f.unit_id = p.unit_id and f.valid @> $4::date) as areas,
       (select min(a.made_on)::text from paper a where a.candidacy_id = c.id and a.kind = 'NEW_MEMBER_CERTIFICATE' and a.is_there) as new_member_certificate_on,
       (select json_build_object('gender', p.gender, 'youthUnion', p.youth_union, 'occupation', p.occupation, 'enterpriseRelation', p.enterprise_relation, 'education', p.education,
          'ethnicMinority', coalesce(s.ethnic_minority, 'UNKNOWN'), 'religion', coalesce(s.religion, 'UNKNOWN')) from (values (1)) one left join app.sensitive_slices(p.id) s on true) as slices
     from candidacy c join person p on p.id = c.person_id join unit u on u.id = p.unit_id
     where c.id = any ($1::uuid[]) and c.position + 0 between $2::bigint and $3::bigint
     order by c.id`,
    [ids, scope.lo, scope.hi, on],
  );
  return new Map(rows.map((row) => [row.id, heldOf(row)]));
}

function heldOf(row: HeldRow): HeldCandidacy {
  return {
    candidacy: candidacyOf(row),
    birthDate: row.birth_date,
    lastStep: row.last_step,
    lastDataOn: row.last_data_on,
    isAtClosedUnit: row.is_at_closed_unit,
    arrivedOn: row.arrived_on,
    chain: row.chain,
    calendar: { holidays: new Set(row.holidays) },
    introducers: row.introducers,
    introducingOrganisations: row.organisations ?? [],
    areas: row.areas ?? [],
    newMemberCertificateOn: row.new_member_certificate_on,
    slicesOn: (day) => ({ ...row.slices, ageBand: ageBandOn(row.birth_date, day) }),
  };
}

/** Who wrote a line of the timeline, under which event of the ledger, within which limit. */
export interface Recording {
  readonly accountId: string;
  readonly name: string;
  readonly dueOn: Day | null;
  readonly entryEventId: string | null;
  /** What the step leaves open of the rules. */
  readonly warnings: readonly StepWarning[];
  readonly reverses?: string;
}

/** Where a person stands whose candidacy adds up to this. */
function memberStateOf(dossier: Dossier): MemberState {
  if (dossier.leftOn !== null) return 'FORMER';
  if (isOfficialMember(dossier)) return 'OFFICIAL';
  return dossier.ceremonyOn === null ? 'CANDIDATE' : 'PROBATIONARY';
}

/**
 * Adds a line to the timeline, and writes what the candidacy adds up to with it, one version on, and where the person stands. Gives back
 * the id of the line.
 */
export async function writeTimeline(sql: Sql, { id, personId }: Pick<Candidacy, 'id' | 'personId'>, recorded: RecordedStep, by: Recording, now: { dossier: Dossier; deadline: Deadline | null }): Promise<string> {
  const columns = columnsOf(now.dossier, now.deadline);
  const names = Object.keys(columns);
  const { vote } = recorded;
  const { dossier } = now;
  const [row] = await sql.query<{ id: string }>(
    `with kept as (
       update candidacy set (version, ${names.join(', ')}) = (select candidacy.version + 1, ${names.map((name) => `n.${name}`).join(', ')} from jsonb_populate_record(null::candidacy, $17::jsonb) n)
       where id = $1
     ), belongs as (
       update person set state = $18::text, admission_decided_on = $19::date, ceremony_on = $20::date, recognition_decided_on = $21::date, official_on = $22::date, left_on = $23::date
       where id = $24 and (state, admission_decided_on, ceremony_on, recognition_decided_on, official_on, left_on) is distinct from ($18::text, $19::date, $20::date, $21::date, $22::date, $23::date)
     )
     insert into candidacy_step (candidacy_id, position, step, happened_on, document_number, certificate_number, province_consent_number, received_on, reason,
       vote_base, vote_present, vote_in_favour, due_on, entry_event_id, reverses, recorded_by, recorder_name, upper_consent_number, removal_ground, warnings)
     select c.id, c.position, $2, $3::date, $4, $5, $6, $7::date, $8, $9::smallint, $10::smallint, $11::smallint, $12::date, $13::uuid, $14::uuid, $15::uuid, $16, $25, $26, $27::text[]
     from candidacy c where c.id = $1 returning id`,
    [
      id, recorded.step, recorded.on, recorded.documentNumber, recorded.certificateNumber, recorded.provinceConsentNumber, recorded.receivedOn, recorded.reason,
      vote?.base ?? null, vote?.present ?? null, vote?.inFavour ?? null, by.dueOn, by.entryEventId, by.reverses ?? null, by.accountId, by.name,
      JSON.stringify(columns),
      memberStateOf(dossier), dossier.admissionDecidedOn, dossier.ceremonyOn, dossier.recognitionDecidedOn, dossier.officialOn, dossier.leftOn, personId,
      recorded.upperConsentNumber, recorded.removalGround, by.warnings,
    ],
  );
  if (!row) throw new Error('the step was recorded and is not there');
  return row.id;
}
