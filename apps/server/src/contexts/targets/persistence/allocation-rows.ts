import type { AllocationOrigin, SumRule } from '@banyan/schema/targets';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Amount } from '../domain/target.ts';

/** How a unit divided a version of its target. */
export interface PublishedAllocation {
  readonly id: string;
  readonly targetId: string;
  readonly number: number;
  /** The version of the target that it divides. */
  readonly divides: number;
  readonly rule: SumRule;
  readonly reserve: Amount;
  readonly origin: AllocationOrigin;
  readonly documentId: string | null;
  readonly documentNumber: string | null;
  readonly issuedOn: Day;
  readonly reason: string | null;
  readonly recordedAt: Date;
  readonly recorderName: string;
}

interface AllocationRow extends Omit<PublishedAllocation, 'reserve'> {
  readonly reserve_low: number;
  readonly reserve_high: number | null;
}

const columns = `a.id, a.target_id as "targetId", a.number, a.divides, a.sum_rule as rule, a.reserve_low, a.reserve_high, a.origin, a.document_id as "documentId",
  a.document_number as "documentNumber", a.issued_on::text as "issuedOn", a.reason, a.recorded_at as "recordedAt", a.recorder_name as "recorderName"`;

function allocationOf({ reserve_low: low, reserve_high: high, ...row }: AllocationRow): PublishedAllocation {
  return { ...row, reserve: { low, high } };
}

/** The allocations of each target of the scope, the last one first. */
export async function findAllocations(sql: Sql, { lo, hi }: { lo: string; hi: string }, targetIds: readonly string[]): Promise<Map<string, PublishedAllocation[]>> {
  const rows = await sql.query<AllocationRow>(
    `select ${columns} from allocation a where a.target_id = any ($1::uuid[]) and a.position + 0 between $2::bigint and $3::bigint order by a.target_id, a.number desc`,
    [targetIds, lo, hi],
  );
  const byTarget = Map.groupBy(rows, (row) => row.targetId);
  return new Map(targetIds.map((id) => [id, (byTarget.get(id) ?? []).map(allocationOf)]));
}

/** A row of a worksheet that is not published: what is typed in, complete or not. */
export interface DraftLine {
  readonly unitId: string;
  readonly low: number | null;
  readonly high: number | null;
  /** What stands in the place of either bound and is no number. */
  readonly unreadLow: string | null;
  readonly unreadHigh: string | null;
  readonly note: string | null;
  readonly isLocked: boolean;
}

/** A worksheet that is not published. */
export interface AllocationDraft {
  readonly targetId: string;
  readonly version: number;
  readonly rule: SumRule;
  readonly reserve: Amount | null;
  readonly lines: readonly DraftLine[];
  readonly savedAt: Date;
  readonly saverName: string;
}

interface DraftRow extends Omit<AllocationDraft, 'reserve'> {
  readonly reserve_low: number | null;
  readonly reserve_high: number | null;
}

/** Columns of a worksheet for a reader of an interval ($2 to $3). The lines of units that have left it since are not told: not even that there are such units. */
const draftColumns = `d.target_id as "targetId", d.version, d.sum_rule as rule, d.reserve_low, d.reserve_high, d.saved_at as "savedAt", d.saver_name as "saverName",
  (select coalesce(jsonb_agg(line order by place), '[]') from jsonb_array_elements(d.lines) with ordinality as l (line, place)
   join unit u on u.id = (line ->> 'unitId')::uuid and u.lo + 0 between $2::bigint and $3::bigint) as lines`;

function draftOf({ reserve_low: low, reserve_high: high, ...row }: DraftRow): AllocationDraft {
  // Those that were kept before have no such texts.
  const lines = row.lines.map((line) => ({ ...line, unreadLow: line.unreadLow ?? null, unreadHigh: line.unreadHigh ?? null }));
  return { ...row, lines, reserve: low === null ? null : { low, high } };
}

/** The worksheets of some targets that are not published. */
export async function findDrafts(scope: Scope, targetIds: readonly string[]): Promise<Map<string, AllocationDraft>> {
  const rows = await scope.query<DraftRow>(
    `select ${draftColumns} from allocation_draft d where d.target_id = any ($1::uuid[]) and d.position + 0 between $2::bigint and $3::bigint`,
    [targetIds, scope.lo, scope.hi],
  );
  return new Map(rows.map((row) => [row.targetId, draftOf(row)]));
}

/** Keeps a worksheet in the place of the one that was seen: null where there was none. False where it has changed meanwhile. */
export async function writeDraft(sql: Sql, draft: Omit<AllocationDraft, 'version' | 'savedAt'>, seen: number | null): Promise<boolean> {
  const values = [draft.targetId, draft.rule, draft.reserve?.low ?? null, draft.reserve?.high ?? null, JSON.stringify(draft.lines), draft.saverName];
  const rows =
    seen === null
      ? await sql.query(
          `insert into allocation_draft (target_id, unit_id, position, sum_rule, reserve_low, reserve_high, lines, saver_name)
           select t.id, t.unit_id, t.position, $2, $3, $4, $5::jsonb, $6 from target t where t.id = $1 on conflict (target_id) do nothing returning target_id`,
          values,
        )
      : await sql.query(
          `update allocation_draft set version = version + 1, sum_rule = $2, reserve_low = $3, reserve_high = $4, lines = $5::jsonb, saver_name = $6, saved_at = now()
           where target_id = $1 and version = $7 returning target_id`,
          [...values, seen],
        );
  return rows.length > 0;
}

/** Forgets the worksheet of a target. */
export async function deleteDraft(sql: Sql, targetId: string): Promise<void> {
  await sql.query('delete from allocation_draft where target_id = $1', [targetId]);
}
