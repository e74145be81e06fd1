import pg from 'pg';
import { credentialOf } from '@banyan/server/src/contexts/access/domain/credential.ts';
import { figuresOfCounted, spansOf } from '@banyan/server/src/contexts/ledger/application/read-figures.ts';
import { Counting, type Counted } from '@banyan/server/src/contexts/ledger/persistence/counting.ts';
import { findUnitWithChildren } from '@banyan/server/src/contexts/organisation/persistence/unit-reads.ts';
import { sqlTypes } from '@banyan/server/src/platform/sql-types.ts';
import type { Scope } from '@banyan/server/src/platform/scope.ts';
import { figureNames, measures } from '../question.ts';
import { secret } from '../dataset.ts';

/** A pool as large as the product's. */
export function openPool(): pg.Pool {
  return new pg.Pool({ connectionString: process.env['BENCH_DATABASE_URL'], max: 8, types: sqlTypes });
}

const day = '2020-12-31';
const period = { from: '2020-01-01', to: day } as const;
const credential = credentialOf(secret);

const asked = figureNames.map((name) => measures[name]);
const counting = new Counting(asked.flatMap((measure) => spansOf(measure, period)));
const figures = figuresOfCounted(counting, asked, period);

/** The figures of a unit: whole months, and nothing queued, so that counters hold all of them. */
function figuresIn(counted: Counted | undefined): readonly number[] {
  if (!figures || !counted || counted.queued) throw new Error('Counters do not hold the answer.');
  return figures(counted);
}

/** The kinds of units, which the product keeps too. */
const catalogue = new Map<string, unknown>();

interface Entered {
  readonly lo: string;
  readonly hi: string;
}

/** A unit or a child with its figures by name. */
export interface ReadUnit {
  readonly code: string;
  readonly name: string;
  readonly rollup: Readonly<Record<string, { value: number }>>;
}

function unitOf(unit: { code: string; name: string }, values: readonly number[]): ReadUnit {
  return { code: unit.code, name: unit.name, rollup: Object.fromEntries(figureNames.map((name, index) => [name, { value: values[index] ?? 0 }])) };
}

/** The statements of the product, in one transaction under one scope, with nothing between them and the caller. */
export async function readScoped(pool: pg.Pool, code: string, presented = credential): Promise<ReadUnit & { children: ReadUnit[] }> {
  const client = await pool.connect();
  try {
    const results = (await client.query(`begin isolation level repeatable read read only; select * from app.enter('${presented}')`)) as unknown as pg.QueryResult<Entered>[];
    const entered = results[1]?.rows[0];
    if (!entered) throw new Error('The session of the bench is not live.');
    const scope = {
      catalogue,
      lo: entered.lo,
      hi: entered.hi,
      query: async (text: string, values: readonly unknown[] = [], name?: string) =>
        (await client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })).rows,
    } as unknown as Scope;
    const counted = new Map<string, Counted>();
    const found = await findUnitWithChildren(scope, code, { day, first: 20 }, {
      write: (firstPlace) => counting.write(firstPlace),
      take: (id, row) => counted.set(id, counting.counted(row)),
    });
    if (!found) throw new Error(`No unit ${code}.`);
    const units = [found.unit, ...found.children.units.slice(0, 20).map((child) => child.unit)];
    await client.query('commit');
    const [own, ...children] = units.map((each) => unitOf(each, figuresIn(counted.get(each.id))));
    if (!own) throw new Error('No answer.');
    return { ...own, children };
  } finally {
    client.release();
  }
}

/** The session's credential, for what enters by itself. */
export { credential };
