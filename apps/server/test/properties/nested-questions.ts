import { getNamedType, isAbstractType, isCompositeType, isEnumType, isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import { Draw } from '../worlds/draw.ts';
import { isNeeded, slicesOf, valuesOf, type FilterQuestion, type Side } from './filter-questions.ts';
import type { Knowledge } from './judge.ts';
import { opaque, rowsFor } from './literals.ts';

type Field = GraphQLField<unknown, unknown>;

/** A field, and the type of what it gives. */
interface Edge {
  readonly field: Field;
  readonly to: GraphQLObjectType;
}

/** A field below those of Query that chooses among what it could give, and by which fields it is come to: the first of them is one of Query. */
export interface NestedField {
  readonly path: readonly Edge[];
  readonly field: Field;
  /** `Type.field`. */
  readonly coordinate: string;
}

/** What chooses of a field: in which language something is said chooses nothing of what there is. */
const choosing = ({ args }: Field) => args.filter(({ type }) => getNamedType(type).name !== 'Language');

/** Whether a field of Query is told which row is meant: what it gives lies inside or outside as one likes. */
const namesARow = ({ args }: Field) => args.some(({ name }) => name === 'id');

function edgesOf(schema: GraphQLSchema, from: GraphQLObjectType): Edge[] {
  const edges = Object.values(from.getFields()).flatMap((field) => {
    const type = getNamedType(field.type);
    if (isAbstractType(type)) return schema.getPossibleTypes(type).map((to) => ({ field, to, rank: 2 }));
    return isObjectType(type) ? [{ field, to: type, rank: namesARow(field) ? 0 : 1 }] : [];
  });
  // By what gives the type itself rather than by what may give anything, and by what names a row before all.
  return edges.toSorted((a, b) => a.rank - b.rank);
}

/** All fields below Query that choose, each by a shortest path, and those to which no path leads. */
export function nestedFieldsOf(schema: GraphQLSchema): { readonly reached: readonly NestedField[]; readonly unreached: readonly string[] } {
  const query = schema.getQueryType()!;
  const paths = new Map<GraphQLObjectType, readonly Edge[]>([[query, []]]);
  // What is added while it is walked is walked too: the near before the far.
  for (const [from, path] of paths) {
    for (const edge of edgesOf(schema, from)) if (!paths.has(edge.to)) paths.set(edge.to, [...path, edge]);
  }
  const holders = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type)).filter((type) => type !== query && type !== schema.getMutationType() && !type.name.startsWith('__'));
  const all = holders.flatMap((holder) => Object.values(holder.getFields()).filter((field) => choosing(field).length > 0).map((field) => ({ field, coordinate: `${holder.name}.${field.name}`, path: paths.get(holder) })));
  return {
    reached: all.flatMap(({ path, ...nested }) => (path ? [{ ...nested, path }] : [])),
    unreached: all.flatMap(({ path, coordinate }) => (path ? [] : [coordinate])),
  };
}

interface Given {
  readonly text: string;
  readonly asked: readonly string[];
}

/** The arguments of a field with their values. A slice is named by a dimension and a key together. */
function givenTo(reader: Knowledge, draw: Draw, { field, coordinate }: NestedField): Given[] {
  const hasKey = field.args.some(({ name }) => name === 'key');
  return choosing(field).filter(({ name }) => name !== 'after' && name !== 'key').flatMap((argument) => {
    if (hasKey && argument.name === 'dimension') return slicesOf(draw).map(([dimension, key]) => ({ text: `dimension: ${dimension} key: "${key}"`, asked: [`${coordinate}(dimension)`, `${coordinate}(key)`] }));
    return valuesOf(reader, draw, argument, `${coordinate}(${argument.name})`).map(({ literal, asked }) => ({ text: `${argument.name}: ${literal}`, asked }));
  });
}

