import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLArgument, type GraphQLInputField, type GraphQLSchema } from 'graphql';
import type { Draw } from '../worlds/draw.ts';
import { belongings } from '../worlds/belongings.ts';
import { sliceColumns } from '../worlds/world-model.ts';
import type { Knowledge } from './judge.ts';
import { opaque, rowsFor } from './literals.ts';

/** Fields that are given one id or code, or nothing to choose by: `hidden-operations.ts` asks them. */
export const namingOne: readonly string[] = ['candidacy', 'document', 'node', 'nodes', 'person', 'target', 'transfer', 'transferByCode', 'unit'];

/** What is read of each field that has filters, an order or a search. */
export const selections: Readonly<Record<string, string>> = {
  assignableAccounts: '{ id name displayName }',
  candidacies: '{ totalCount nodes { id state deadline { dueOn } person { fullName birthDate } } pageInfo { hasNextPage endCursor } }',
  documents: '{ totalCount nodes { id number kind issuedOn } pageInfo { hasNextPage endCursor } }',
  followUp: '{ openObstacles overdueObstacles waitingReminders neverInspected }',
  holidays: '{ year version days { day nameVi } }',
  inspectionAges: '{ totalCount nodes { lastOn unit { id } } pageInfo { endCursor } }',
  inspections: '{ totalCount nodes { id title } pageInfo { endCursor } }',
  obstacles: '{ totalCount nodes { id title } pageInfo { endCursor } }',
  people: '{ totalCount nodes { id fullName birthDate state } pageInfo { hasNextPage endCursor } }',
  reminders: '{ totalCount nodes { id text } pageInfo { endCursor } }',
  stageCounts: '{ stage count overdue medianDays }',
  supervisions: '{ totalCount nodes { id personName unitName post } pageInfo { endCursor } }',
  transfers: '{ totalCount nodes { id kind state personName birthDate } pageInfo { hasNextPage endCursor } }',
  units: '{ totalCount nodes { id code name } pageInfo { hasNextPage endCursor } }',
  watchCounts: '{ list count base othersPercent }',
  watchList: '{ totalCount nodes { since count percent name unit { id code } candidacy { id } } pageInfo { hasNextPage endCursor } }',
};

/** A value that is refused to everybody, before anything is read. */
const refused: readonly string[] = ['FIXED_NUMBER'];

/** One question of one field, and the arguments and input fields that it is about. */
export interface FilterQuestion {
  readonly field: string;
  readonly text: string;
  readonly asked: readonly string[];
  /** Of a field below those of Query, which is read as `asked`: on which side of the reader's scope the row lies from which it is come to; null from none. */
  readonly side?: Side | null;
}

/** Whether a row lies in the scope of a reader or out of it. */
export type Side = 'in' | 'out';

interface Value {
  readonly literal: string;
  readonly asked: readonly string[];
}

/** Words of what is inside and of what is not: of names, codes, days of birth and states. */
function wordsFor(reader: Knowledge, draw: Draw): string[] {
  const { world } = reader.oracle;
  const { units, people } = rowsFor(reader);
  const of = <T>(list: readonly number[], text: (index: number) => T) => (list.length > 0 ? [text(draw.pick(list))] : []);
  return [
    ...[people.in, people.out].flatMap((list) => of(list, (person) => world.people[person]!.fullName.split(' ').at(-1)!)),
    ...of(people.out, (person) => world.people[person]!.birthDate),
    ...[units.in, units.out].flatMap((list) => of(list, (unit) => /zq\w+x$/.exec(world.units[unit]!.code)![0])),
    `zq${world.seed}`, 'khác', 'n',
  ];
}

