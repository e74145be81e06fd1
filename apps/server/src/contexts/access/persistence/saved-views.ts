import type { Actor } from '../../../kernel/actor.ts';
import { encodeId } from '../../../kernel/ids.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { Scope } from '../../../platform/scope.ts';

interface ViewRow {
  id: string;
  name: string;
  address: string;
  /** Milliseconds of the epoch: the two kinds of connection read an instant differently. */
  created: number;
}

const columns = 'id, name, address, (extract(epoch from created_at) * 1000)::float8 as created';

function viewOf(row: ViewRow) {
  return { id: encodeId('SavedView', row.id), name: row.name, address: row.address, createdAt: new Date(row.created) };
}

/** The views that the acting account keeps under the acting grant, oldest first. */
export async function listOwnViews(scope: Scope) {
  const rows = await scope.query<ViewRow>(`select ${columns} from saved_view where account_id = $1 and grant_id = $2 order by created_at, id`, [
    scope.actor.accountId,
    scope.actor.grantId,
  ]);
  return rows.map(viewOf);
}

/** Until the transaction ends nobody else saves a view for this account: its limit and its names hold. */
export async function lockOwnViews(sql: Sql, { accountId }: Actor): Promise<void> {
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [accountId]);
}

/** How many views the acting account keeps under all its grants, and whether one of the acting grant has this name. */
export async function countOwnViews(sql: Sql, { grantId }: Actor, name: string): Promise<{ count: number; isTaken: boolean }> {
  const [row] = await sql.query<{ count: number; taken: boolean }>(
    'select app.own_view_count() as count, exists (select from saved_view where grant_id = $1 and lower(name) = lower($2)) as taken',
    [grantId, name],
  );
  return { count: row?.count ?? 0, isTaken: row?.taken ?? false };
}

/** Keeps a view; returns its row's id with what the API shows of it. */
export async function insertView(sql: Sql, { accountId, grantId }: Actor, view: { readonly name: string; readonly address: string }) {
  const [row] = await sql.query<ViewRow>(
    `insert into saved_view (account_id, grant_id, name, address) values ($1, $2, $3, $4) returning ${columns}`,
    [accountId, grantId, view.name, view.address],
  );
  if (!row) throw new Error('the view was inserted and is not there');
  return { rowId: row.id, value: viewOf(row) };
}
