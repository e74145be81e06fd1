import type { TransferDirection, TransferKind, TransferOrder, TransferRefusalCode, TransferStanding, TransferState } from '@banyan/schema/lifecycle';
import type { Sql } from '../../../kernel/sql.ts';
import type { Cursor } from '../../../kernel/connection.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Transfer } from '../domain/transfer.ts';

/** A letter as the database tells it to a reader. */
export interface TransferRow {
  id: string;
  person_id: string;
  kind: TransferKind;
  state: TransferState;
  version: number;
  from_unit_id: string;
  to_unit_id: string | null;
  from_name: string;
  destination: string;
  person_name: string;
  birth_date: Day | null;
  letter_number: string | null;
  issued_on: Day;
  issuer_name: string;
  due_on: Day;
  moved_on: Day | null;
  start_due_on: Day | null;
  claim_until: Day | null;
  accepted_on: Day | null;
  accepter: string | null;
  cancel_reason: string | null;
  ended_on: Day | null;
  until_on: Day | null;
  is_study: boolean;
  issued: number;
  accepted: number | null;
  closed: number | null;
  canceller: string | null;
  is_sender: boolean;
  is_receiver: boolean;
}

/** An instant in milliseconds. */
function epoch(column: string): string {
  return `(extract(epoch from ${column}) * 1000)::float8`;
}

/**
 * Columns of a letter `t`, for a reader of an interval ($1 to $2). What the new unit alone may know lies in a row `r` of its own, which both walls
 * judge; once the person has gone, the old unit does not learn their date of birth either. Whether a reader is the sender follows from the units that are seen.
 */
export const letterColumns = `t.id, t.person_id, t.kind, t.state, t.version, t.from_unit_id, r.unit_id as to_unit_id, t.from_name, t.destination, t.person_name,
  case when r.transfer_id is not null or exists (select from person p where p.id = t.person_id and p.position + 0 between $1 and $2) then t.person_birth_date::text end as birth_date,
  t.letter_number, t.issued_on::text, t.issuer_name, t.due_on::text, t.moved_on::text, t.start_due_on::text, t.claim_until::text, t.accepted_on::text, r.accepter_name as accepter,
  t.cancel_reason, t.ended_on::text, t.until_on::text, t.is_study, ${epoch('t.issued_at')} as issued, ${epoch('r.accepted_at')} as accepted, ${epoch('t.closed_at')} as closed, t.canceller_name as canceller, exists (select from unit u where u.id = t.from_unit_id and u.lo + 0 between $1 and $2) as is_sender, r.transfer_id is not null as is_receiver`;

/** Letters `t`, each with its row `r` of the new unit where the reader may see it. */
export const letters = 'transfer t left join transfer_receiver r on r.transfer_id = t.id and r.position between $1 and $2';
const isSeen = '(t.from_position + 0 between $1 and $2 or r.transfer_id is not null)';

/** The letter of a row. */
export function transferOf(row: TransferRow): Transfer {
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    state: row.state,
    version: row.version,
    fromUnitId: row.from_unit_id,
    toUnitId: row.to_unit_id,
    fromName: row.from_name,
    destination: row.destination,
    personName: row.person_name,
    birthDate: row.birth_date,
    letterNumber: row.letter_number,
    issuedOn: row.issued_on,
    issuerName: row.issuer_name,
    dueOn: row.due_on,
    movedOn: row.moved_on,
    startDueOn: row.start_due_on,
    claimUntil: row.claim_until,
    acceptedOn: row.accepted_on,
    accepterName: row.accepter,
    cancelReason: row.cancel_reason,
    endedOn: row.ended_on,
    untilOn: row.until_on,
    isStudy: row.is_study,
    issuedAt: new Date(row.issued),
    acceptedAt: row.accepted === null ? null : new Date(row.accepted),
    closedAt: row.closed === null ? null : new Date(row.closed),
    cancellerName: row.canceller,
    isSender: row.is_sender,
    isReceiver: row.is_receiver,
  };
}

/**
 * Letters by id that leave or reach a unit of the scope. The places are conditions of the indexes: of a letter between others no row is
 * touched, so that it takes the time of one that is not there.
 */
export async function findTransfersById(scope: Scope, ids: readonly string[]): Promise<Map<string, Transfer>> {
  const rows = await scope.query<TransferRow>(
    `select ${letterColumns} from (
       select id from transfer where id = any ($3::uuid[]) and from_position between $1 and $2
       union select transfer_id from transfer_receiver where transfer_id = any ($3::uuid[]) and position between $1 and $2
     ) seen (id) join (${letters}) on t.id = seen.id`,
    [scope.lo, scope.hi, ids],
  );
  return new Map(rows.map((row) => [row.id, transferOf(row)]));
}

/** The letters of people that leave or reach a unit of the scope, the latest first. */
export async function findTransfersOf(scope: Scope, personIds: readonly string[]): Promise<Map<string, Transfer[]>> {
  const rows = await scope.query<TransferRow>(
    `select ${letterColumns} from ${letters} where t.person_id = any ($3::uuid[]) and ${isSeen}
     order by t.issued_on desc, t.id desc`,
    [scope.lo, scope.hi, personIds],
  );
  return Map.groupBy(rows.map(transferOf), ({ personId }) => personId);
}

