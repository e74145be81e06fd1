import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Draw } from '../worlds/draw.ts';
import { credentialOf, secretOf } from '../worlds/session.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, type Worlds } from '../worlds/shared-worlds.ts';
import { knowledgeOf, type Knowledge } from './judge.ts';
import { readingRoles, type World } from '../worlds/world-model.ts';
import { Oracle } from './oracle.ts';
import { touchedBy } from './touched-by.ts';

let shared: Worlds;
let app: pg.Client;
let tables: string[];

beforeAll(async () => {
  shared = await openWorlds();
  app = new pg.Client(shared.database.appUrl);
  await app.connect();
  const { rows } = await shared.owner.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`);
  tables = rows.map((row) => row.name);
}, openingMilliseconds);
afterAll(async () => {
  await app.end();
  await shared.drop();
});

async function as<T>(credential: string | null, work: () => Promise<T>): Promise<T> {
  await app.query('begin');
  try {
    if (credential !== null) await app.query('select app.enter($1)', [credential]);
    return await work();
  } finally {
    await app.query('rollback');
  }
}

const touched = async (sql: string, values: readonly unknown[] = []) => await touchedBy(app, sql, values);

/** Tables whose rows are seen by their place, an id of a row, and the places by which: of entries also those that they had between reorganisations. */
const entryPlaces = 'position_then here or position_now here or exists (select from entry_position w where w.entry_id = entry.id and w.position here)';
const byPlace = [
  ['entry', 'id', entryPlaces],
  ['entry_sensitive', 'entry_id', `exists (select from entry where entry.id = entry_sensitive.entry_id and (${entryPlaces}))`],
  ['entry_position', 'entry_id', `exists (select from entry where entry.id = entry_position.entry_id and (${entryPlaces}))`],
  ['pending', 'entry_id', `exists (select from entry where entry.id = pending.entry_id and (${entryPlaces}))`],
  ['counter', `unit_id || ' ' || grain || ' ' || starts_on`, 'position here'],
  ['slice_counter', `unit_id || ' ' || measure || ' ' || dimension || ' ' || key || ' ' || starts_on`, 'position here'],
  ['unit_alias', `unit_id || ' ' || alias`, 'position here'],
  ['term', `unit_id || ' ' || ordinal`, 'position here'],
  ['unit_succession', 'predecessor_id', 'position here'],
] as const;

/**
 * The places that a unit and all below it have had since it stands where it stands, as a condition: by parents and days alone, a place is what its
 * unit had while it hung under that parent, and lies in the place that the parent had on its first day.
 */
async function placesBelow(scope: string, world: World): Promise<string> {
  const { rows } = await shared.owner.query<{ unit: string; parent: string | null; lo: string; from: string; until: string | null }>(
    `select unit_id as unit, parent_id as parent, lo::text, lower(valid)::text as from, upper(valid)::text as until from placement where ancestors[1] = any ($1::uuid[]) or unit_id = any ($1::uuid[])`,
    [world.units.map(({ id }) => id)],
  );
  const placesOf = Map.groupBy(rows, ({ unit }) => unit);
  const now = placesOf.get(scope)!.reduce((last, place) => (place.from > last.from ? place : last));
  const isBelow = (place: (typeof rows)[number]): boolean => {
    if (place === now) return true;
    const above = placesOf.get(place.parent ?? '')?.find(({ from, until }) => from <= place.from && (until === null || place.from < until));
    return above !== undefined && isBelow(above);
  };
  return `= any ('{${rows.filter(isBelow).map(({ lo }) => lo).join(',')}}'::bigint[])`;
}

/** Readable without an account: the catalogues that are the same for everyone, and the counters of wrong sign-ins (hashes). */
const common = ['configuration', 'tier_label', 'unit_kind', 'unit_kind_parent', 'holiday', 'file_limit', 'sign_in_attempt'];

describe('the application role', () => {
  test('sees nothing and gets no error where no scope is set', async () => {
    for (const table of tables.filter((name) => !common.includes(name))) {
      const count = await as(null, async () => await touched(`select 1 from ${table}`));
      // 42501: the table as a whole is not granted.
      expect([0, '42501'], table).toContain(count);
      const entered = await as('', async () => await touched(`select 1 from ${table}`));
      expect([0, '42501'], table).toContain(entered);
    }
  });

  test('sees of each table exactly the rows that the oracle says, for every role', { timeout: propertyMilliseconds }, async () => {
    // All rows of all worlds are looked through for each.
    for (const world of shared.worlds.slice(0, 24)) {
      const oracle = new Oracle(world);
      for (const account of world.accounts) {
        const knowledge = knowledgeOf(oracle, account);
        await as(credentialOf(secretOf(account.name)), async () => {
          const seen = async (sql: string) => (await app.query<{ id: string }>(sql)).rows.map((row) => row.id).toSorted();
          const units = [...knowledge.units].map((unit) => world.units[unit]!.id).toSorted();
          const stubs = [...new Set([...knowledge.units, ...oracle.above(knowledge.scope)])].map((unit) => world.units[unit]!.id).toSorted();
          const label = `world ${world.seed}, ${account.name}, ${knowledge.role} at ${knowledge.scope}`;
          expect(await seen('select id from unit'), label).toEqual(units);
          expect(await seen('select unit_id as id from unit_stub'), label).toEqual(knowledge.role === null ? [] : stubs);
          // What was given to a unit and changed of its holidays is known below it; of units that were founded later there is none.
          const { rows: ruled } = await shared.owner.query<{ id: string }>('select unit_id as id from unit_power where unit_id = any ($1)', [knowledge.role === null ? [] : stubs]);
          expect(await seen('select unit_id as id from unit_power'), label).toEqual(ruled.map((row) => row.id).toSorted());
          expect(await seen('select unit_id as id from holiday_change'), label).toEqual(ruled.map((row) => row.id).toSorted());
          expect(await seen('select distinct unit_id as id from unit_name'), label).toEqual(units);
          expect(await seen('select distinct unit_id as id from placement'), label).toEqual(units);
          expect(await seen('select distinct unit_id as id from unit_profile'), label).toEqual(units);
          expect(await seen('select id from person'), label).toEqual([...knowledge.people].map((person) => world.people[person]!.id).toSorted());
          // Units that were founded later keep nothing.
          const kept = async (table: string, of: ReadonlySet<number>) => (await shared.owner.query<{ id: string }>(`select id from ${table} where id = any ($1)`, [[...of].map((unit) => world.units[unit]!.id)])).rows.map((row) => row.id).toSorted();
          for (const table of ['document', 'plan', 'plan_item', 'plan_item_check']) expect(await seen(`select id from ${table}`), `${table}, ${label}`).toEqual(await kept(table, knowledge.documents));
          for (const table of ['obstacle', 'inspection', 'reminder']) expect(await seen(`select id from ${table}`), `${table}, ${label}`).toEqual(await kept(table, knowledge.followed));
          const people = [...knowledge.people].map((person) => world.people[person]!.id).toSorted();
          for (const [table, person] of [['candidacy', 'person_id'], ['candidacy_step', 'candidacy_id'], ['paper', 'candidacy_id'], ['paper_change', 'candidacy_id'], ['paper_file', 'candidacy_id'], ['participant', 'candidacy_id'], ['mark', 'person_id'], ['person_correction', 'person_id'], [`name_word where subject = 'PERSON'`, 'distinct id'], [`name_word where subject = 'CANDIDACY'`, 'distinct id']] as const) {
            expect(await seen(`select ${person} as id from ${table}`), `${table}, ${label}`).toEqual(people);
          }
          expect(await seen('select id from transfer'), `transfer, ${label}`).toEqual([...knowledge.letters.keys()].map((person) => world.people[person]!.id).toSorted());
          // Who receives somebody is seen from that side alone, whoever sees the letter.
          const received = [...knowledge.letters].filter(([, { isReceiver }]) => isReceiver).map(([person]) => world.people[person]!.id);
          expect(await seen('select transfer_id as id from transfer_receiver'), `transfer_receiver, ${label}`).toEqual(received.toSorted());
          // By one account of a world, a different one in each.
          const looks = account === world.accounts[world.seed % world.accounts.length];
          const here = knowledge.role !== null ? await placesBelow(world.units[knowledge.scope]!.id, world) : `= any ('{}'::bigint[])`;
          const sums = async (client: pg.Client, where: string) => (await client.query<{ id: string }>(`select position || ' ' || subject || ' ' || state || ' ' || sum(count) as id from tally where ${where} group by position, subject, state`)).rows.map((row) => row.id).toSorted();
          const { rows: [within] } = await shared.owner.query<{ lo: string; hi: string }>('select lo::text, hi::text from unit where id = $1', [world.units[knowledge.scope]!.id]);
          const isReading = readingRoles.some((role) => role === knowledge.role);
          expect(await sums(app, 'true'), `tally, ${label}`).toEqual(isReading ? await sums(shared.owner, `position ${here}`) : []);
          // A block is seen where the whole of it is.
          const blocks = async (client: pg.Client, where: string) => (await client.query<{ id: string }>(`select concat_ws(' ', block, subject, word, shared_with_prior, state, sum(count)) as id from word_tally where ${where} group by block, subject, word, shared_with_prior, state`)).rows.map((row) => row.id).toSorted();
          expect(await blocks(app, 'true'), `word_tally, ${label}`).toEqual(isReading ? await blocks(shared.owner, `block >= ${within!.lo} and block + (2::bigint ^ 41)::bigint <= ${within!.hi} + 1::bigint`) : []);
          for (const table of ['person_sensitive', 'person_sensitive_change']) expect(await touched(`select 1 from ${table}`), `${table}, ${label}`).toSatisfy((count: number | string) => count === 0 || count === '42501');
          for (const [table, id, where] of looks ? byPlace : []) {
            const { rows } = await shared.owner.query<{ ids: string[] | null }>(`select array_agg(${id}::text order by ${id}::text) as ids from ${table} where ${where.replaceAll(/\bhere\b/g, here)}`);
            expect(await seen(`select ${id}::text as id from ${table}`), `${table}, ${label}`).toEqual((rows[0]?.ids ?? []).toSorted());
          }
          const supervisions = [...knowledge.supervisions.keys()].toSorted();
          expect(await seen('select id from supervision'), `supervision, ${label}`).toEqual(supervisions);
          expect(await seen('select supervision_id as id from supervision_change'), `supervision_change, ${label}`).toEqual(supervisions);
          expect(await seen('select id from session'), label).toEqual(knowledge.role === null ? [] : [account.grants[0]!.id]);
          expect(await seen('select id from saved_view'), label).toEqual(knowledge.role === null ? [] : [account.grants[0]!.id]);
        });
      }
    }
  });

  test('deletes nothing but its own session and its own view', async () => {
    for (const [index, credential] of someCredentials().entries()) {
      for (const table of tables.filter((name) => name !== 'sign_in_attempt')) {
        const result = await as(credential, async () => await touched(`delete from ${table}`));
        if (['session', 'saved_view'].includes(table)) expect([0, 1], `${table} ${index}`).toContain(result);
        // An administrator takes back what was changed of the holidays inside the scope; a worksheet that is not published is forgotten.
        else if (['holiday_change', 'allocation_draft'].includes(table)) expect(typeof result, `${table} ${index}`).toBe('number');
        else expect([0, '42501'], `${table} ${index}`).toContain(result);
      }
    }
  });

  test('updates no row outside its scope, and no column that it was not given', { timeout: propertyMilliseconds }, async () => {
    for (const { knowledge, credential } of someReaders(3)) {
      const { world } = knowledge.oracle;
      const outside = [...world.units.keys()].filter((unit) => !knowledge.units.has(unit)).map((unit) => world.units[unit]!.id);
      const people = [...world.people.keys()].filter((person) => !knowledge.people.has(person)).map((person) => world.people[person]!.id);
      await as(credential, async () => {
        expect(await touched(`update unit set name = 'x' where id = any ($1)`, [outside])).toBe(0);
        expect(await touched(`update unit set name = 'x' where id <> all ($1)`, [[...knowledge.units].map((unit) => world.units[unit]!.id)])).toBe(0);
        expect(await touched(`update person set state = 'OFFICIAL' where id = any ($1)`, [people])).toBe(0);
        expect(await touched(`update unit_power set valid = '[2016-01-01,2016-02-01)' where unit_id = any ($1)`, [outside])).toBe(0);
        for (const table of ['document', 'plan', 'plan_item', 'obstacle', 'inspection', 'reminder']) {
          expect(await touched(`update ${table} set version = 9 where id = any ($1)`, [outside]), table).toBe(0);
          expect(await touched(`update ${table} set recorder_name = 'x'`), table).toBe('42501');
        }
        expect(await touched(`update plan_item_check set note = 'x'`)).toBe('42501');
        expect(await touched(`update unit_power set unit_id = unit_id`)).toBe('42501');
        expect(await touched(`update holiday_change set name = 'x' where unit_id = any ($1)`, [outside])).toBe(0);
        expect(await touched('delete from holiday_change where unit_id = any ($1)', [outside])).toBe(0);
        expect(await touched(`update holiday_change set day = '2018-01-01'`)).toBe('42501');
        expect(await touched(`update unit set code = 'x'`)).toBe('42501');
        expect(await touched(`update entry set delta = -delta`)).toBe('42501');
        expect(await touched(`update entry set recorded_at = now()`)).toBe('42501');
        expect(await touched(`update access_grant set role = 'BOARD'`)).toBe('42501');
        expect(await touched(`update supervision set post = 'x' where unit_id = any ($1)`, [outside])).toBe(0);
        expect(await touched(`update supervision set unit_id = unit_id`)).toBe('42501');
        expect(await touched(`update account set active = true`)).toBe('42501');
        expect(await touched(`update saved_view set name = 'x'`)).toBe('42501');
        expect(await touched(`update candidacy set state = 'OFFICIAL' where person_id = any ($1)`, [people])).toBe(0);
        expect(await touched(`update paper set number = 'x' where candidacy_id = any ($1)`, [people])).toBe(0);
        expect(await touched(`update paper_file set removed_at = now() where candidacy_id = any ($1)`, [people])).toBe(0);
        expect(await touched(`update paper_file set name = 'x'`)).toBe('42501');
        for (const table of ['paper_change', 'person_sensitive_change']) expect(await touched(`update ${table} set position = position`), table).toBe('42501');
        for (const column of ['version', 'recorded_at']) expect(await touched(`update paper set ${column} = default`), column).toBe('42501');
        expect(await touched(`update participant set ended_at = now()`)).toBe('42501');
        expect(await touched(`update participant set valid = valid where candidacy_id = any ($1)`, [people])).toBe(0);
        expect(await touched(`update candidacy_step set reason = 'x'`)).toBe('42501');
        expect(await touched(`update candidacy set rule_pack = 'x'`)).toBe('42501');
        const letters = [...world.people.keys()].filter((person) => !knowledge.letters.has(person)).map((person) => world.people[person]!.id);
        expect(await touched(`update transfer set state = 'CANCELLED', cancel_reason = 'x' where id = any ($1)`, [letters])).toBe(0);
        expect(await touched(`update transfer set state = 'ACCEPTED' where person_id <> all ($1)`, [letters])).toSatisfy((result: number | string) => result === 0 || result === '42501');
        expect(await touched(`update transfer_receiver set unit_id = unit_id`)).toBe('42501');
        expect(await touched(`select claim_hash from transfer`)).toBe('42501');
        expect(await touched(`update transfer set claim_hash = null`)).toBe('42501');
      });
    }
  });

  test('inserts no row outside its scope, neither plainly nor by a conflict', { timeout: propertyMilliseconds }, async () => {
    for (const { knowledge, credential } of someReaders(3)) {
      const { world } = knowledge.oracle;
      const outside = [...world.units.keys()].filter((unit) => !knowledge.units.has(unit));
      if (outside.length === 0) continue;
      const { rows } = await shared.owner.query<{ id: string; lo: string }>('select id, lo::text from unit where id = $1', [world.units[outside[0]!]!.id]);
      const there = [rows[0]!.id, rows[0]!.lo];
      await as(credential, async () => {
        const refused = ['42501', '42P10'];
        expect(refused).toContain(await touched(`insert into unit_alias (unit_id, position, alias) values ($1, $2, 'x')`, there));
        expect(refused).toContain(await touched(`insert into unit_alias (unit_id, position, alias) values ($1, $2, 'x') on conflict (unit_id, alias) do nothing`, there));
        expect(refused).toContain(await touched(`insert into unit_alias (unit_id, position, alias) values ($1, $2, 'x') on conflict (unit_id, alias) do update set alias = 'y'`, there));
        expect(refused).toContain(await touched(`insert into unit_name (unit_id, position, name, valid) values ($1, $2, 'x', daterange('1900-01-01', '1900-01-02'))`, there));
        expect(refused).toContain(await touched(`insert into holiday_change (unit_id, position, day, is_holiday, name) values ($1, $2, '2019-03-11', true, 'x')`, there));
        expect(refused).toContain(await touched(`insert into unit_power (unit_id, position, power, valid, recorder_name) values ($1, $2, 'DECIDES_ADMISSIONS', '[2019-01-01,2020-01-01)', 'x')`, there));
        expect(refused).toContain(await touched(`insert into term (unit_id, position, ordinal, label, valid) values ($1, $2, 9, 'x', daterange('1900-01-01', '1900-01-02'))`, there));
        expect(refused).toContain(
          await touched(
            `insert into person (unit_id, position, full_name, birth_date, gender, youth_union, occupation, enterprise_relation, education, state)
             values ($1, $2, 'x', '1980-01-01', 'F', 'NO', 'OTHER', 'UNKNOWN', 'UNKNOWN', 'OFFICIAL')`,
            there,
          ),
        );
        expect(refused).toContain(
          await touched(
            `insert into entry (event_id, unit_id, position_then, position_now, occurred_on, measure, delta, subject_kind, subject_id, unit_type, areas)
             values (gen_random_uuid(), $1, $2, $2, '2016-01-01', 'UNITS', 1, 'UNIT', $1, 'OTHER', '{}')`,
            there,
          ),
        );
        const hidden = [...world.people.keys()].filter((person) => !knowledge.people.has(person)).map((person) => world.people[person]!.id).slice(0, 1);
        for (const text of [
          `insert into candidacy (person_id, position, ordinal, state, rule_pack, began_on, last_on) select $1::uuid, $2::bigint, 2, 'SOURCE', 'x', '2016-01-01', '2016-01-01'`,
          `insert into candidacy_step (candidacy_id, position, step, happened_on, recorded_by, recorder_name) select $1::uuid, $2::bigint, 'LISTED', '2016-01-01', (select app.account_id()), 'x'`,
          `insert into paper (candidacy_id, position, kind, is_there, made_on, recorder_name) select $1::uuid, $2::bigint, 'APPLICATION', true, '2016-01-01', 'x'`,
          `insert into mark (person_id, position, kind, title, on_day, recorded_by, recorder_name) select $1::uuid, $2::bigint, 'AWARD', 'x', '2016-01-01', (select app.account_id()), 'x'`,
          `insert into paper_file (id, paper_id, candidacy_id, position, name, media_type, bytes, sha256, account_id, recorder_name) select gen_random_uuid(), $1::uuid, $1::uuid, $2::bigint, 'x', 'application/pdf', 1, sha256(''), (select app.account_id()), 'x'`,
          `insert into participant (candidacy_id, position, kind, organisation, name, valid, recorder_name) select $1::uuid, $2::bigint, 'NOMINATOR', 'FRONT', 'x', daterange('2016-01-01', null), 'x'`,
        ]) {
          if (hidden[0]) expect(refused, text).toContain(await touched(text, [hidden[0], rows[0]!.lo]));
        }
        const letter = `insert into transfer (person_id, kind, from_unit_id, from_position, from_name, destination, person_name, person_birth_date, letter_number, issued_on, issuer_name, due_on, claim_hash, claim_until)
          select p.id, 'OFFICIAL', $1::uuid, $2::bigint, 'x', 'x', 'x', '1980-01-01', 'x', '2016-01-01', 'x', '2016-01-01', sha256('x'), '2999-12-31' from unnest($3::uuid[]) as p (id)`;
        // Neither from a unit outside, whoever is named, nor of somebody who is there.
        const mine = [...knowledge.people].map((person) => world.people[person]!.id).slice(0, 1);
        for (const named of [mine, hidden].filter((people) => people.length > 0)) expect(refused, 'transfer').toContain(await touched(letter, [...there, named]));
        const inside = (await shared.owner.query<{ id: string; lo: string }>('select id, lo::text from unit where id = $1', [world.units[knowledge.scope]!.id])).rows[0]!;
        // The person is not seen at all, or is not where the letter says.
        // Neither a letter of somebody else is addressed, nor one's own to a unit outside.
        const letters = [...world.people.keys()].map((person) => world.people[person]!.id);
        const addressed = 'select from unnest($1::uuid[]) as l (id) where app.address_letter(l.id, $2)';
        expect(await touched(addressed, [letters, there[0]])).toBe(0);
        expect(await touched(addressed, [letters.filter((id) => ![...knowledge.letters.keys()].some((person) => world.people[person]!.id === id)), inside.id])).toBe(0);
        if (hidden.length > 0) expect(['42501', 0], 'transfer').toContain(await touched(letter, [inside.id, inside.lo, hidden]));
        for (const table of ['transfer_receiver', 'tally', 'name_word', 'word_tally', 'person_correction', 'paper_change', 'person_sensitive_change', 'number_check', 'supervision_change', 'counter', 'slice_counter', 'pending', 'account', 'access_grant', 'session', 'unit_stub', 'unit_kind', 'configuration']) {
          expect(['42501'], table).toContain(await touched(`insert into ${table} default values`));
        }
      });
    }
  });
});

test('a view is saved under the acting account and its acting grant, and under no other', { timeout: propertyMilliseconds }, async () => {
  const insert = `insert into saved_view (account_id, grant_id, name, address) values ($1, $2, 'x', '/')`;
  for (const world of shared.worlds) {
    const oracle = new Oracle(world);
    const account = world.accounts.find((candidate) => candidate.grants.length > 1 && oracle.isInForce(candidate.grants[0]!)) ?? world.accounts[0]!;
    const other = world.accounts.find((candidate) => candidate !== account)!;
    const [acting, second] = account.grants;
    await as(credentialOf(secretOf(account.name)), async () => {
      expect(await touched(insert, [account.id, acting!.id]), account.name).toBe(1);
      if (second) expect(await touched(insert, [account.id, second.id]), account.name).toBe('42501');
      expect(await touched(insert, [account.id, other.grants[0]!.id]), account.name).toBe('42501');
      expect(await touched(insert, [other.id, other.grants[0]!.id]), account.name).toBe('42501');
      expect(await touched(insert, [other.id, acting!.id]), account.name).toBe('42501');
    });
  }
});

function someReaders(perRun: number): { knowledge: Knowledge; credential: string }[] {
  return shared.worlds.flatMap((world) => {
    const draw = new Draw(world.seed + 800_000);
    const oracle = new Oracle(world);
    return draw
      .some(world.accounts, 15)
      .slice(0, perRun)
      .map((account) => ({ knowledge: knowledgeOf(oracle, account), credential: credentialOf(secretOf(account.name)) }));
  });
}

function someCredentials(): string[] {
  return shared.worlds.slice(0, 8).flatMap((world) => world.accounts.slice(0, 4).map((account) => credentialOf(secretOf(account.name))));
}
