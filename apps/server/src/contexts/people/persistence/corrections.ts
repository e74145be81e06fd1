import type { CorrectedField, PersonRefusalCode } from '@banyan/schema/personal';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Facts, FirstDay, Meeting } from '../domain/correction.ts';

/** What a correction does to the figures: so many facts, or a stock, move from one slice to another. */
export interface SliceChange {
  readonly measure: string;
  readonly dimension: string;
  readonly before: string;
  readonly after: string;
  readonly count: number;
}

/** What is handed to the database of a correction. */
export interface DraftCorrection {
  readonly personId: string;
  readonly expectedVersion: number;
  readonly facts: Facts;
  readonly since: Day | null;
  readonly reason: string;
  readonly recorderName: string;
}

type DatabaseRefusal = Extract<PersonRefusalCode, 'FORBIDDEN_FOR_ROLE' | 'NOT_FOUND' | 'VERSION_CONFLICT' | 'NUMBER_LOCKED'>;

/** Corrects a person and what counts them wrongly, in one function of the database that judges the caller once more; or only tells what that would change. */
export async function writeCorrection(sql: Sql, { personId, expectedVersion, facts, since, reason, recorderName }: DraftCorrection, isTrial: boolean): Promise<{ refusal: DatabaseRefusal } | { changes: readonly SliceChange[] }> {
  const [row] = await sql.query<{ refusal: DatabaseRefusal | null; changes: SliceChange[] }>(
    'select refusal, changes from app.correct_person($1::uuid, $2::int, $3::jsonb, $4::date, $5, $6, $7)',
    [personId, expectedVersion, JSON.stringify(facts), since, reason, recorderName, isTrial],
  );
  if (!row) throw new Error('the database said nothing of a correction');
  return row.refusal ? { refusal: row.refusal } : { changes: row.changes };
}

/** How a personal number stands: free, or held by somebody, whom the caller sees or not. */
export type NumberStanding =
  | { readonly outcome: 'FREE' | 'ON_RECORD_ELSEWHERE' | 'TOO_MANY_CHECKS' | 'FORBIDDEN_FOR_ROLE' }
  | { readonly outcome: 'ON_RECORD_HERE'; readonly personId: string };

/** Asks whether a number can be given to a person, or to somebody new. Each question counts, and holds the number until the transaction ends. */
export async function checkNumber(sql: Sql, number: string, personId: string | null): Promise<NumberStanding> {
  const [row] = await sql.query<NumberStanding>('select outcome, person_id as "personId" from app.check_number($1, $2::uuid)', [number, personId]);
  if (!row) throw new Error('the database said nothing of a number');
  return row;
}

/** A line of the history of corrections. */
export interface Correction {
  readonly id: string;
  readonly personId: string;
  readonly changes: readonly { readonly field: CorrectedField; readonly before: string | null; readonly after: string | null }[];
  readonly since: Day | null;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

const fields: Readonly<Record<keyof Facts, CorrectedField>> = {
  fullName: 'FULL_NAME',
  birthDate: 'BIRTH_DATE',
  gender: 'GENDER',
  occupation: 'OCCUPATION',
  enterpriseRelation: 'ENTERPRISE_RELATION',
  education: 'EDUCATION',
  youthUnion: 'YOUTH_UNION',
  personalNumber: 'PERSONAL_NUMBER',
};

/** The corrections of people of the scope, the latest first. */
export async function findCorrectionsOf(scope: Scope, personIds: readonly string[]): Promise<Correction[]> {
  const rows = await scope.query<Omit<Correction, 'changes' | 'recordedAt'> & { changes: Partial<Record<keyof Facts, [] | [string, string]>>; recorded: number }>(
    `select id, person_id as "personId", changes, since::text, reason, recorder_name as "recordedBy", (extract(epoch from recorded_at) * 1000)::float8 as recorded
     from person_correction where person_id = any ($1::uuid[]) and position + 0 between $2 and $3 order by id desc`,
    [personIds, scope.lo, scope.hi],
  );
  return rows.map(({ changes, recorded, ...row }) => ({
    ...row,
    recordedAt: new Date(recorded),
    changes: (Object.keys(fields) as (keyof Facts)[]).flatMap((field) => {
      const pair = changes[field];
      return pair ? [{ field: fields[field], before: pair[0] ?? null, after: pair[1] ?? null }] : [];
    }),
  }));
}

/** A meeting of a cell with the person whom it proposed. */
export type PersonMeeting = Meeting & { readonly personId: string };

/** The meetings that proposed people of the scope, those that were not undone. */
export async function findMeetingsOf(scope: Scope, personIds: readonly string[]): Promise<PersonMeeting[]> {
  return await scope.query<PersonMeeting>(
    `select c.person_id as "personId", s.happened_on::text as on, c.rule_pack as "rulePack", s.province_consent_number as "provinceConsentNumber"
     from candidacy c join candidacy_step s on s.candidacy_id = c.id
     where c.person_id = any ($1::uuid[]) and c.position + 0 between $2 and $3 and s.step = 'CELL_PROPOSED' and s.reverses is null
       and not exists (select from candidacy_step r where r.reverses = s.id)
     order by s.happened_on`,
    [personIds, scope.lo, scope.hi],
  );
}

/** The first day on record of a person of the scope: of a candidacy, a ceremony, or the given day where there is none. */
export async function findFirstDay(scope: Scope, personId: string, today: Day): Promise<FirstDay> {
  const [row] = await scope.query<FirstDay>(
    `select d.day::text as on, d.step from person p cross join lateral (
       values (p.ceremony_on, 'CEREMONY_HELD'), ((select min(c.began_on) from candidacy c where c.person_id = p.id), 'IDENTIFIED'), (p.left_on, null), ($4::date, null)) d (day, step)
     where p.id = $1 and p.position + 0 between $2 and $3 and d.day is not null order by d.day limit 1`,
    [personId, scope.lo, scope.hi, today],
  );
  return row ?? { on: today, step: null };
}
