import type { Scope } from '../../../platform/scope.ts';

/** Whether a unit lies in the scope and is open on the day. */
export async function isOpenUnit(scope: Scope, unitId: string): Promise<boolean> {
  const [row] = await scope.query<{ is: boolean }>(
    'select exists (select from unit u where u.id = $1 and u.lo + 0 between $2 and $3 and (u.closed_on is null or u.closed_on > app.today())) as is',
    [unitId, scope.lo, scope.hi],
  );
  return row?.is ?? false;
}

/** What a unit keeps, and takes back. */
export type RecordTable = 'document';

/** Takes back a record that stands as it was seen, for a reason: it stays, and says so. False where it has changed meanwhile. */
export async function takeBack(scope: Scope, table: RecordTable, { id, version }: { readonly id: string; readonly version: number }, reason: string): Promise<boolean> {
  const rows = await scope.query(
    `update ${table} set version = version + 1, taken_back_reason = $3, taken_back_by = $4 where id = $1 and version = $2 and taken_back_reason is null and position + 0 between $5 and $6 returning id`,
    [id, version, reason, scope.actor.displayName, scope.lo, scope.hi],
  );
  return rows.length > 0;
}