/** A field with what is said of it, and what it must be given besides: that is drawn. */
function call(reader: Knowledge, draw: Draw, { name, args }: Field, said: string): string {
  const saidAlone = said.replaceAll(/\{[^}]*\}/g, '');
  const needed = args.filter((argument) => isNeeded(argument) && !new RegExp(`(^| )${argument.name}: `).test(saidAlone));
  const values = needed.map((argument) => `${argument.name}: ${argument.name === 'first' ? 20 : draw.pick(valuesOf(reader, draw, argument, '').slice(0, said === '' ? 2 : undefined)).literal}`);
  const all = [said, ...values].join(' ').trim();
  return `${name}${all === '' ? '' : `(${all})`}`;
}

/** How many fields of a type are read at once of those that need not be: which, is drawn. */
const mostRead = 5;

const isAlwaysRead = ({ name }: Field) => ['id', 'totalCount', 'value', 'nodes', 'pageInfo'].includes(name);

/** What is read of something: what there is of a list, some of what it is, and of what lies below the plain fields alone. */
function readOf(draw: Draw, of: GraphQLOutputType, isBelow = false): string {
  const type = getNamedType(of);
  if (!isCompositeType(type)) return '';
  const fields = isObjectType(type) ? Object.values(type.getFields()).filter(({ name, args }) => !args.some(isNeeded) && name !== 'edges') : [];
  const some = fields.filter((field) => !isAlwaysRead(field) && !isAbstractType(getNamedType(field.type)) && !(isBelow && isObjectType(getNamedType(field.type))));
  const read = [...fields.filter(isAlwaysRead), ...draw.some(some, Math.ceil((100 * mostRead) / Math.max(some.length, mostRead)))];
  return ` { ${['__typename', ...read.map((field) => `${field.name}${readOf(draw, field.type, !isAlwaysRead(field))}`)].join(' ')} }`;
}

/** Of which figures all fields of a figure have something to say: a target is one of admissions. */
const through: Readonly<Record<string, readonly string[]>> = { Figure: ['admitted', 'members'] };

function rowOf(reader: Knowledge, draw: Draw, side: Side, type: string): string | null {
  const { world } = reader.oracle;
  const kind = ['Candidacy', 'Person', 'Transfer'].includes(type) ? 'people' : 'units';
  const rows = rowsFor(reader)[kind][side];
  // Of those who are still on their way, and of what has something below or somebody in charge, there is more to be told.
  const supervised = world.accounts.flatMap(({ grants }) => grants.filter((grant) => grant.role === 'SUPERVISOR').map((grant) => grant.unit));
  const fuller = new Set(kind === 'people' ? world.candidates.map(({ person }) => person) : [...world.units.map(({ parent }) => parent), ...supervised]);
  const some = rows.filter((row) => fuller.has(row));
  const from = some.length > 0 && draw.chance(60) ? some : rows;
  return from.length > 0 ? opaque(type, world[kind][draw.pick(from)]!.id) : null;
}

/** The part of a document that comes to a field by its path from a row, where the path begins with one: what is asked there stands under `asked`. */
function comeTo(reader: Knowledge, draw: Draw, { path, field }: NestedField, at: { readonly row: string | null; readonly said: string; readonly read: string }): string {
  return path.reduceRight((below, edge, place) => {
    const way = { ...edge.field, ...(through[edge.to.name] && { name: draw.pick(through[edge.to.name] ?? []) }) };
    return `${call(reader, draw, way, place === 0 && at.row !== null ? `id: "${at.row}"` : '')} { ${getNamedType(edge.field.type) === edge.to ? below : `... on ${edge.to.name} { ${below} }`} }`;
  }, `asked: ${call(reader, draw, field, at.said)}${at.read}`);
}

/** From where a field may be come to: from a row that is seen and from one that is not, or from what everybody has of their own. */
const sidesOf = ({ path: [root] }: NestedField): readonly (Side | null)[] => (namesARow(root!.field) ? ['in', 'out'] : [null]);

