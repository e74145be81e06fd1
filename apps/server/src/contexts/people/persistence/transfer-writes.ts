import type { MemberState } from '@banyan/schema/enums';
import type { TransferKind, TransferRefusalCode } from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { WorkingCalendar } from '../domain/working-days.ts';
import { chainColumn, holidaysColumn, type PlacedChainUnit } from './approval-chain.ts';
import { shareCalendar } from './limit-writes.ts';

/** Somebody of the scope who is to leave, held until the transaction ends. */
export interface HeldPerson {
  readonly id: string;
  readonly fullName: string;
  readonly birthDate: Day;
  readonly state: MemberState;
  readonly unitId: string;
  readonly unitName: string;
  readonly lastDataOn: Day | null;
  readonly lastStepOn: Day | null;
  readonly hasOpenLetter: boolean;
  readonly chain: readonly PlacedChainUnit[];
  readonly calendar: WorkingCalendar;
}

type HeldPersonRow = Omit<HeldPerson, 'calendar'> & { readonly holidays: readonly Day[] };

/** Takes hold of a person of the scope, after the person's way to membership: in the order in which every change does. */
export async function holdPerson(sql: Sql, { lo, hi }: { lo: string; hi: string }, personId: string): Promise<HeldPerson | null> {
  await shareCalendar(sql);
  await sql.query('select c.id from candidacy c where c.person_id = $1 and c.position + 0 between $2::bigint and $3::bigint order by c.id for update', [personId, lo, hi]);
  // A question of its own: whoever has waited for a lock is told what stands now, where one that joins the unit would find neither.
  await sql.query('select p.id from person p where p.id = $1 and p.position between $2::bigint and $3::bigint for update', [personId, lo, hi]);
  const [row] = await sql.query<HeldPersonRow>(
    `select p.id, p.full_name as "fullName", p.birth_date::text as "birthDate", p.state, p.unit_id as "unitId", u.name as "unitName", u.last_data_on::text as "lastDataOn",
       (select max(c.last_on)::text from candidacy c where c.person_id = p.id) as "lastStepOn",
       exists (select from transfer t where t.person_id = p.id and (t.state = 'ISSUED' or (t.state = 'ACCEPTED' and t.kind = 'TEMPORARY'))) as "hasOpenLetter", ${chainColumn('p.unit_id', 'app.today()')} as chain, ${holidaysColumn('p.unit_id')} as holidays
     from person p join unit u on u.id = p.unit_id where p.id = $1 and p.position between $2::bigint and $3::bigint`,
    [personId, lo, hi],
  );
  if (!row) return null;
  const { holidays, ...person } = row;
  return { ...person, calendar: { holidays: new Set(holidays) } };
}

/** A unit of the scope to which a letter is addressed. */
export interface Receiver {
  readonly id: string;
  readonly name: string;
  readonly isOpen: boolean;
  readonly holdsMembers: boolean;
  readonly chain: readonly PlacedChainUnit[] | null;
}

/** A unit of the scope, as the receiver of a letter. */
export async function findReceiver(sql: Sql, { lo, hi }: { lo: string; hi: string }, unitId: string): Promise<Receiver | null> {
  const [row] = await sql.query<Receiver>(
    `select u.id, u.name, u.closed_on is null as "isOpen", k.holds_members as "holdsMembers", ${chainColumn('u.id', 'app.today()')} as chain
     from unit u join unit_kind k on k.configuration = u.configuration and k.code = u.kind where u.id = $1 and u.lo between $2::bigint and $3::bigint`,
    [unitId, lo, hi],
  );
  return row ?? null;
}

/** A letter that is to be issued, as checked. */
export interface NewTransfer {
  readonly personId: string;
  readonly kind: TransferKind;
  readonly toUnitId: string | null;
  readonly destination: string;
  readonly isUnderOneUpper: boolean;
  readonly letterNumber: string | null;
  readonly on: Day;
  readonly issuerName: string;
  readonly dueOn: Day;
  readonly movedOn: Day | null;
  readonly startDueOn: Day | null;
  readonly untilOn: Day | null;
  readonly isStudy: boolean;
  readonly claimHash: Buffer | null;
  readonly claimUntil: Day | null;
}