/** The values that are asked of a plain argument, by its name; an argument that is new has to say its own. */
function plainValues(reader: Knowledge, draw: Draw, name: string, type: string): string[] {
  const { world } = reader.oracle;
  const { units, people } = rowsFor(reader);
  const idOf = (type: string, id: string) => JSON.stringify(opaque(type, id));
  const days = ['2016-01-01', '2017-01-04', '2017-01-05', '2025-05-05', `${new Date().getUTCFullYear() + 1}-01-01`];
  switch (type) {
    case 'ID':
      if (name === 'member') {
        // Of where somebody is on their way, so that there is a day to be told.
        const near = new Set(world.candidates.map(({ unit }) => unit));
        const members = new Set(belongings(world).flatMap(({ person, unit, state }) => (state !== 'CANDIDATE' && near.has(unit) ? [person] : [])));
        const of = (list: readonly number[]) => list.filter((person) => members.has(person)).map((person) => idOf('Person', world.people[person]!.id));
        return [...draw.some(of(people.in), 40), ...draw.some(of(people.out), 40), idOf('Person', draw.id())];
      }
      return [units.in, units.out, [0], [reader.scope]].flatMap((list) => (list.length > 0 ? [idOf('Unit', world.units[draw.pick(list)]!.id)] : [])).concat(idOf('Unit', draw.id()));
    case 'Boolean':
      return ['true', 'false'];
    case 'Date':
      return days.map((day) => JSON.stringify(day));
    case 'DateTime':
      return ['2016-06-30T12:00:00Z', '2025-01-01T00:00:00Z'].map((instant) => JSON.stringify(instant));
    case 'Period':
      return ['"2016"', '"2024"', '"2016-01-01/2026-10-31"', '"term"'];
  }
  const named: Readonly<Record<string, () => (string | number)[]>> = {
    search: () => wordsFor(reader, draw),
    kind: () => ['K0', 'K1', 'K2', 'GC'],
    first: () => [1, 7],
    year: () => [2016, 2018, 2099],
    months: () => [1, 6, 60],
    tolerance: () => [0, 50, 100],
    years: () => [1, 2, 3, 5],
    percent: () => [0, 3, 99.5],
    low: () => [0, 2],
    high: () => [2, 7],
    note: () => ['khác'],
  };
  const values = named[name]?.();
  if (!values) throw new Error(`nobody says yet what is asked of "${name}: ${type}"`);
  return values.map((value) => JSON.stringify(value));
}

/** Some slices, by their dimension and key. */
export function slicesOf(draw: Draw): [dimension: string, key: string][] {
  return Object.entries(sliceColumns).map(([dimension, keys]) => [dimension, draw.pick(keys)]);
}

export const isNeeded = ({ type, defaultValue }: GraphQLArgument | GraphQLInputField) => isNonNullType(type) && defaultValue === undefined;

/** The values of an argument or an input field, each with what of the schema it asks. */
export function valuesOf(reader: Knowledge, draw: Draw, at: GraphQLArgument | GraphQLInputField, coordinate: string): Value[] {
  const type = getNamedType(at.type);
  const inList = isListType(isNonNullType(at.type) ? at.type.ofType : at.type);
  const as = (literal: string) => ({ literal: inList ? `[${literal}]` : literal, asked: [coordinate] });
  const wrapped = (literal: string) => (inList ? `[{ ${literal} }]` : `{ ${literal} }`);
  if (isEnumType(type)) return type.getValues().filter(({ name }) => !refused.includes(name)).map(({ name }) => as(name));
  if (!isInputObjectType(type)) return plainValues(reader, draw, at.name, type.name).map(as);
  const named = ({ name }: GraphQLInputField) => `${coordinate.split('(')[0]}(${type.name}.${name})`;
  const fields = Object.values(type.getFields());
  if (fields.some(({ name }) => name === 'key')) return slicesOf(draw).map(([dimension, key]) => ({ literal: wrapped(`dimension: ${dimension}, key: "${key}"`), asked: fields.map(named) }));
  return fields.flatMap((field) => valuesOf(reader, draw, field, named(field)).map(({ literal, asked }) => {
    const beside = fields.filter((other) => other !== field && isNeeded(other)).map((other) => `, ${other.name}: ${draw.pick(valuesOf(reader, draw, other, '')).literal}`);
    return { literal: wrapped(`${field.name}: ${literal}${beside.join('')}`), asked };
  }));
}

