import type { TransferDirection, TransferKind, TransferState } from '@banyan/schema/lifecycle';
import type { Cursor } from '../../../kernel/connection.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Transfer } from '../domain/transfer.ts';

interface TransferRow {
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
  accepted_on: Day | null;
  accepter: string | null;
  cancel_reason: string | null;
  ended_on: Day | null;
  is_sender: boolean;
  is_receiver: boolean;
}

/**
 * Columns of a letter `t`, for a reader of an interval ($1 to $2). Which side the reader is on follows from the units that are seen, so that
 * both walls judge it: the old unit learns neither who received the person nor, once they have gone, their date of birth.
 */
const columns = `t.id, t.person_id, t.kind, t.state, t.version, t.from_unit_id, case when side.is_receiver then t.to_unit_id end as to_unit_id, t.from_name, t.destination, t.person_name,
  case when side.is_receiver or exists (select from person p where p.id = t.person_id and p.position + 0 between $1 and $2) then t.person_birth_date::text end as birth_date,
  t.letter_number, t.issued_on::text, t.issuer_name, t.due_on::text, t.accepted_on::text, case when side.is_receiver then t.accepter_name end as accepter, t.cancel_reason, t.ended_on::text,
  side.is_sender, side.is_receiver`;

const sides = `cross join lateral (select exists (select from unit u where u.id = t.from_unit_id and u.lo + 0 between $1 and $2) as is_sender,
  exists (select from unit u where u.id = t.to_unit_id and u.lo + 0 between $1 and $2) as is_receiver) side`;

function transferOf(row: TransferRow): Transfer {
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
    acceptedOn: row.accepted_on,
    accepterName: row.accepter,
    cancelReason: row.cancel_reason,
    endedOn: row.ended_on,
    isSender: row.is_sender,
    isReceiver: row.is_receiver,
  };
}

/** Letters by id that leave or reach a unit of the scope. */
export async function findTransfersById(scope: Scope, ids: readonly string[]): Promise<Map<string, Transfer>> {
  const rows = await scope.query<TransferRow>(
    `select ${columns} from transfer t ${sides} where t.id = any ($3::uuid[]) and (t.from_position + 0 between $1 and $2 or t.to_position + 0 between $1 and $2)`,
    [scope.lo, scope.hi, ids],
  );
  return new Map(rows.map((row) => [row.id, transferOf(row)]));
}

/** The letters of people that leave or reach a unit of the scope, the latest first. */
export async function findTransfersOf(scope: Scope, personIds: readonly string[]): Promise<Map<string, Transfer[]>> {
  const rows = await scope.query<TransferRow>(
    `select ${columns} from transfer t ${sides} where t.person_id = any ($3::uuid[]) and (t.from_position + 0 between $1 and $2 or t.to_position + 0 between $1 and $2)
     order by t.issued_on desc, t.id desc`,
    [scope.lo, scope.hi, personIds],
  );
  return Map.groupBy(rows.map(transferOf), ({ personId }) => personId);
}

/** Which letters: all conditions hold together. */
export interface TransferFilter {
  readonly direction: TransferDirection;
  readonly states: readonly TransferState[] | null;
  /** Only letters that wait to be accepted and were to be presented before this day. */
  readonly overdueOn: Day | null;
}

/** A page of letters with one more than asked, and the exact number of the whole. */
export interface TransferPage {
  readonly rows: readonly Transfer[];
  readonly totalCount: number;
}

/** Letters that reach or leave the scope, those first that are to be presented first. */
export async function listTransfers(scope: Scope, { direction, states, overdueOn }: TransferFilter, page: { first: number; after: Cursor | null }): Promise<TransferPage> {
  const place = direction === 'IN' ? 't.to_position' : 't.from_position';
  const filtered = `${place} between $1 and $2 and ($3::text[] is null or t.state = any ($3)) and ($4::date is null or (t.state = 'ISSUED' and t.due_on < $4))`;
  const rows = await scope.query<TransferRow & { total: string }>(
    `select listed.*, whole.total from (select count(*) as total from transfer t where ${filtered}) whole
     left join lateral (
       select ${columns} from transfer t ${sides} where ${filtered} and ($5::text is null or (t.due_on, t.id) > ($5::date, $6::uuid)) order by t.due_on, t.id limit $7
     ) listed on true`,
    [scope.lo, scope.hi, states, overdueOn, page.after?.[0] ?? null, page.after?.[1] ?? null, page.first + 1],
  );
  return { rows: rows.flatMap((row) => (row.id === null ? [] : [transferOf(row)])), totalCount: Number(rows[0]?.total ?? 0) };
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
}

/** The open letter of a code, by its hash, wherever it was issued. */
export async function findLetterByCode(scope: Scope, codeHash: Buffer): Promise<Letter | null> {
  const [row] = await scope.query<Letter>(
    `select id, kind, from_name as "fromName", destination, person_name as "personName", person_birth_date::text as "birthDate", letter_number as "letterNumber",
       issued_on::text as "issuedOn", issuer_name as "issuedBy", due_on::text as "dueOn" from app.letter_by_code($1)`,
    [codeHash],
  );
  return row ?? null;
}
