import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { ask, dataOf } from '../worlds/ask.ts';
import { belongings } from '../worlds/belongings.ts';
import { Draw } from '../worlds/draw.ts';
import { nightly } from '../worlds/sizes.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { figureFields, Oracle, type FigureField, type Question } from './oracle.ts';
import { anyQuestion, dimensions } from './questions.ts';
import { sliceColumns, unitTypes, areas } from '../worlds/world-model.ts';

const perWorld = nightly ? 6 : 4;
let shared: Worlds;
let server: BuiltServer;
let oracles: Oracle[];

beforeAll(async () => {
  shared = await openWorlds();
  server = await serve(shared.database);
  oracles = shared.worlds.map((world) => new Oracle(world));
}, openingMilliseconds);
afterAll(async () => {
  await server.close();
  await shared.drop();
});

const fields = Object.keys(figureFields) as FigureField[];
const rollup = (selection: string) => `query($id: ID!, $period: Period!, $view: RollupView!, $asOf: Date, $knownAt: DateTime) {
  unit(id: $id) { rollup(period: $period, view: $view, asOf: $asOf, knownAt: $knownAt) { ${selection} } } }`;

function variables(oracle: Oracle, question: Question) {
  const { unit, ...rest } = question;
  return { id: Buffer.from(`Unit:${oracle.world.units[unit]!.id}`).toString('base64url'), view: 'AS_IT_WAS', ...rest };
}

async function eachQuestion(salt: number, work: (oracle: Oracle, question: Question, draw: Draw, board: string) => Promise<void>): Promise<void> {
  for (const oracle of oracles) {
    const draw = new Draw(oracle.world.seed * 1000 + salt);
    const units = oracle.visibleUnits(0);
    for (let index = 0; index < perWorld; index += 1) {
      const question = anyQuestion(draw, oracle.world, draw.chance(30) ? 0 : draw.pick(units));
      await work(oracle, question, draw, oracle.world.accounts[0]!.name);
    }
  }
}

const label = (oracle: Oracle, what: object) => `world ${oracle.world.seed}: ${JSON.stringify(what)}`;

