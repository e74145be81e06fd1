import type { Scope } from '../../../platform/scope.ts';

/** What is counted and searched. */
export type Subject = 'PERSON' | 'CANDIDACY';

/** The positions that a list is about: those of the scope, or of a unit of it. */
export interface Stretch {
  readonly lo: string;
  readonly hi: string;
  /** Whether it consists of whole blocks (a root, a unit right below one), so that the tally of words tells how many have a word. */
  readonly isWholeBlocks: boolean;
  /** How many people, or candidacies, stand there in each state. */
  readonly standing: ReadonlyMap<string, number>;
}

/** Values of a statement that is put together: each gets the next number. */
export class Values {
  readonly all: unknown[] = [];

  /** The parameter that stands for a value. */
  at(value: unknown): string {
    return `$${this.all.push(value)}`;
  }
}

/**
 * Asks a statement that walks along an index, to its end or until there are enough rows. Under a policy the planner takes a scope for a
 * handful of rows and would rather read and sort a whole table, or keep one beside to look through for each row of another, so that these are
 * switched off for it. The three are sent together: nothing comes between.
 */
export async function queryAlongIndex<Row>(scope: Scope, text: string, values: readonly unknown[]): Promise<Row[]> {
  const names = ['enable_sort', 'enable_seqscan', 'enable_material', 'max_parallel_workers_per_gather'];
  const switchTo = async (value: string) => await scope.query(names.map((name) => `set local ${name} to ${value}`).join('; '));
  const [, rows] = await Promise.all([switchTo('0'), scope.query<Row>(text, values), switchTo('default')]);
  return rows;
}

/**
 * Up to this many rows are gathered by their place and ordered after; of more, the list walks along an index in its own order. Where both
 * cost the same among half a million: more rows to walk along are nearer to each other.
 */
export const mostGathered = 8_000;

const found = new WeakMap<Scope, Map<string, Promise<Stretch | null>>>();

/** The stretch of the scope, or of a unit of it, with its tally; null where the unit is not there. Asked once of a snapshot. */
export async function findStretch(scope: Scope, subject: Subject, under: string | null): Promise<Stretch | null> {
  const known = found.get(scope) ?? new Map<string, Promise<Stretch | null>>();
  found.set(scope, known);
  const name = `${subject} ${under ?? ''}`;
  const stretch = known.get(name) ?? readStretch(scope, subject, under);
  known.set(name, stretch);
  return await stretch;
}

async function readStretch(scope: Scope, subject: Subject, under: string | null): Promise<Stretch | null> {
  const rows = await scope.query<{ lo: string; hi: string; is_whole_blocks: boolean; state: string | null; count: string | null }>(
    `with stretch as materialized (
       select lo, hi, app.is_whole_blocks(lo, hi) from (
         select greatest(a.lo, $1::bigint) as lo, least(a.hi, $2::bigint) as hi from unit a where a.id = $3::uuid and a.lo between $1 and $2
         union all select $1, $2 where $3 is null
       ) asked
     )
     select s.lo::text, s.hi::text, s.is_whole_blocks, t.state, t.count
     from stretch s left join lateral (
       select state, sum(count) as count from tally where not s.is_whole_blocks and subject = $4 and position between s.lo and s.hi group by state having sum(count) <> 0
       union all
       select state, sum(count) from word_tally where s.is_whole_blocks and subject = $4 and word = '' and block between s.lo and s.hi group by state having sum(count) <> 0
     ) t on true`,
    [scope.lo, scope.hi, under, subject],
  );
  const [first] = rows;
  if (!first) return null;
  return { lo: first.lo, hi: first.hi, isWholeBlocks: first.is_whole_blocks, standing: new Map(rows.flatMap(({ state, count }) => (state === null ? [] : [[state, Number(count)]]))) };
}

/** How many stand there in one of the states; null stands for all. */
export function countIn({ standing }: Stretch, states: readonly string[] | null): number {
  return [...standing].reduce((sum, [state, count]) => (states === null || states.includes(state) ? sum + count : sum), 0);
}
