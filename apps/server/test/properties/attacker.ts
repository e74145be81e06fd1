import { plusDays } from '../worlds/days.ts';
import { opaque, rowsFor } from './literals.ts';
import type { Knowledge } from './judge.ts';

/** Answers to questions that stand side by side, by their place. */
export type Say = (questions: readonly string[]) => Promise<readonly unknown[]>;

interface List {
  readonly totalCount: number;
  readonly nodes?: readonly { readonly id: string }[];
}

/** What somebody knows of the people of their scope before the attack: all that is listed. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly dueOn: string | null;
}

/** What an attacker has found out of those whom nobody listed for them. Empty where nothing was told. */
export interface Found {
  readonly names: readonly string[];
  readonly days: readonly string[];
  readonly states: readonly string[];
  readonly under: readonly string[];
  readonly behindCursors: readonly string[];
}

/** The ways in which something may be found out. */
export const ways: readonly (keyof Found)[] = ['names', 'days', 'states', 'under', 'behindCursors'];

const countOf = (answer: unknown) => (answer as List | null)?.totalCount ?? 0;
const largestPage = 100;

/** Spells the name of somebody who is counted and not listed, letter by letter. */
async function spell(say: Say, field: 'people' | 'candidacies', beginning: string, known: readonly Listed[]): Promise<string[]> {
  let name = beginning;
  for (let turn = 0; turn < 4; turn += 1) {
    const next = '0123456789x'.split('').map((letter) => name + letter);
    const counts = (await say(next.map((text) => `${field}(first: 1, filter: { search: "${text}" }) { totalCount }`))).map(countOf);
    const more = next.find((text, index) => (counts[index] ?? 0) > known.filter((person) => person.name.includes(text)).length);
    if (more === undefined) return name === beginning ? [] : [name];
    if (more.endsWith('x')) return [more];
    name = more;
  }
  return [name];
}

/** Halves the years until one day is left on which the limit of somebody runs out who is not listed. */
async function halve(say: Say, known: readonly Listed[]): Promise<string[]> {
  const epoch = '2015-01-01';
  const excess = async (from: number, to: number) => {
    const [first, last] = [plusDays(epoch, from), plusDays(epoch, to)];
    const [answer] = await say([`candidacies(first: 1, filter: { dueFrom: "${first}", dueUntil: "${last}" }) { totalCount }`]);
    return countOf(answer) - known.filter(({ dueOn }) => dueOn !== null && first <= dueOn && dueOn <= last).length;
  };
  let [from, to] = [0, 4_999];
  if ((await excess(from, to)) <= 0) return [];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if ((await excess(from, middle)) > 0) to = middle;
    else from = middle + 1;
  }
  return [plusDays(epoch, from)];
}

const states = ['SOURCE', 'FILE_OPEN', 'SUBMITTED', 'ADMISSION_DECIDED', 'TRAINED', 'PROBATIONARY', 'OFFICIAL', 'REMOVED'];

async function countStates(say: Say, known: readonly Listed[]): Promise<string[]> {
  const counts = (await say(states.map((state) => `candidacies(first: 1, filter: { states: [${state}] }) { totalCount }`))).map(countOf);
  return states.filter((state, index) => (counts[index] ?? 0) > known.filter((one) => one.state === state).length);
}

/** Asks below units that are hidden, and for days of birth of the hidden as if they were names. */
async function askBelow(say: Say, reader: Knowledge): Promise<string[]> {
  const { world } = reader.oracle;
  const { units, people } = rowsFor(reader);
  const questions = units.out.filter((unit) => !reader.stubs.has(unit)).slice(0, 8).flatMap((unit) => {
    const id = opaque('Unit', world.units[unit]!.id);
    return [`people(first: 1, filter: { under: "${id}" }) { totalCount }`, `candidacies(first: 1, filter: { under: "${id}" }) { totalCount }`, `watchList(first: 1, list: NO_ADMISSION, unit: "${id}") { totalCount }`, `documents(first: 1, unit: "${id}") { totalCount }`];
  });
  const born = people.out.slice(0, 8).map((person) => `people(first: 1, filter: { search: "${world.people[person]!.birthDate}" }) { totalCount }`);
  const answers = await say([...questions, ...born]);
  return [...questions, ...born].filter((_, index) => countOf(answers[index]) > 0);
}

/** Forges cursors, by names and by days, and looks who stands behind them. */
async function forge(say: Say, beginning: string, known: readonly Listed[]): Promise<string[]> {
  const cursor = (key: string) => Buffer.from(JSON.stringify([key, '00000000-0000-4000-8000-000000000000'])).toString('base64url');
  const names = ['', 'a', 'n', 'z', ...Array.from({ length: 16 }, (_, index) => `${beginning}${index}`)];
  const days = ['-infinity', ...Array.from({ length: 19 }, (_, index) => plusDays('2016-01-01', index * 61))];
  const questions = [
    ...names.map((name) => `people(first: ${largestPage}, after: "${cursor(name)}") { totalCount nodes { id } }`),
    ...days.map((day) => `candidacies(first: ${largestPage}, orderBy: DEADLINE, after: "${cursor(day)}") { totalCount nodes { id } }`),
  ];
  const listed = new Set(known.flatMap(({ id }) => [opaque('Person', id), opaque('Candidacy', id)]));
  return (await say(questions)).flatMap((answer) => ((answer as List | null)?.nodes ?? []).map(({ id }) => id)).filter((id) => !listed.has(id));
}

/** Goes through all ways to find out something of those who are not listed. */
export async function attack(say: Say, reader: Knowledge, known: readonly Listed[]): Promise<Found> {
  const beginning = `zq${reader.oracle.world.seed}p`;
  return {
    names: [...(await spell(say, 'people', beginning, known)), ...(await spell(say, 'candidacies', beginning, known))],
    days: await halve(say, known),
    states: await countStates(say, known),
    under: await askBelow(say, reader),
    behindCursors: await forge(say, beginning, known),
  };
}
