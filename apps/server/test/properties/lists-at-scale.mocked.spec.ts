import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { entities } from '../../src/contexts/access/index.ts';
import { moveUnit } from '../../src/contexts/ledger/index.ts';
import type * as stretch from '../../src/contexts/people/persistence/stretch.ts';
import { openDatabase } from '../../src/platform/database.ts';
import type { Walls } from '../../src/platform/scope.ts';
import { Draw } from '../worlds/draw.ts';
import { ask, dataOf } from '../worlds/ask.ts';
import { credentialOf, secretOf } from '../worlds/session.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { workingRoles, type World } from '../worlds/world-model.ts';
import { knowledgeOf, type Knowledge } from './judge.ts';
import { opaque } from './literals.ts';
import { Oracle } from './oracle.ts';

/** Lets the lists of these worlds go the ways of a province: from this many rows on they walk along indexes. */
const many = vi.hoisted(() => ({ from: 8_000 }));
vi.mock('../../src/contexts/people/persistence/stretch.ts', async (importOriginal) => {
  const original = await importOriginal<typeof stretch>();
  return { ...original, get mostGathered() { return many.from; } };
});

let shared: Worlds;

beforeAll(async () => {
  shared = await openWorlds();
}, openingMilliseconds);
afterAll(async () => {
  await shared.drop();
});

/** What is kept beside people and candidacies, and what a plain count and the names say that it must be; of all worlds, or of the blocks that one lies in. */
async function differences(world?: World): Promise<string[]> {
  const { rows } = await shared.owner.query<{ finding: string }>(`
    with reach as materialized (
      select min(lo) & -(2::bigint ^ 41)::bigint as first, max(hi) | ((2::bigint ^ 41)::bigint - 1) as last from unit where $1::uuid is null or id = $1
    ), said as (
      select 'PERSON' as subject, position, state from person, reach where position between first and last
      union all select 'CANDIDACY', position, state from candidacy, reach where position between first and last
    ), named as (
      select 'PERSON' as subject, id, position, state, name_fold from person, reach where position between first and last
      union all select 'CANDIDACY', c.id, c.position, c.state, p.name_fold from reach, candidacy c join person p on p.id = c.person_id where c.position between first and last
    ), kept as (
      select subject, id, word, prior, position, state, name_fold from name_word, reach where position between first and last
    ), words as (
      select n.*, w.word from named n cross join lateral (select distinct word collate "C" as word from string_to_table(n.name_fold, ' ') as word where word <> '') w
    ), due as (
      select subject, id, word, coalesce(lag(word) over (partition by subject, id order by word), '') as prior, position, state, name_fold from words
    )
    select 'tally ' || subject || ' ' || state as finding from (
      select subject, position, state, count(*) as number from said group by 1, 2, 3
      union all select subject, position, state, -sum(count) from tally, reach where position between first and last group by 1, 2, 3) both_ways
    group by subject, position, state having sum(number) <> 0
    union all select 'tally of ' || subject || ' ' || word || ' ' || shared_with_prior || ' ' || state from (
      select block, subject, word, shared_with_prior, state, sum(count) as number from word_tally, reach where block between first and last group by 1, 2, 3, 4, 5
      union all select position & -(2::bigint ^ 41)::bigint, subject, '', -1, state, -count(*) from said group by 1, 2, 5
      union all select position & -(2::bigint ^ 41)::bigint, subject, word, (
        select coalesce(max(length), 0) from generate_series(1, length(word)) as length where starts_with(prior, left(word, length))
      ), state, -count(*) from due group by 1, 2, 3, 4, 5) both_ways
    group by block, subject, word, shared_with_prior, state having sum(number) <> 0
    union all select 'word ' || d::text from (table due except table kept) d
    union all select 'no word ' || w::text from (table kept except table due) w`, [world?.units[0]!.id ?? null]);
  return rows.map((row) => row.finding);
}

