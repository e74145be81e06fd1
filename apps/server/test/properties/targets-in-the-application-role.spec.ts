import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { credentialOf, secretOf } from '../worlds/session.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, type Worlds } from '../worlds/shared-worlds.ts';
import { knowledgeOf, type Knowledge } from './judge.ts';
import { seesOfTargets } from './judge-targets.ts';
import { Oracle } from './oracle.ts';
import { touchedBy } from './touched-by.ts';

/* What the database itself gives and refuses of targets, table by table and command by command, to the role of the application. */

let shared: Worlds;
let app: pg.Client;

beforeAll(async () => {
  shared = await openWorlds();
  app = new pg.Client(shared.database.appUrl);
  await app.connect();
}, openingMilliseconds);
afterAll(async () => {
  await app.end();
  await shared.drop();
});

async function as<T>(account: string, work: () => Promise<T>): Promise<T> {
  await app.query('begin');
  try {
    await app.query('select app.enter($1)', [credentialOf(secretOf(account))]);
    return await work();
  } finally {
    await app.query('rollback');
  }
}

const touched = async (sql: string, values: readonly unknown[] = []) => await touchedBy(app, sql, values);

/** The tables, the column that is the id of the unit in the worlds, and the word by which the oracle knows who sees a row. */
const tables = [['target', 'id', 'Chỉ tiêu'], ['target_version', 'target_id', 'Chỉ tiêu'], ['allocation', 'target_id', 'Chỉ tiêu'], ['allocation_draft', 'target_id', 'Nháp'], ['locality', 'id', 'Thôn']] as const;

function idsSeen(reader: Knowledge, word: string, written: readonly string[]): string[] {
  const { world } = reader.oracle;
  const units = new Map(world.units.map(({ id }, unit) => [id, unit]));
  return written.filter((id) => seesOfTargets(reader, word, units.get(id) ?? -1)).toSorted();
}