/** The questions of a reader below those of Query: each argument of each field with each of its values, twice from each side. A cursor is asked by itself. */
export function nestedQuestionsOf(schema: GraphQLSchema, reader: Knowledge, draw: Draw): FilterQuestion[] {
  return nestedFieldsOf(schema).reached.flatMap((nested) => {
    const sides = sidesOf(nested);
    return givenTo(reader, draw, nested).flatMap(({ text: said, asked }) => [...sides, ...sides].flatMap((side) => {
      const row = side && rowOf(reader, draw, side, nested.path[0]!.to.name);
      if (side !== null && row === null) return [];
      return [{ field: nested.path[0]!.field.name, text: comeTo(reader, draw, nested, { row, said, read: readOf(draw, nested.field.type) }), asked, side }];
    }));
  });
}

/** A field below those of Query that is given a name of something, come to from a row that is seen. */
export interface NestedName {
  readonly coordinate: string;
  /** The type of what it names. */
  readonly type: string;
  readonly ask: (id: string) => string;
}

/** Wherever below Query something is named by its id. */
export function nestedNamesOf(schema: GraphQLSchema, reader: Knowledge, draw: Draw): NestedName[] {
  return nestedFieldsOf(schema).reached.flatMap((nested) => {
    const [side = null] = sidesOf(nested);
    const row = side && rowOf(reader, draw, side, nested.path[0]!.to.name);
    if (side !== null && row === null) return [];
    const byArgument = new Map(givenTo(reader, draw, nested).map(({ text, asked }) => [asked.join(' '), text]));
    return [...byArgument].flatMap(([coordinate, said]) => {
      const [, id = ''] = /^(?:\w+: \[?\{ )?\w+: "([\w-]{40,})"/.exec(said) ?? [];
      if (id === '') return [];
      const text = comeTo(reader, draw, nested, { row, said, read: readOf(draw, nested.field.type) });
      return [{ coordinate, type: Buffer.from(id, 'base64url').toString('utf8').split(':')[0]!, ask: (other) => text.replaceAll(id, other) }];
    });
  });
}

/** A list that is paged, as it is asked for from a side: whole, or behind a cursor. What it gives stands under `asked`. */
export interface Paged {
  readonly name: string;
  readonly ask: (side: Side, after: string | null) => string;
}

/** In which orders and parts a list is given. */
export function ordersOf({ args }: Field): string[] {
  const crossed = args.flatMap((argument) => {
    const type = getNamedType(argument.type);
    return isEnumType(type) && (isNeeded(argument) || argument.name === 'orderBy') ? type.getValues().map(({ name }) => `${argument.name}: ${name}`) : [];
  });
  return crossed.length > 0 ? crossed : [''];
}

/** The paged lists below those of Query. */
export function nestedPagedOf(schema: GraphQLSchema, reader: Knowledge): Paged[] {
  return nestedFieldsOf(schema).reached.filter(({ field }) => field.args.some(({ name }) => name === 'after')).flatMap((nested) => {
    const { seed } = reader.oracle.world;
    const rows = new Map(sidesOf(nested).map((side) => [side, side && rowOf(reader, new Draw(seed), side, nested.path[0]!.to.name)]));
    const node = readOf(new Draw(seed), nodeOf(nested.field));
    return ordersOf(nested.field).map((order): Paged => ({
      name: nested.coordinate,
      ask: (side, after) => `{ ${comeTo(reader, new Draw(seed), nested, { row: rows.get(side) ?? null, said: `first: 100 ${order}${after === null ? '' : ` after: "${after}"`}`, read: ` { edges { cursor node${node} } }` })} }`,
    }));
  });
}

function nodeOf(field: Field): GraphQLOutputType {
  const connection = getNamedType(field.type);
  const edges = isObjectType(connection) ? getNamedType(connection.getFields()['edges']!.type) : null;
  if (!isObjectType(edges)) throw new Error(`${field.name} is no list that is paged`);
  return edges.getFields()['node']!.type;
}
