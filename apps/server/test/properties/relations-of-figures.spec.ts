import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { mergeUnits, postFacts } from '../../src/contexts/ledger/index.ts';
import { dataOf } from '../worlds/ask.ts';
import { plusDays } from '../worlds/days.ts';
import { Draw } from '../worlds/draw.ts';
import { nightly, share } from '../worlds/sizes.ts';
import { credentialOf, secretOf } from '../worlds/session.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { opaque } from './literals.ts';
import { figureFields, Oracle, stocks, type FigureField } from './oracle.ts';
import { interestingDay, interestingInstant } from './questions.ts';

let shared: Worlds;
let server: BuiltServer;
let oracles: Oracle[];

beforeAll(async () => {
  shared = await openWorlds();
  server = await serve(shared.database);
  oracles = shared.worlds.filter((world) => world.units.length > 1).map((world) => new Oracle(world));
}, openingMilliseconds);
afterAll(async () => {
  await server.close();
  await shared.drop();
});

const fields = Object.keys(figureFields) as FigureField[];
const stockFields = fields.filter((field) => stocks.includes(figureFields[field]));
/** Flows that add up over children whatever happens; transfers and reorganisations cross borders. */
const additiveFlows = fields.filter((field) => !stockFields.includes(field) && !/transferred|reorganised/.test(field));

type Figures = Record<FigureField, number>;

/** All figures of some units, read in one document. */
async function figuresOf(oracle: Oracle, units: readonly number[], args: string): Promise<Figures[]> {
  const answers: Figures[] = [];
  for (let from = 0; from < units.length; from += 10) {
    const page = units.slice(from, from + 10);
    const text = page.map((unit, index) => `u${index}: unit(id: "${opaque('Unit', oracle.world.units[unit]!.id)}") { rollup(${args}) { ${fields.map((field) => `${field} { value }`).join(' ')} } }`).join('\n');
    const data = await dataOf<Record<string, { rollup: Record<FigureField, { value: number }> }>>(server, oracle.world.accounts[0]!.name, `{ ${text} }`);
    for (const index of page.keys()) answers.push(Object.fromEntries(fields.map((field) => [field, data[`u${index}`]!.rollup[field].value])) as Figures);
  }
  return answers;
}

function sumOf(figures: readonly Figures[], field: FigureField): number {
  return figures.reduce((sum, one) => sum + one[field], 0);
}

/** Each world, at night twice with other draws: every figure of many small histories is read elsewhere. */
function* turns(seed: number): Generator<{ oracle: Oracle; draw: Draw }> {
  for (let turn = 0; turn < (nightly ? 2 : 1); turn += 1) {
    for (const oracle of oracles) yield { oracle, draw: new Draw(oracle.world.seed + seed + turn * 10_000_000) };
  }
}

const day = (on: string) => `period: "${on}/${on}"`;

