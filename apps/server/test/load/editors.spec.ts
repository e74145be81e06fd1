import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { candidate, change, record, type Told } from '../api/candidacy-support.ts';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { nightly } from '../worlds/sizes.ts';

/* Two at once who saw the same version: one is written, the other is told both versions, and nothing of theirs is half there. */

const lanes = 15;
const pairs = nightly ? 5_000 : 300;
const keys = nightly ? 3_000 : 200;

let world: OpenWorld;
let cell: string;

beforeAll(async () => {
  const tree = province('p');
  const commune = tree.district('d').account('staff', 'STAFF').commune('c');
  const home = commune.cell('1').account('secretary', 'SECRETARY');
  cell = opaque('Unit', home.id);
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});

/** In how many lanes at once a number of rounds is gone through, each lane with somebody of its own. */
async function inLanes(rounds: number, round: (told: Told, index: number) => Promise<Told>): Promise<void> {
  await Promise.all(Array.from({ length: lanes }, async (_, lane) => {
    let told = await candidate(world, 'staff', cell, { fullName: `Lò Văn ${'ABCDEGHIKLMNOPQ'[lane]}a` });
    for (let index = lane; index < rounds; index += lanes) told = await round(told, index);
  }));
}

test(`${pairs / 2} pairs of editors: of two corrections of one person one is made, and the other hears which version stands`, { timeout: 600_000 }, async () => {
  const first = { staff: 0, secretary: 0 };
  const corrected = '... on PersonCorrected { person { id version fullName } } ... on ChangeRefused { code: field conflict { expected current } }';
  const versions = new Map<string, number>();
  await inLanes(pairs / 2, async (told, index) => {
    const expectedVersion = versions.get(told.id) ?? 1;
    const send = async (account: 'staff' | 'secretary') => {
      const input = { person: told.person.id, expectedVersion, fullName: `Quàng ${account === 'staff' ? 'Văn' : 'Thị'} ${'abcdeghiklmnopqrstuvxy'[index % 22]}a`, reason: 'Viết sai' };
      type Corrected = { person?: { version: number; fullName: string }; conflict?: { expected: string; current: string } };
      return { account, input, ...(await world.data<{ outcome: Corrected }>(account, `mutation($input: CorrectPersonInput!) { outcome: correctPerson(input: $input) { ${corrected} } }`, { input })).outcome };
    };
    const outcomes = await Promise.all([send('staff'), send('secretary')]);
    const [made] = outcomes.filter(({ person }) => person);
    const [refused] = outcomes.filter(({ conflict }) => conflict);
    expect([made?.person?.version, made?.person?.fullName, refused?.conflict], JSON.stringify(outcomes)).toEqual([expectedVersion + 1, made?.input.fullName, { expected: String(expectedVersion), current: String(expectedVersion + 1) }]);
    first[made!.account] += 1;
    versions.set(told.id, expectedVersion + 1);
    return told;
  });
  // Otherwise nobody was ever beside anybody.
  expect(Math.min(first.staff, first.secretary)).toBeGreaterThan(0);
  const { rows } = await world.owner.query<{ corrections: string; versions: string }>('select (select count(*) from person_correction) as corrections, (select sum(version - 1) from person) as versions');
  expect(rows).toEqual([{ corrections: String(pairs / 2), versions: String(pairs / 2) }]);
});

test(`${pairs / 2} pairs of deciders: of two steps one is recorded, and the way is that of its lines`, { timeout: 600_000 }, async () => {
  const written = { LISTED: 0, DROPPED: 0 };
  await inLanes(pairs / 2, async (told, index) => {
    const [one, two] = [index % 2 === 0 ? 'staff' : 'secretary', index % 2 === 0 ? 'secretary' : 'staff'];
    const outcomes = await Promise.all([record(world, one, told, 'LISTED', '2025-07-10'), record(world, two, told, 'DROPPED', '2025-07-11', { reason: 'Chuyển đi nơi khác' })]);
    const [made] = outcomes.flatMap(({ candidacy }) => candidacy ?? []);
    expect(outcomes.map(({ candidacy, code }) => candidacy?.state ?? code).toSorted(), JSON.stringify(outcomes)).toEqual([made?.state, 'VERSION_CONFLICT'].toSorted());
    expect(outcomes.find(({ code }) => code)?.current).toMatchObject({ version: told.version + 1, state: made?.state });
    written[made!.state as keyof typeof written] += 1;
    const undone = await change(world, 'staff', 'undoStep', { candidacy: made!.id, step: made!.timeline.at(-1)!.id, expectedVersion: made!.version, reason: 'Ghi nhầm' });
    expect(undone.candidacy).toMatchObject({ version: told.version + 2, state: told.state });
    return undone.candidacy!;
  });
  expect(Math.min(written.LISTED, written.DROPPED)).toBeGreaterThan(0);
  const { rows } = await world.owner.query<{ lines: string }>(`select count(*) as lines from candidacy_step where step <> 'IDENTIFIED'`);
  expect(rows).toEqual([{ lines: String(pairs) }]);
});

test(`${keys} changes sent three times at once under one key are made once each, and something else under the key is refused`, { timeout: 600_000 }, async () => {
  const names = Array.from({ length: keys }, (_, index) => `Tòng Văn ${String(index).replaceAll(/\d/g, (digit) => 'abcdeghikl'[Number(digit)] ?? '')}`);
  for (let from = 0; from < names.length; from += lanes) {
    await Promise.all(names.slice(from, from + lanes).map(async (fullName) => {
      const input = { unit: cell, fullName, birthDate: '1998-03-03', gender: 'M', on: '2025-07-02', isSomebodyElse: true, idempotencyKey: randomUUID() };
      const outcomes = await Promise.all([1, 2, 3].map(async () => await change(world, 'staff', 'addCandidate', input)));
      expect(new Set(outcomes.map(({ candidacy }) => candidacy?.id)).size, fullName).toBe(1);
      expect((await change(world, 'staff', 'addCandidate', { ...input, gender: 'F' })).code).toBe('KEY_USED_OTHERWISE');
    }));
  }
  const { rows } = await world.owner.query<{ made: string }>(`select count(*) as made from person where full_name like 'Tòng Văn %'`);
  expect(rows).toEqual([{ made: String(names.length) }]);
});
