import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { dataOf } from '../worlds/ask.ts';
import { Draw } from '../worlds/draw.ts';
import { nightly, share } from '../worlds/sizes.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { sliceColumns, type Day, type World } from '../worlds/world-model.ts';
import { knowledgeOf } from './judge.ts';
import { opaque } from './literals.ts';
import { figureFields, Oracle, type FigureField, type Question } from './oracle.ts';
import { anyQuestion, interestingInstant } from './questions.ts';

/*
 * People of random histories are corrected, whoever sees them now. The figures are then those of a history in which it was right from the
 * beginning, and what was known before are those of the history as it was.
 */

let shared: Worlds;
let server: BuiltServer;

beforeAll(async () => {
  shared = await openWorlds();
  server = await serve(shared.database);
}, openingMilliseconds);
afterAll(async () => {
  await server.close();
  await shared.drop();
});

interface Correction {
  readonly birthDate: Day;
  readonly gender: string;
  readonly occupation: string;
}

function bandOn(birth: Day, on: Day): string {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4)) - (on.slice(5) < birth.slice(5) ? 1 : 0);
  const above = [[60, 'AGE_OVER_60'], [50, 'AGE_51_60'], [40, 'AGE_41_50'], [30, 'AGE_31_40']] as const;
  return above.find(([limit]) => years > limit)?.[1] ?? 'AGE_18_30';
}

/** The history in which it was right from the beginning. */
function corrected(world: World, corrections: ReadonlyMap<number, Correction>): World {
  const steps = world.steps.map((step) => {
    const correction = step.do === 'fact' ? corrections.get(step.person) : undefined;
    if (step.do !== 'fact' || !correction) return step;
    const { OCCUPATION } = step.slices;
    const wasSo = OCCUPATION === world.people[step.person]!.slices.OCCUPATION;
    return { ...step, slices: { ...step.slices, AGE_BAND: bandOn(correction.birthDate, step.on), GENDER: correction.gender, OCCUPATION: wasSo ? correction.occupation : OCCUPATION } };
  });
  return { ...world, steps };
}

/** A birth whose thirty-first, forty-first or fifty-first birthday is the day of something that happened: before it the band is another one. */
function birthBefore(draw: Draw, world: World, person: number): Day {
  const days = world.steps.flatMap((step) => (step.do === 'fact' && step.person === person ? [step.on] : []));
  const on = days.length === 0 ? '2016-03-10' : draw.pick(days);
  return `${Number(on.slice(0, 4)) - draw.pick([31, 41, 51])}${on.slice(4).replace('-02-29', '-02-28')}`;
}

/** Corrects some of those whom somebody who does the daily work sees. */
async function correctSome(oracle: Oracle, draw: Draw): Promise<Map<number, Correction>> {
  const { world } = oracle;
  const corrections = new Map<number, Correction>();
  for (const account of world.accounts) {
    const { role, people } = knowledgeOf(oracle, account);
    if (role !== 'STAFF' && role !== 'SECRETARY') continue;
    for (const person of draw.some([...people], 25)) {
      const now = world.people[person]!.slices;
      const correction = {
        birthDate: birthBefore(draw, world, person),
        gender: draw.pick(sliceColumns.GENDER.filter((key) => key !== now.GENDER)),
        occupation: draw.pick(sliceColumns.OCCUPATION.filter((key) => key !== now.OCCUPATION)),
      };
      if (corrections.has(person)) continue;
      const input = { person: opaque('Person', world.people[person]!.id), expectedVersion: 1, reason: 'Ghi sai', ...correction };
      const { correctPerson } = await dataOf<{ correctPerson: { isWritten?: boolean } }>(server, account.name, 'mutation($input: CorrectPersonInput!) { correctPerson(input: $input) { ... on PersonCorrected { isWritten } ... on PersonRefused { code field } } }', { input });
      expect(correctPerson, `world ${world.seed}, ${account.name}`).toEqual({ isWritten: true });
      corrections.set(person, correction);
    }
  }
  return corrections;
}

const fields = ['admitted', 'recognised', 'members', 'officialMembers', 'transferredIn', 'removed', 'reorganisedIn'] as const satisfies readonly FigureField[];

async function compare(oracle: Oracle, question: Question, draw: Draw, label: string): Promise<number> {
  const [field, dimension] = [draw.pick(fields), draw.pick(['AGE_BAND', 'AGE_BAND', 'AGE_BAND', 'GENDER', 'OCCUPATION', 'EDUCATION', 'UNIT_TYPE'])];
  const { unit, ...rest } = question;
  const text = `query($id: ID!, $period: Period!, $view: RollupView!, $asOf: Date, $knownAt: DateTime) { unit(id: $id) { rollup(period: $period, view: $view, asOf: $asOf, knownAt: $knownAt) { figure: ${field} { by(dimension: ${dimension}) { base slices { key value } } } } } }`;
  const data = await dataOf<{ unit: { rollup: { figure: { by: { base: number; slices: { key: string; value: number }[] } } } } }>(server, oracle.world.accounts[0]!.name, text, { view: 'AS_IT_WAS', ...rest, id: opaque('Unit', oracle.world.units[unit]!.id) });
  const { base, slices } = data.unit.rollup.figure.by;
  const what = `world ${oracle.world.seed}, ${label}: ${JSON.stringify({ ...question, field, dimension })}`;
  expect(Object.fromEntries(slices.filter(({ value }) => value !== 0).map(({ key, value }) => [key, value])), what).toEqual(Object.fromEntries(oracle.by(figureFields[field], dimension, question)));
  expect(base, what).toBe(oracle.figure(figureFields[field], question));
  return slices.filter(({ value }) => value !== 0).length;
}

test('after corrections the figures are those of a history that was right from the beginning, and what was known before stays', { timeout: propertyMilliseconds }, async () => {
  let told = 0;
  let made = 0;
  for (const world of shared.worlds.filter(({ people }) => people.length > 5).slice(0, nightly ? share(200) : 8)) {
    const draw = new Draw(world.seed + 4_400_000);
    const before = new Oracle(world);
    const corrections = await correctSome(before, draw);
    if (corrections.size === 0) continue;
    made += corrections.size;
    const after = new Oracle(corrected(world, corrections));
    const units = before.visibleUnits(0);
    const ask = async (label: string) => {
      for (let index = 0; index < 6; index += 1) {
        const question = anyQuestion(draw, world, draw.chance(50) ? 0 : draw.pick(units));
        told += await compare(after, { ...question, knownAt: null }, draw, label);
        told += await compare(before, { ...question, knownAt: interestingInstant(draw, world) }, draw, `${label}, as known before`);
      }
    };
    await ask('queued');
    await shared.owner.query('select app.compact(2147483647)');
    await ask('folded');
  }
  expect(made, 'nobody was corrected').toBeGreaterThan(20);
  expect(told, 'empty answers prove nothing').toBeGreaterThan(30);
});