describe('figures', () => {
  test('of a unit are its own and those of its children, at any day', { timeout: propertyMilliseconds }, async () => {
    for (const { oracle, draw } of turns(100_000)) {
      const { world, tree } = oracle;
      for (const view of [draw.pick(['AS_IT_WAS', 'AS_IT_IS_NOW'] as const)]) {
        const on = interestingDay(draw, world);
        const parents = [...world.units.keys()].filter((unit) => tree.livesOn(unit, on) && tree.childrenOn(unit, on).length > 0 && tree.childrenOn(unit, on).length < 20);
        if (parents.length === 0) continue;
        const unit = draw.pick(parents);
        const children = tree.childrenOn(unit, on);
        const kind = world.kinds.find((candidate) => candidate.code === world.units[unit]!.kind)!;
        const own: Partial<Figures> = { units: 1, cells: kind.holdsMembers ? 1 : 0, grassrootsOrganisations: kind.isGrassrootsOrganisation ? 1 : 0 };
        const [whole, ...parts] = await figuresOf(oracle, [unit, ...children], `${day(on)}, view: ${view}, asOf: "${on}"`);
        for (const field of stockFields) expect(whole![field], `world ${world.seed}, unit ${unit}, ${field} on ${on} ${view}`).toBe(sumOf(parts, field) + (own[field] ?? 0));
        // Only units without a past of their own add up for flows of units; of people, no committee has any.
        const year = `period: "2010-01-01/${on}", view: AS_IT_IS_NOW, asOf: "${on}"`;
        const [total, ...portions] = await figuresOf(oracle, [unit, ...children], year);
        const inherited = world.steps.some((step) => (step.do === 'close' || step.do === 'merge') && step.on <= on && tree.heirOn(step.unit, on) === unit);
        const flows = additiveFlows.filter((field) => !inherited && (!/units/.test(field) || field === 'unitsClosed'));
        for (const field of flows) expect(total![field], `world ${world.seed}, unit ${unit}, ${field} to ${on}`).toBe(sumOf(portions, field));
        const net = sumOf(portions, 'transferredIn') - sumOf(portions, 'transferredOut');
        if (!inherited) expect(total!.transferredIn - total!.transferredOut, `world ${world.seed}, unit ${unit}, net transfers to ${on}`).toBe(net);
      }
    }
  });

  test('move with a unit: the old chain loses what stood there, the new one gains it, common ancestors and all others stay', { timeout: propertyMilliseconds }, async () => {
    let moves = 0;
    for (const oracle of oracles) {
      const { world, tree } = oracle;
      for (const step of world.steps.filter((candidate) => candidate.do === 'move').filter((move) => !world.steps.some((other) => other !== move && 'on' in other && other.on === move.on)).slice(0, 2)) {
        moves += 1;
        const before = plusDays(step.on, -1);
        const oldChain = tree.chainOn(step.unit, before).slice(1);
        const newChain = tree.chainOn(step.unit, step.on).slice(1);
        const others = [...world.units.keys()].filter((unit) => tree.livesOn(unit, before) && !oldChain.includes(unit) && !newChain.includes(unit)).slice(0, 8);
        const units = [step.unit, ...new Set([...oldChain, ...newChain]), ...others];
        const then = await figuresOf(oracle, units, day(before));
        const now = await figuresOf(oracle, units, day(step.on));
        units.forEach((unit, index) => {
          const gains = (newChain.includes(unit) ? 1 : 0) - (oldChain.includes(unit) ? 1 : 0);
          for (const field of stockFields) {
            expect(now[index]![field] - then[index]![field], `world ${world.seed}, ${JSON.stringify(step)}, ${field} of unit ${unit}`).toBe(gains === 0 ? 0 : gains * then[0]![field] + 0);
          }
          expect(now[index]!.reorganisedIn, `world ${world.seed}, unit ${unit}`).toBe(gains === 1 ? then[0]!.members : 0);
          expect(now[index]!.reorganisedOut, `world ${world.seed}, unit ${unit}`).toBe(gains === -1 ? then[0]!.members : 0);
        });
      }
    }
    expect(moves).toBeGreaterThan(0);
  });

  test('known at an instant never change; what differs from now is exactly what was recorded after it', { timeout: propertyMilliseconds }, async () => {
    for (const { oracle, draw } of turns(300_000)) {
      const { world } = oracle;
      const instant = interestingInstant(draw, world);
      const on = interestingDay(draw, world);
      const units = [0, draw.pick(oracle.visibleUnits(0))];
      const then = await figuresOf(oracle, units, `${day(on)}, knownAt: "${instant}"`);
      const again = await figuresOf(oracle, units, `${day(on)}, knownAt: "${instant}"`);
      const now = await figuresOf(oracle, units, day(on));
      expect(again).toEqual(then);
      units.forEach((unit, index) => {
        for (const field of fields) {
          const later = oracle.behind(figureFields[field], { unit, period: `${on}/${on}` }).filter((mark) => mark.recordedAt > instant);
          expect(now[index]![field] - then[index]![field], `world ${world.seed}, ${field} of unit ${unit} on ${on} known at ${instant}`).toBe(later.reduce((sum, mark) => sum + mark.delta, 0));
        }
      });
    }
  });

  test('are the same in the trend, by a partition, page by page and all in one answer', { timeout: propertyMilliseconds }, async () => {
    for (const { oracle, draw } of turns(400_000)) {
      const { world } = oracle;
      const unit = draw.pick(oracle.visibleUnits(0));
      const field = draw.pick(fields.filter((candidate) => !/units|cells|grassroots/i.test(candidate)));
      const isStock = stockFields.includes(field);
      const text = `{ unit(id: "${opaque('Unit', world.units[unit]!.id)}") { rollup(period: "2016") { members { value } officialMembers { value } probationaryMembers { value }
        figure: ${field} { value months: trend(by: MONTH) { value } quarters: trend(by: QUARTER) { value } by(dimension: GENDER) { base slices { value } } age: by(dimension: AGE_BAND) { base slices { value } } } } } }`;
      const data = await dataOf<{ unit: { rollup: Record<string, { value: number }> & { figure: { value: number; months: { value: number }[]; quarters: { value: number }[]; by: { base: number; slices: { value: number }[] }; age: { base: number; slices: { value: number }[] } } } } }>(server, world.accounts[0]!.name, text);
      const { rollup } = data.unit;
      const { figure } = rollup;
      const total = (points: { value: number }[]) => (isStock ? points.at(-1)!.value : points.reduce((sum, point) => sum + point.value, 0));
      const what = `world ${world.seed}, ${field} of unit ${unit}`;
      expect(total(figure.months), what).toBe(figure.value);
      expect(total(figure.quarters), what).toBe(figure.value);
      for (const breakdown of [figure.by, figure.age]) {
        expect(breakdown.base, what).toBe(figure.value);
        expect(breakdown.slices.reduce((sum, slice) => sum + slice.value, 0), what).toBe(figure.value);
      }
      expect(rollup['officialMembers']!.value + rollup['probationaryMembers']!.value, what).toBe(rollup['members']!.value);
    }
  });

  test('of a day stay what they were, whatever takes effect after it', { timeout: propertyMilliseconds }, async () => {
    let changed = 0;
    for (const oracle of oracles.slice(0, nightly ? share(1_000) : 10)) {
      const { world, tree, today } = oracle;
      const draw = new Draw(world.seed + 700_000);
      const on = interestingDay(draw, world);
      const units = [0, ...Array.from({ length: 5 }, () => draw.pick(oracle.visibleUnits(0)))];
      const questions = [day(on), `${day(on)}, view: AS_IT_IS_NOW, asOf: "${on}"`, `period: "2010-01-01/${on}", view: AS_IT_IS_NOW, asOf: "${on}"`];
      const before = await Promise.all(questions.map(async (question) => await figuresOf(oracle, units, question)));
      const holders = [...world.units.keys()].filter((unit) => tree.livesOn(unit, today) && world.kinds.find((kind) => kind.code === world.units[unit]!.kind)!.holdsMembers && unit !== 0);
      const [gone, stays] = [draw.pick(holders), draw.pick(holders)];
      await server.database.write(credentialOf(secretOf(world.accounts[0]!.name)), async (transaction) => {
        const unitId = world.units[stays]!.id;
        const slices = { gender: 'F', ageBand: 'UNKNOWN', ethnicMinority: 'NO', religion: 'NO', youthUnion: 'NO', occupation: 'OTHER', enterpriseRelation: 'UNKNOWN', education: 'UNKNOWN' };
        await postFacts(transaction, [{ kind: 'ADMITTED', personId: draw.id(), unitId, occurredOn: '2026-02-01', slices }]);
        const merged = gone === stays ? {} : await mergeUnits(transaction, { unitIds: [world.units[gone]!.id], successorId: unitId, on: '2026-03-01' });
        if (!('refused' in merged) && gone !== stays) changed += 1;
      });
      const after = await Promise.all(questions.map(async (question) => await figuresOf(oracle, units, question)));
      expect(after, `world ${world.seed}, units ${units.join(', ')} on ${on}`).toEqual(before);
    }
    expect(changed).toBeGreaterThan(0);
  });
});
