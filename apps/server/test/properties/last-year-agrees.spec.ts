import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { dataOf } from '../worlds/ask.ts';
import { Draw } from '../worlds/draw.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { knowledgeOf } from './judge.ts';
import { Oracle } from './oracle.ts';

let shared: Worlds;
let server: BuiltServer;

beforeAll(async () => {
  shared = await openWorlds();
  server = await serve(shared.database, { readers: 4 });
}, openingMilliseconds);
afterAll(async () => {
  await server.close();
  await shared.drop();
});

const measures = ['admitted', 'members', 'removed', 'transferredIn'] as const;

interface LastYear {
  period: { text: string };
  value: number | null;
  difference: number | null;
  standing: string | null;
}
interface Shown {
  value: number | null;
  samePeriodLastYear: LastYear | null;
}
type Rollup = Record<(typeof measures)[number], Shown> & { period: { to: string }; childrenByStanding: { standing: string; count: number }[] };

const compared = measures.map((measure) => `${measure} { value samePeriodLastYear { period { text } value difference standing } }`).join(' ');

const question = `query ($code: String!, $period: Period!) { unit(code: $code) { rollup(period: $period) { period { to } ${compared} childrenByStanding { standing count } } } }`;
const plain = `query ($code: String!, $period: Period!) { unit(code: $code) { rollup(period: $period) { ${measures.map((measure) => `${measure} { value }`).join(' ')} } } }`;
const below = `query ($code: String!, $period: Period!, $day: Date) { unit(code: $code) { children(first: 500, asOf: $day) { nodes {
  rollup(period: $period) { admitted { samePeriodLastYear { standing } } } } } } }`;

function counted(standings: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(standings, (standing) => standing)].map(([standing, all]) => [standing, all.length]));
}

describe('the same period of the year before', () => {
  test('is the figure that is asked of that period itself, and children are counted by their own', { timeout: propertyMilliseconds }, async () => {
    let met = 0;
    for (const world of shared.worlds) {
      const oracle = new Oracle(world);
      const draw = new Draw(world.seed + 1_300_000);
      for (const account of draw.some(world.accounts, 30)) {
        const knowledge = knowledgeOf(oracle, account);
        if (knowledge.role === null) continue;
        const sumsAlone = !['STAFF', 'BOARD', 'SECRETARY', 'SUPERVISOR'].includes(knowledge.role);
        const { code } = world.units[draw.pick([...knowledge.units])]!;
        const year = draw.int(2015, 2019);
        const period = draw.pick(sumsAlone ? [`${year}`, `${year}-Q${draw.int(1, 4)}`] : [`${year}`, `${year}-Q${draw.int(1, 4)}`, `${year}-0${draw.int(1, 9)}`, `${year}-9M`, `${year}-02-10/${year}-11-05`]);
        const label = `world ${world.seed}, ${account.name} ${knowledge.role}, ${code}, ${period}`;
        const { unit } = await dataOf<{ unit: { rollup: Rollup } }>(server, account.name, question, { code, period });
        const before = unit.rollup.admitted.samePeriodLastYear?.period.text;
        if (before !== undefined) {
          met += 1;
          const asked = await dataOf<{ unit: { rollup: Record<string, { value: number | null }> } }>(server, account.name, plain, { code, period: before });
          for (const measure of measures) {
            const { value, samePeriodLastYear } = unit.rollup[measure];
            expect(samePeriodLastYear?.value, `${label} ${measure}`).toBe(asked.unit.rollup[measure]!.value);
            const difference = value === null || samePeriodLastYear?.value === null ? null : value - samePeriodLastYear!.value;
            expect(samePeriodLastYear?.difference, `${label} ${measure}`).toBe(difference);
          }
        }
        const children = await dataOf<{ unit: { children: { nodes: { rollup: Rollup }[] } } }>(server, account.name, below, { code, period, day: unit.rollup.period.to });
        const own = children.unit.children.nodes.map((child) => child.rollup.admitted.samePeriodLastYear?.standing ?? 'NOT_COMPARABLE');
        expect(Object.fromEntries(unit.rollup.childrenByStanding.map(({ standing, count }) => [standing, count])), label).toEqual(counted(own));
      }
    }
    expect(met).toBeGreaterThan(shared.worlds.length);
  });
});