/**
 * The questions of a reader: of every field that chooses among rows each argument with each of its values, beside each value of what must be given
 * and each order. What there is comes from the schema itself. A cursor is asked by itself.
 */
export function questionsOf(schema: GraphQLSchema, reader: Knowledge, draw: Draw): FilterQuestion[] {
  return Object.values(schema.getQueryType()!.getFields()).flatMap(({ name: field, args }) => {
    if (args.length === 0 || namingOne.includes(field)) return [];
    const selection = selections[field];
    if (selection === undefined) throw new Error(`nobody says yet what is read of "${field}"`);
    const given = new Map(args.filter(({ name }) => name !== 'after').map((argument) => [argument, valuesOf(reader, draw, argument, `${field}(${argument.name})`)]));
    const size = args.find(({ name }) => name === 'first') ? 'first: 20' : '';
    // What must be given, and in which order: each of them beside each other argument.
    const crossed = [...given].filter(([argument]) => argument.name !== 'first' && (isNeeded(argument) || argument.name === 'orderBy'));
    const beside = crossed.reduce<{ text: string; asked: readonly string[] }[]>((list, [argument, values]) => list.flatMap(({ text, asked }) => values.map((value) => ({ text: `${text} ${argument.name}: ${value.literal}`, asked: [...asked, ...value.asked] }))), [{ text: '', asked: [] }]);
    const own = [...given].filter(([argument]) => !crossed.some(([taken]) => taken === argument)).flatMap(([argument, values]) => values.map(({ literal, asked }) => ({ text: argument.name === 'first' ? `first: ${literal}` : `${size} ${argument.name}: ${literal}`, asked })));
    return [{ text: size, asked: [] as readonly string[] }, ...own].flatMap((argument) => beside.map(({ text, asked }) => {
      const all = `${argument.text} ${text}`.trim();
      return { field, text: `${field}${all === '' ? '' : `(${all})`} ${selection}`, asked: [...argument.asked, ...asked] };
    }));
  });
}

/** How many questions of a reader seek those arguments that have told nothing yet. */
const seeking = 40;

/**
 * A part of the questions, which is enough where many readers are asked: below Query one about each argument from what the reader sees, of Query a few; and
 * some about each argument that has not yet `told` whoever sees more that something differs.
 */
export function partOf(questions: readonly FilterQuestion[], draw: Draw, told: ReadonlySet<string>): FilterQuestion[] {
  const aboutEach = (some: readonly FilterQuestion[]) => argumentsOf(some).map((coordinate) => some.filter(({ asked }) => asked.includes(coordinate)));
  const inside = questions.filter(({ side }) => side === 'in' || side === null);
  const untold = aboutEach(questions.filter(({ side, asked }) => side !== 'in' && asked.some((coordinate) => !told.has(coordinate))));
  return [...new Set([
    ...aboutEach(inside).map((some) => draw.pick(some)),
    ...draw.some(questions.filter(({ side }) => side === undefined), 10),
    // The fewer are left, the harder they are to come by.
    ...untold.flatMap((some) => Array.from({ length: Math.min(some.length, Math.ceil(seeking / untold.length)) }, () => draw.pick(some))),
  ])];
}

/** What of the schema questions are about. */
export function argumentsOf(questions: readonly FilterQuestion[]): string[] {
  return [...new Set(questions.flatMap(({ asked }) => asked))];
}

/** How many fields of Query a document may have. */
export const mostRoots = 10;

/** Questions of one field side by side, as many as a document may hold: the first as `q0`. */
export function documentsOf(questions: readonly FilterQuestion[]): { text: string; questions: readonly FilterQuestion[] }[] {
  return [...Map.groupBy(questions, ({ field }) => field).values()].flatMap((ofField) =>
    Array.from({ length: Math.ceil(ofField.length / mostRoots) }, (_, index) => {
      const some = ofField.slice(index * mostRoots, (index + 1) * mostRoots);
      return { text: `{ ${some.map(({ text }, alias) => `q${alias}: ${text}`).join('\n')} }`, questions: some };
    }),
  );
}