/** Changes of the tally of words that leave its sums, as many as are folded. */
const manyChanges = `insert into word_tally (block, subject, word, shared_with_prior, state, count)
  select t.block, t.subject, t.word, t.shared_with_prior, t.state, x from (select * from word_tally limit 1100) t cross join (values (1), (-1)) as x (x)`;

/** All that is kept is compared after each change: few worlds are changed, other ones in each round of a night. */
const worldsAsked = 5;

describe('what is kept beside people', () => {
  test('is what the people are, after they were loaded and whatever changes', { timeout: propertyMilliseconds }, async () => {
    const { owner } = shared;
    const database = await openDatabase({ url: shared.database.appUrl, entities });
    expect(await differences()).toEqual([]);
    // An older database is filled as it gets the triggers: with the same.
    const people = await readFile(new URL('../../db/current/038_people.sql', import.meta.url), 'utf8');
    await owner.query('delete from word_tally');
    await owner.query(people);
    expect(await differences()).toEqual([]);
    await owner.query('update word_tally set is_change = true');
    for (const world of shared.worlds.slice(0, worldsAsked)) {
      const draw = new Draw(world.seed + 700_000);
      const position = `(select lo from unit where id = '${world.units[0]!.id}')`;
      const some = `mod(abs(hashtext(id::text || '${draw.int(0, 1_000)}')), 3) = 0 and position >= ${position} and position <= (select hi from unit where id = '${world.units[0]!.id}')`;
      const changes: (() => Promise<unknown>)[] = [
        async () => await owner.query(`update candidacy set state = (array['SOURCE', 'TRAINED', 'RETURNED', 'REFUSED'])[1 + mod(abs(hashtext(id::text)), 4)] where ${some}`),
        async () => await owner.query(`update person set state = 'OFFICIAL', left_on = null where ${some}`),
        async () => await owner.query(`update person set full_name = full_name || ' Thị Nở Thị ' || md5(id::text) where ${some}`),
        async () => await owner.query(`update person set full_name = 'An' where ${some}`),
        // Of a cell that is taken over.
        async () => await owner.query(`update person p set unit_id = u.id, position = u.lo from (select id, lo from unit where id = $1) u where p.unit_id = $2`, [draw.pick(world.units).id, draw.pick(world.units).id]),
        async () => await owner.query(`insert into person (unit_id, position, full_name, birth_date, gender, youth_union, occupation, enterprise_relation, education, state)
          select unit_id, position, full_name || ' Hai', birth_date, gender, youth_union, occupation, enterprise_relation, education, state from person where state <> 'FORMER' and ${some}`),
        async () => await owner.query(`insert into candidacy (person_id, position, ordinal, state, rule_pack, began_on, last_on) select id, position, 7, 'SOURCE', 'RULES_2016', '2016-01-01', '2016-01-01' from person where ${some} on conflict do nothing`),
        async () => await owner.query(`delete from candidacy where ordinal = 7 and ${some}`),
        // A reorganisation carries positions by the foreign keys, through the use case and under the application's role.
        async () => {
          const moved = draw.pick(world.units);
          const beside = draw.pick([moved, ...world.units.filter(({ kind, parent }) => kind === moved.kind && parent !== null)]);
          const move = { unitId: moved.id, newParentId: world.units[beside.parent ?? 0]!.id, on: '2025-06-01' };
          // Where it may not hang there, nothing of it stands.
          await database.write(credentialOf(secretOf(world.accounts[0]!.name)), async (transaction) => await moveUnit(transaction, move)).catch(() => undefined);
        },
        async () => await owner.query(`with more as (insert into tally (position, subject, state, count) select t.position, t.subject, t.state, x from (select * from tally limit 300) t cross join (values (1), (-1)) as x (x) returning 1) select count(*) from more`),
        async () => await owner.query(manyChanges),
        async () => await owner.query('select app.compact()'),
      ];
      for (let turn = 0; turn < 8; turn += 1) {
        const index = draw.int(0, changes.length - 1);
        await changes[index]!();
        expect(await differences(world), `world ${world.seed}, turn ${turn}, change ${index}`).toEqual([]);
      }
      expect(await differences(), `world ${world.seed}, also in the others`).toEqual([]);
    }
    const { rows } = await owner.query<{ tally: number; word_tally: number }>('select (select count(*)::int from tally where not is_change) as tally, (select count(*)::int from word_tally where not is_change) as word_tally');
    expect(Math.min(rows[0]!.tally, rows[0]!.word_tally)).toBeGreaterThan(0);
    await database.close();
  });

  test('is exact where many change the same cell at once, and while it is folded', { timeout: propertyMilliseconds }, async () => {
    const database = await openDatabase({ url: shared.database.appUrl, entities, writers: 8 });
    const reader = someReaders(1)[0]!;
    const ids = await reader.person(8);
    await Promise.all(Array.from({ length: 64 }, async (_, turn) => {
      await database.write(credentialOf(secretOf(reader.knowledge.account.name)), async (transaction) => {
        await transaction.query(`update candidacy set state = $2 where person_id = any ($1::uuid[])`, [[ids[turn % ids.length]!], turn % 3 === 0 ? 'TRAINED' : 'LISTED']);
      });
      if (turn % 8 === 0) await shared.owner.query(`${manyChanges}; select app.fold_tally()`);
    }));
    expect(await differences()).toEqual([]);
    await database.close();
  });
});