/** A column: the day on which the last transfer for good of a person, as far as the reader sees one, was accepted. */
export function arrivedColumn(personId: string): string {
  return `(select max(a.accepted_on)::text from transfer a where a.person_id = ${personId} and a.state = 'ACCEPTED' and a.kind <> 'TEMPORARY')`;
}

/** The days on which units received people, by person. */
export async function findArrivals(sql: Sql, personIds: readonly string[]): Promise<Map<string, Day>> {
  const rows = await sql.query<{ id: string; on: Day | null }>(`select p.id, ${arrivedColumn('p.id')} as on from unnest($1::uuid[]) as p (id)`, [personIds]);
  return new Map(rows.flatMap(({ id, on }) => (on === null ? [] : [[id, on] as const])));
}

/** Which letters: all conditions hold together. */
export interface TransferFilter {
  /** Letters that reach, or that leave, the scope or the unit; null for either. */
  readonly direction: TransferDirection | null;
  readonly standing: TransferStanding | null;
  readonly kinds: readonly TransferKind[] | null;
  /** Only letters that reach or leave a unit of this subtree. */
  readonly under: string | null;
  /** Only letters that wait to be accepted and were to be presented before this day. */
  readonly overdueOn: Day | null;
}

/** A page of letters with one more than asked, each with the key that it is ordered by, and the exact number of the whole. */
export interface TransferPage {
  readonly rows: readonly { readonly letter: Transfer; readonly key: string }[];
  readonly totalCount: number;
}

const standings: Record<TransferStanding, string> = {
  WAITING: `t.state = 'ISSUED'`,
  RUNNING: `t.state = 'ACCEPTED' and t.kind = 'TEMPORARY'`,
  DONE: `(t.state in ('CANCELLED', 'ENDED') or (t.state = 'ACCEPTED' and t.kind <> 'TEMPORARY'))`,
};

/** How a list is ordered: by which day, and which way. */
const orders: Record<TransferOrder, { readonly by: string; readonly way: 'asc' | 'desc' }> = {
  DUE: { by: 't.due_on', way: 'asc' },
  START_DUE: { by: `(case when t.start_due_on is null then date 'infinity' else t.start_due_on end)`, way: 'asc' },
  LATEST: { by: 't.issued_on', way: 'desc' },
};

/** Letters that reach or leave the scope. */
export async function listTransfers(scope: Scope, filter: TransferFilter, page: { orderBy: TransferOrder; first: number; after: Cursor | null }): Promise<TransferPage> {
  const { direction, standing, kinds, under, overdueOn } = filter;
  const [lo, hi] = under === null ? ['$1', '$2'] : ['(select lo from within)', '(select hi from within)'];
  const [arrives, leaves] = [`r.position between ${lo} and ${hi}`, `t.from_position between ${lo} and ${hi}`];
  const place = direction === 'IN' ? arrives : direction === 'OUT' ? leaves : `(${arrives} or ${leaves})`;
  const filtered = `${place} and ${standing ? standings[standing] : 'true'} and ($3::text[] is null or t.kind = any ($3)) and ($4::date is null or (t.state = 'ISSUED' and t.due_on < $4))`;
  const { by, way } = orders[page.orderBy];
  const rows = await scope.query<TransferRow & { total: string; key: string }>(
    `with within as (select u.lo, u.hi from unit u where u.id = $5::uuid and u.lo between $1 and $2)
     select listed.*, whole.total from (select count(*) as total from ${letters} where ${filtered}) whole
     left join lateral (
       select ${letterColumns}, ${by}::text as key from ${letters} where ${filtered} and ($6::text is null or (${by}, t.id) ${way === 'asc' ? '>' : '<'} ($6::date, $7::uuid))
       order by ${by} ${way}, t.id ${way} limit $8
     ) listed on true`,
    [scope.lo, scope.hi, kinds, overdueOn, under, page.after?.[0] ?? null, page.after?.[1] ?? null, page.first + 1],
  );
  return { rows: rows.flatMap((row) => (row.id === null ? [] : [{ letter: transferOf(row), key: row.key }])), totalCount: Number(rows[0]?.total ?? 0) };
}

/** What a letter says to whoever holds the code of its paper. */
export interface Letter {
  readonly id: string;
  readonly kind: TransferKind;
  readonly fromName: string;
  readonly destination: string;
  readonly personName: string;
  readonly birthDate: Day;
  readonly letterNumber: string | null;
  readonly issuedOn: Day;
  readonly issuedBy: string;
  readonly dueOn: Day;
  readonly movedOn: Day | null;
  readonly startDueOn: Day | null;
  readonly claimUntil: Day;
}

/** The open letter of a code, by its hash, wherever it was issued; or why the code opens nothing. */
export async function findLetterByCode(scope: Scope, codeHash: Buffer): Promise<Letter | { readonly refusal: TransferRefusalCode }> {
  const [row] = await scope.query<Letter & { readonly refusal: TransferRefusalCode | null }>(
    `select id, kind, from_name as "fromName", destination, person_name as "personName", person_birth_date::text as "birthDate", letter_number as "letterNumber",
       issued_on::text as "issuedOn", issuer_name as "issuedBy", due_on::text as "dueOn", moved_on::text as "movedOn", start_due_on::text as "startDueOn",
       claim_until::text as "claimUntil", refusal from app.letter_by_code($1)`,
    [codeHash],
  );
  if (!row) return { refusal: 'CODE_NOT_KNOWN' };
  const { refusal, ...letter } = row;
  return refusal === null ? letter : { refusal };
}