describe('of targets the application role', () => {
  test('sees exactly the rows that the oracle says, for every role', { timeout: propertyMilliseconds }, async () => {
    let seenOnes = 0;
    for (const world of shared.worlds.slice(0, 20)) {
      const oracle = new Oracle(world);
      for (const account of world.accounts) {
        const reader = knowledgeOf(oracle, account);
        await as(account.name, async () => {
          for (const [table, column, word] of tables) {
            const { rows: [written] } = await shared.owner.query<{ ids: string[] | null }>(`select array_agg(distinct ${column}::text) as ids from ${table} where unit_id = any ($1)`, [world.units.map(({ id }) => id)]);
            const { rows } = await app.query<{ id: string }>(`select distinct ${column}::text as id from ${table}`);
            expect(rows.map(({ id }) => id).toSorted(), `${table}, world ${world.seed}, ${account.name} ${reader.role}`).toEqual(idsSeen(reader, word, written?.ids ?? []));
            seenOnes += rows.length;
          }
        });
      }
    }
    expect(seenOnes).toBeGreaterThan(100);
  });

  test('changes no row outside the scope, and none that was issued', { timeout: propertyMilliseconds }, async () => {
    let changed = 0;
    for (const world of shared.worlds.slice(0, 20)) {
      const oracle = new Oracle(world);
      for (const account of world.accounts) {
        const reader = knowledgeOf(oracle, account);
        const hidden = [...world.units.keys()].filter((unit) => !reader.units.has(unit)).map((unit) => world.units[unit]!.id);
        const label = `world ${world.seed}, ${account.name} ${reader.role}`;
        await as(account.name, async () => {
          for (const denied of ['update target_version set low = 0', 'delete from target_version', 'update allocation set reserve_low = 9', 'delete from allocation', 'delete from target', 'delete from locality', 'update target set unit_id = unit_id', 'update target set issuer_id = issuer_id', 'update locality set unit_id = unit_id']) expect(await touched(denied), `${denied}, ${label}`).toBe('42501');
          expect(await touched(`update allocation_draft set saver_name = 'x' where unit_id = any ($1)`, [hidden]), label).toBe(0);
          expect(await touched('delete from allocation_draft where unit_id = any ($1)', [hidden]), label).toBe(0);
          expect(await touched(`update locality set name = 'x' where unit_id = any ($1)`, [hidden]), label).toBe(0);
          expect(await touched(`update target set closed_on = '2018-01-01', closed_result = 0 where unit_id = any ($1)`, [hidden]), label).toBe(0);
          const places = await touched(`update locality set name = 'x'`);
          if (!['STAFF', 'SECRETARY'].includes(reader.role ?? '')) expect(places, label).toBe(0);
          const drafts = await touched('delete from allocation_draft');
          if (!['STAFF', 'BOARD'].includes(reader.role ?? '')) expect(drafts, label).toBe(0);
          changed += Number(places) + Number(drafts);
        });
      }
    }
    expect(changed).toBeGreaterThan(10);
  });

  test('inserts no row outside the scope, and none that a unit above gives', { timeout: propertyMilliseconds }, async () => {
    let inserted = 0;
    const target = `insert into target (unit_id, position, issuer_id, issuer_position, indicator, period, starts_on, ends_on) values ($1, $2, $3, $4, 'LISTED', '2031', '2031-01-01', '2031-12-31')`;
    const version = `insert into target_version (target_id, unit_id, position, number, kind, low, high, issued_on, reason, recorder_name) values ($1, $1, $2, 99, 'EXACT', 1, 1, '2017-01-01', 'x', 'x')`;
    const allocation = `insert into allocation (target_id, unit_id, position, number, divides, sum_rule, issued_on, recorder_name) values ($1, $1, $2, 99, 1, 'NOT_BELOW', '2017-01-01', 'x')`;
    const draft = `insert into allocation_draft (target_id, unit_id, position, sum_rule, lines, saver_name) values ($1, $1, $2, 'EXACTLY', '[]', 'x')`;
    const locality = `insert into locality (unit_id, position, name, since, recorder_name) values ($1, $2, 'x', '2017-01-01', 'x')`;
    for (const world of shared.worlds.slice(0, 20)) {
      const oracle = new Oracle(world);
      const { rows: written } = await shared.owner.query<{ id: string; lo: string; issuer: string; issuer_lo: string }>(`select u.id, u.lo::text, i.id as issuer, i.lo::text as issuer_lo from target t join unit u on u.id = t.unit_id join unit i on i.id = t.issuer_id where t.unit_id = any ($1)`, [world.units.map(({ id }) => id)]);
      for (const account of world.accounts) {
        const reader = knowledgeOf(oracle, account);
        const ids = new Set([...reader.units].map((unit) => world.units[unit]!.id));
        const [inside] = written.filter(({ id, issuer }) => ids.has(id) && ids.has(issuer));
        const [outside] = written.filter(({ id }) => !ids.has(id));
        const [fromAbove] = written.filter(({ id, issuer }) => ids.has(id) && !ids.has(issuer));
        const label = `world ${world.seed}, ${account.name} ${reader.role}`;
        const mayIssue = ['STAFF', 'BOARD'].includes(reader.role ?? '');
        await as(account.name, async () => {
          if (outside) {
            for (const sql of [version, allocation, draft, locality]) expect(await touched(sql, [outside.id, outside.lo]), `${sql}, ${label}`).toBe('42501');
            expect(await touched(target, [outside.id, outside.lo, outside.id, outside.lo]), label).toBe('42501');
            if (inside) expect(await touched(target, [outside.id, outside.lo, inside.id, inside.lo]), label).toBe('42501');
            if (inside) expect(await touched(target, [inside.id, inside.lo, outside.id, outside.lo]), label).toBe('42501');
          }
          if (fromAbove) {
            expect(await touched(target, [fromAbove.id, fromAbove.lo, fromAbove.issuer, fromAbove.issuer_lo]), label).toBe('42501');
            expect(await touched(version, [fromAbove.id, fromAbove.lo]), label).toBe('42501');
          }
          if (!inside) return;
          for (const sql of [version, allocation]) {
            const outcome = await touched(sql, [inside.id, inside.lo]);
            expect(outcome, `${sql}, ${label}`).toBe(mayIssue ? 1 : '42501');
            inserted += Number(outcome === 1);
          }
          expect(await touched(target, [inside.id, inside.lo, inside.id, inside.lo]), label).toBe(mayIssue ? 1 : '42501');
          expect(await touched(locality, [inside.id, inside.lo]), label).toBe(['STAFF', 'SECRETARY'].includes(reader.role ?? '') ? 1 : '42501');
        });
      }
    }
    expect(inserted).toBeGreaterThan(10);
  });
});
