import { afterAll, beforeAll, expect, test } from 'vitest';
import { open, province, type OpenWorld } from '../world.ts';

/* A watch list of organisations as it was reported of a district. */

const organisations = 53;
const admitting = 42;

let world: OpenWorld;
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const year = Number(today.slice(0, 4));

beforeAll(async () => {
  const tree = province('p');
  const district = tree.district('d').account('staff', 'STAFF');
  for (let index = 1; index <= organisations; index += 1) {
    const cell = district.commune(`c${index}`).cell('1');
    if (index <= admitting) cell.person(`Nguồn ${index}`).happens('ADMITTED', `${year}-01-01`);
  }
  // Neither sources nor admissions: not of those that the share is taken of.
  district.commune('none').cell('1');
  world = await open(tree);
  await world.owner.query(
    `with p as (insert into person (unit_id, position, full_name, birth_date, gender, youth_union, occupation, enterprise_relation, education, state)
       select u.id, u.lo, 'Nguồn đã học', '1999-01-01', 'F', 'NO', 'OTHER', 'UNKNOWN', 'UNKNOWN', 'CANDIDATE' from unit u where u.code ~ '^p\\.d\\.c\\d+\\.1$' returning id, position)
     insert into candidacy (person_id, position, state, rule_pack, began_on, last_on, certificate_on) select p.id, p.position, 'TRAINED', 'RULES_2016', '2015-01-02', $1::date, $1::date from p`,
    [`${year - 1}-03-01`],
  );
}, 120_000);
afterAll(async () => {
  await world.close();
});

test('TV-L-K: of 53 organisations that had sources 42 admitted somebody, which is 79.2 per cent', async () => {
  const { watchCounts } = await world.data<{ watchCounts: { list: string; count: number; base: number; othersPercent: number }[] }>('staff', '{ watchCounts(parameters: { tier: ORGANISATIONS }) { list count base othersPercent } }');
  expect(watchCounts.find(({ list }) => list === 'SOURCES_WITHOUT_ADMISSION')).toMatchObject({ count: organisations - admitting, base: organisations, othersPercent: 79.2 });
});