describe('a figure', () => {
  test('equals the recomputation from the script, for every measure, period, view, asOf and knownAt', { timeout: propertyMilliseconds }, async () => {
    await eachQuestion(1, async (oracle, question, _draw, board) => {
      const data = await dataOf<{ unit: { rollup: Record<FigureField, { value: number }> } }>(server, board, rollup(fields.map((field) => `${field} { value }`).join(' ')), variables(oracle, question));
      const shown = Object.fromEntries(fields.map((field) => [field, data.unit.rollup[field].value]));
      const expected = Object.fromEntries(fields.map((field) => [field, oracle.figure(figureFields[field], question)]));
      expect(shown, label(oracle, question)).toEqual(expected);
    });
  });

  test('by any dimension, crossed or not, equals the recomputation', { timeout: propertyMilliseconds }, async () => {
    await eachQuestion(2, async (oracle, question, draw, board) => {
      const field = draw.pick(fields);
      const measure = figureFields[field];
      const ofUnits = ['UNITS', 'UNITS_FOUNDED', 'UNITS_CLOSED', 'GRASSROOTS_ORGANISATIONS', 'CELLS'].includes(measure);
      const fitting = ofUnits ? (['UNIT_TYPE', 'AREA'] as const) : dimensions;
      const dimension = draw.pick(fitting);
      const keys: Record<string, readonly string[]> = { ...sliceColumns, UNIT_TYPE: unitTypes, AREA: areas };
      const where = draw.chance(40) ? [draw.pick(fitting)].map((crossed) => ({ dimension: crossed, key: draw.pick(keys[crossed]!) })) : [];
      const inline = where.map((slice) => `{ dimension: ${slice.dimension}, key: "${slice.key}" }`).join(', ');
      const data = await dataOf<{ unit: { rollup: { figure: { by: { base: number; slices: { key: string; value: number }[] } } } } }>(
        server, board, rollup(`figure: ${field} { by(dimension: ${dimension}, where: [${inline}]) { base slices { key value } } }`), variables(oracle, question),
      );
      const { base, slices } = data.unit.rollup.figure.by;
      const shown = new Map(slices.filter((slice) => slice.value !== 0).map((slice) => [slice.key, slice.value]));
      const what = label(oracle, { ...question, field, dimension, where });
      expect(Object.fromEntries(shown), what).toEqual(Object.fromEntries(oracle.by(measure, dimension, question, where)));
      expect(base, what).toBe(oracle.figure(measure, question, where));
    });
  });

  test('has evidence whose deltas sum to it, subject by subject, read page by page', { timeout: propertyMilliseconds }, async () => {
    await eachQuestion(3, async (oracle, question, draw, board) => {
      const field = draw.pick(fields);
      const evidence = oracle.evidence(figureFields[field], question);
      const somebody = new Set([...oracle.world.units, ...belongings(oracle.world).map(({ person }) => oracle.world.people[person]!)].map(({ id }) => id));
      const seen = new Map<string, number>();
      let after: string | null = null;
      let sum = 0;
      do {
        const text = rollup(`figure: ${field} { value evidence(first: 40, after: ${after === null ? 'null' : JSON.stringify(after)}) { totalCount sum withheld pageInfo { hasNextPage endCursor } nodes { id delta entries { delta } } } }`);
        const data = await dataOf<{ unit: { rollup: { figure: { value: number; evidence: { totalCount: number; sum: number; withheld: number; pageInfo: { hasNextPage: boolean; endCursor: string }; nodes: { id: string; delta: number; entries: { delta: number }[] }[] } } } } }>(server, board, text, variables(oracle, question));
        const { figure } = data.unit.rollup;
        const page = figure.evidence;
        for (const node of page.nodes) {
          const id = Buffer.from(node.id, 'base64url').toString().replace('Evidence:', '');
          expect(seen.has(id)).toBe(false);
          seen.set(id, node.delta);
          expect(node.entries.reduce((total, entry) => total + entry.delta, 0)).toBe(node.delta);
        }
        expect(page.totalCount, label(oracle, { ...question, field })).toBe(evidence.size);
        expect(page.sum).toBe(figure.value);
        // Somebody whose only facts were reversed is nobody by now: counted where they were still known, and not shown.
        expect(page.withheld).toBe([...evidence.keys()].filter((id) => !somebody.has(id)).length);
        sum = page.sum;
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      expect(Object.fromEntries(seen), label(oracle, { ...question, field })).toEqual(Object.fromEntries(evidence));
      expect([...seen.values()].reduce((total, delta) => total + delta, 0)).toBe(sum);
    });
  });

  test('of a term counts from its start, and is refused where no term is in force', { timeout: propertyMilliseconds }, async () => {
    for (const oracle of oracles) {
      const draw = new Draw(oracle.world.seed * 1000 + 4);
      const question: Question = { unit: draw.pick(oracle.visibleUnits(0)), period: 'term', asOf: draw.pick(['2014-12-31', '2016-06-30', '2020-03-09', '2020-03-10', '2025-06-01']) };
      const answer = await ask<{ unit: { rollup: { admitted: { value: number } } } }>(server, oracle.world.accounts[0]!.name, rollup('admitted { value }'), variables(oracle, question));
      const holder = oracle.tree.livesOn(question.unit, question.asOf!) && oracle.tree.chainOn(question.unit, question.asOf!).some((unit) => oracle.world.units[unit]!.terms.some((term) => term.from <= question.asOf! && question.asOf! <= term.to));
      if (holder) expect(answer.data?.unit.rollup.admitted.value, label(oracle, question)).toBe(oracle.figure('ADMITTED', question));
      else expect(answer.errors[0]?.extensions.code, label(oracle, question)).toBe('BAD_USER_INPUT');
    }
  });
});
