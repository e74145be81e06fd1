import type { TodoGroup } from '@banyan/schema/lifecycle';
import type { Cursor } from '../../../kernel/connection.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Transfer } from '../domain/transfer.ts';
import { todoCounts, type TodoCounts, type TodoQuestion } from './candidacy-reads.ts';
import { letterColumns, letters, transferOf, type TransferRow } from './transfer-reads.ts';

/** The limit of a letter that runs out first: of presenting it, or of beginning activity. */
const due = 'least(t.due_on, t.start_due_on)';

/**
 * Letters that are something to do, with their limit and their part: those that wait for a unit of the scope ($1 to $2) to sign them, and
 * those that one has sent and whose limit ran out. The days are $3 to $5; $6 says whether the reader signs.
 */
const parted = `waiting as (
    select t.id, ${due} as due from transfer_receiver r join transfer t on t.id = r.transfer_id where r.position between $1 and $2 and t.state = 'ISSUED'
    union
    select t.id, ${due} from transfer t where t.from_position between $1 and $2 and t.state = 'ISSUED' and ${due} < $3::date
  ), parted as (
    select id, due, case when due < $3::date then 'OVERDUE' when due <= $4::date then 'THIS_WEEK' when $6::boolean then 'WAITING_FOR_ME' when due <= $5::date then 'COMING' end as part from waiting
  )`;

function valuesOf(scope: Scope, { today, weekEndsOn, comingEndsOn, signs }: TodoQuestion): unknown[] {
  return [scope.lo, scope.hi, today, weekEndsOn, comingEndsOn, signs];
}

/** How many letters there are to act on; each stands in the first part that fits. */
export async function countLettersToDo(scope: Scope, question: TodoQuestion): Promise<TodoCounts> {
  const rows = await scope.query<{ part: TodoGroup; day: Day | null; count: string }>(
    `with ${parted} select part, (case when due between $3::date and $5::date then due end)::text as day, count(*) as count from parted where part is not null group by 1, 2`,
    valuesOf(scope, question),
  );
  return todoCounts(rows);
}

/** The letters of one part, the most urgent first, with one more than asked: each with the day that it is ordered by. */
export async function listLettersToDo(scope: Scope, question: TodoQuestion, group: TodoGroup, { first, after }: { readonly first: number; readonly after: Cursor | null }): Promise<{ readonly letter: Transfer; readonly key: string }[]> {
  const rows = await scope.query<TransferRow & { key: string }>(
    `with ${parted}, listed as (
       select id, due from parted where part = $7 and ($8::text is null or (due, id) > ($8::date, $9::uuid)) order by due, id limit $10
     )
     select ${letterColumns}, listed.due::text as key from listed join (${letters}) on t.id = listed.id order by listed.due, listed.id`,
    [...valuesOf(scope, question), group, after?.[0] ?? null, after?.[1] ?? null, first + 1],
  );
  return rows.map((row) => ({ letter: transferOf(row), key: row.key }));
}