interface Reader {
  readonly knowledge: Knowledge;
  person(count: number): Promise<string[]>;
}

function someReaders(perWorld: number, of = worldsAsked): Reader[] {
  return shared.worlds.slice(0, of).flatMap((world) => {
    const oracle = new Oracle(world);
    return world.accounts
      .map((account) => knowledgeOf(oracle, account))
      .filter(({ role, people }) => role !== null && workingRoles.includes(role) && people.size > 0)
      .slice(0, perWorld)
      .map((knowledge) => ({ knowledge, person: async (count) => [...knowledge.people].slice(0, count).map((person) => world.people[person]!.id) }));
  });
}

/** Documents that go each way: by each order, with and without words, states and days, in the scope and below a unit. */
function documents(knowledge: Knowledge, draw: Draw): string[] {
  const { world } = knowledge.oracle;
  const name = draw.pick([...knowledge.people].map((person) => world.people[person]!.fullName));
  const parts = name.split(' ').map((word) => word.slice(0, draw.int(1, word.length)));
  const search = draw.pick([undefined, undefined, parts[0]!, parts.toReversed().join(' '), name.slice(0, 1), `${name} ${name}`, '·']);
  const under = draw.chance(40) ? opaque('Unit', world.units[draw.pick([...knowledge.units])]!.id) : undefined;
  const always = { ...(search === undefined ? {} : { search: JSON.stringify(search) }), ...(under === undefined ? {} : { under: JSON.stringify(under) }) };
  const shown = (filter: Readonly<Record<string, string>>) => `{ ${Object.entries<string>({ ...filter, ...always }).map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
  const people = shown(draw.chance(50) ? { states: draw.pick(['[OFFICIAL, PROBATIONARY]', '[CANDIDATE]', '[]']) } : {});
  const filters: Readonly<Record<string, string>>[] = [{}, {}, { states: '[SOURCE, SUBMITTED, OFFICIAL]' }, { isOverdue: 'true' }, { dueFrom: '"2017-01-02"' }, { dueUntil: '"2017-01-02"', states: '[FILE_OPEN]' }];
  const candidacies = shown(draw.pick(filters));
  return [
    `{ list: people(first: 20, after: $after, orderBy: ${draw.pick(['GIVEN_NAME', 'CEREMONY_DATE'])}, filter: ${people}) { totalCount pageInfo { endCursor hasNextPage } nodes { id fullName } } }`,
    `{ list: candidacies(first: 20, after: $after, orderBy: ${draw.pick(['GIVEN_NAME', 'DEADLINE'])}, filter: ${candidacies}) { totalCount pageInfo { endCursor hasNextPage } nodes { id state } } }`,
    `{ stageCounts(filter: ${candidacies}) { stage count overdue medianDays } list: candidacies(first: 1, after: $after) { totalCount pageInfo { endCursor hasNextPage } nodes { id } } }`,
    `{ todo { counts { group count } list: items(group: ${draw.pick(['OVERDUE', 'RETURNED', 'WAITING_FOR_ME', 'COMING', 'THIS_WEEK'])}, first: 20, after: $after) { totalCount nodes { candidacy { id } letter { id } } pageInfo { endCursor hasNextPage } } } }`,
  ];
}

interface Listed {
  readonly totalCount: number;
  readonly nodes: { readonly id?: string; readonly candidacy?: { readonly id: string } | null; readonly letter?: { readonly id: string } | null }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
}

/** All answers of a document, page after page. */
async function answers(server: Awaited<ReturnType<typeof serve>>, account: string, document: string): Promise<{ ids: string[]; total: number; rest: unknown }> {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const data: { list?: Listed; todo?: { list: Listed } } = await dataOf(server, account, `query ($after: String) ${document}`, { after });
    const list = (data.list ?? data.todo?.list)!;
    ids.push(...list.nodes.map(({ id, candidacy, letter }) => id ?? candidacy?.id ?? letter?.id ?? ''));
    if (!list.pageInfo.hasNextPage || ids.length > 500) return { ids, total: list.totalCount, rest: { ...data, list: undefined, todo: { ...data.todo, list: undefined } } };
    after = list.pageInfo.endCursor;
  }
}

async function compared(walls: Walls, readers: readonly Reader[], turns: number): Promise<number> {
  const server = await serve(shared.database, { walls });
  let seen = 0;
  try {
    for (const [index, { knowledge }] of readers.entries()) {
      const draw = new Draw(90_000 + index);
      for (let turn = 0; turn < turns; turn += 1) {
        for (const document of documents(knowledge, draw)) {
          many.from = 8_000;
          const few = await answers(server, knowledge.account.name, document);
          many.from = draw.pick([-1, -1, 3]);
          const walked = await answers(server, knowledge.account.name, document);
          expect(walked, `${knowledge.account.name} ${document}`).toEqual(few);
          expect(few.ids.length, document).toBe(Math.min(few.total, few.ids.length > 500 ? few.ids.length : few.total));
          expect(new Set(few.ids).size).toBe(few.ids.length);
          seen += few.ids.length;
        }
      }
    }
  } finally {
    many.from = 8_000;
    await server.close();
  }
  return seen;
}

describe('lists of many', () => {
  test('answer what lists of few answer, page after page', { timeout: propertyMilliseconds }, async () => {
    expect(await compared({ application: true }, someReaders(1), 3)).toBeGreaterThan(100);
  });

  test('hold to the scope by each wall alone', { timeout: propertyMilliseconds }, async () => {
    const { rows } = await shared.owner.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`);
    const rowSecurity = async (to: 'enable' | 'disable') => {
      for (const { name } of rows) await shared.owner.query(`alter table ${name} ${to} row level security`);
    };
    // Of all worlds: whether a wall leaves out what the other lets through hangs on who decides where.
    const readers = someReaders(3, 60).filter(({ knowledge }) => knowledge.scope !== 0);
    const totals = async (walls: Walls) => {
      const server = await serve(shared.database, { walls });
      const told: unknown[] = [];
      for (const { knowledge: { account } } of readers) {
        told.push((await ask(server, account.name, '{ people(first: 1) { totalCount } found: people(first: 1, filter: { search: "z" }) { totalCount } candidacies(first: 1) { totalCount } sought: candidacies(first: 1, filter: { search: "z" }) { totalCount } late: candidacies(first: 1, filter: { isOverdue: true }) { totalCount } stageCounts { count overdue } todo { counts { count } } }')).data);
      }
      await server.close();
      return told;
    };
    many.from = -1;
    try {
      const both = await totals({ application: true });
      expect(await totals({ application: false })).toEqual(both);
      await rowSecurity('disable');
      expect(await totals({ application: true })).toEqual(both);
      expect(await totals({ application: false })).not.toEqual(both);
    } finally {
      many.from = 8_000;
      await rowSecurity('enable');
    }
  });
});