/** Issues a letter for a person of the scope, which names the old unit with the one above it: there are many first cells. Gives back its id; null where another one of the person is open. */
export async function insertTransfer(sql: Sql, letter: NewTransfer): Promise<string | null> {
  const [row] = await sql.query<{ id: string }>(
    `insert into transfer (person_id, kind, from_unit_id, from_position, from_name, destination, is_under_one_upper, person_name, person_birth_date, letter_number, issued_on, issuer_name, due_on,
       moved_on, start_due_on, claim_hash, claim_until, until_on, is_study)
     select p.id, $2, p.unit_id, p.position, left(u.name || coalesce(', ' || (select s.name from placement l join unit_stub s on s.unit_id = l.parent_id where l.unit_id = u.id and upper_inf(l.valid)), ''), 200), $3, $4, p.full_name, p.birth_date, $5, $6::date, $7, $8::date, $9::date, $10::date, $11::bytea, $12::date, $13::date, $14
     from person p join unit u on u.id = p.unit_id where p.id = $1
     on conflict do nothing returning id`,
    [
      letter.personId, letter.kind, letter.destination, letter.isUnderOneUpper, letter.letterNumber, letter.on, letter.issuerName, letter.dueOn,
      letter.movedOn, letter.startDueOn, letter.claimHash, letter.claimUntil, letter.untilOn, letter.isStudy,
    ],
  );
  if (!row) return null;
  if (letter.toUnitId === null) return row.id;
  const [address] = await sql.query<{ isThere: boolean | null }>('select app.address_letter($1, $2) as "isThere"', [row.id, letter.toUnitId]);
  if (!address?.isThere) throw new Error('a letter was issued and reaches nobody');
  return row.id;
}

/** What became of a second signature: the letter and the event of the ledger, or why not. */
export interface Acceptance {
  readonly transferId: string | null;
  readonly eventId: string | null;
  readonly refusal: TransferRefusalCode | null;
}

/** Puts the second signature: of an addressed letter by its id, else by the hash of its code and the unit that receives the person. */
export async function writeAcceptance(
  sql: Sql,
  letter: { readonly transferId: string } | { readonly codeHash: Buffer; readonly unitId: string },
  { on, expectedVersion, accepterName }: { readonly on: Day; readonly expectedVersion: number | null; readonly accepterName: string },
): Promise<Acceptance> {
  const [transferId, codeHash, unitId] = 'transferId' in letter ? [letter.transferId, null, null] : [null, letter.codeHash, letter.unitId];
  const [row] = await sql.query<Acceptance>(
    `select transfer_id as "transferId", event_id as "eventId", refusal from app.accept_transfer($1::uuid, $2::bytea, $3::uuid, $4::date, $5::int, $6)`,
    [transferId, codeHash, unitId, on, expectedVersion, accepterName],
  );
  if (!row) throw new Error('a second signature has no outcome');
  return row;
}

/** Closes a letter that stands as it was seen: cancels it with a reason, or ends a temporary one on a day. False where it has changed meanwhile. */
export async function closeTransfer(sql: Sql, { id, version }: { id: string; version: number }, closed: { state: 'CANCELLED'; reason: string; cancellerName: string } | { state: 'ENDED'; on: Day }): Promise<boolean> {
  const rows = await sql.query<{ id: string }>(
    'update transfer set state = $3, version = version + 1, cancel_reason = $4, ended_on = $5::date, canceller_name = $6 where id = $1 and version = $2 returning id',
    [id, version, closed.state, closed.state === 'CANCELLED' ? closed.reason : null, closed.state === 'ENDED' ? closed.on : null, closed.state === 'CANCELLED' ? closed.cancellerName : null],
  );
  return rows.length > 0;
}
