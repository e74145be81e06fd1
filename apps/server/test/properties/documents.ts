import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import type { BuiltServer } from '../../src/server.ts';
import { ask } from '../worlds/ask.ts';
import type { Draw } from '../worlds/draw.ts';

/** Whether what a document names lies inside the reader's scope, outside of it, or nowhere. */
export const targets = ['in', 'out', 'absent'] as const;
export type Target = (typeof targets)[number];

/** Draws a literal for an argument or an input field of that name and type. */
export type Literal = (draw: Draw, name: string, type: string, target: Target) => string;

interface Edge {
  readonly from: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly to: GraphQLObjectType;
}

/** The schema as the server tells it. */
export async function introspected(server: BuiltServer): Promise<GraphQLSchema> {
  const answer = await ask(server, null, getIntrospectionQuery());
  return buildClientSchema(answer.data as unknown as IntrospectionQuery);
}

/** Root fields that name nothing: what they answer always lies inside. */
const naming = new Set(['node', 'nodes', 'unit', 'person', 'candidacy', 'document', 'transfer', 'target', 'transferByCode']);

/** What an operation may have of them. */
const mostAliases = 40;

/** Writes random documents towards the parts of the schema that were asked least. */
export class Documents {
  private readonly schema: GraphQLSchema;
  private readonly edges: Edge[] = [];
  private readonly literal: Literal;
  private readonly known = new Map<Target, readonly string[]>();
  /** Names that mean another type elsewhere: side by side they need an alias. */
  private readonly ambiguous = new Set<string>();
  private aliases = 0;
  /** How often a reader has asked each coordinate of a target, by reader and target. */
  private readonly hits = new Map<string, Map<string, number>>();
  private readonly knownDistances = new Map<Target, ReadonlyMap<GraphQLObjectType, number>>();

  constructor(schema: GraphQLSchema, literal: Literal) {
    this.schema = schema;
    this.literal = literal;
    const meant = new Map<string, string>();
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type)) continue;
      for (const { name, type: of } of Object.values(type.getFields())) if ((meant.get(name) ?? String(of)) === String(of)) meant.set(name, String(of)); else this.ambiguous.add(name);
    }
    for (const from of Object.values(schema.getTypeMap())) {
      if (!isObjectType(from) || from.name.startsWith('__') || from === schema.getMutationType()) continue;
      for (const field of Object.values(from.getFields())) for (const to of this.concrete(field)) this.edges.push({ from, field, to });
    }
  }

  private concrete(field: GraphQLField<unknown, unknown>): GraphQLObjectType[] {
    const type = getNamedType(field.type);
    if (isObjectType(type)) return [type];
    return isAbstractType(type) ? [...this.schema.getPossibleTypes(type)] : [];
  }

  private roots(target: Target): GraphQLField<unknown, unknown>[] {
    return Object.values(this.schema.getQueryType()!.getFields()).filter((field) => target === 'in' || naming.has(field.name));
  }

  /** A random shortest-or-longer path of edges from the root to a type; null where the type is not reached. */
  private pathTo(draw: Draw, type: GraphQLObjectType, target: Target): Edge[] | null {
    const query = this.schema.getQueryType()!;
    if (type === query) return [];
    const starts = new Set(this.roots(target));
    const distance = this.distances(target);
    const path: Edge[] = [];
    for (let at = type; at !== query; at = path[0]!.from) {
      const here = distance.get(at);
      if (here === undefined) return null;
      const before = this.edges.filter((edge) => edge.to === at && (edge.from !== query || starts.has(edge.field)) && (distance.get(edge.from) ?? 99) < here);
      path.unshift(draw.pick(before));
    }
    return path;
  }

  /** How many edges each type is away from the root. */
  private distances(target: Target): ReadonlyMap<GraphQLObjectType, number> {
    const known = this.knownDistances.get(target);
    if (known) return known;
    const query = this.schema.getQueryType()!;
    const starts = new Set(this.roots(target));
    const distance = new Map<GraphQLObjectType, number>([[query, 0]]);
    const queue = [query];
    for (let at = queue.shift(); at; at = queue.shift()) {
      for (const edge of this.edges) {
        if (edge.from !== at || (at === query && !starts.has(edge.field)) || distance.has(edge.to)) continue;
        distance.set(edge.to, distance.get(at)! + 1);
        queue.push(edge.to);
      }
    }
    this.knownDistances.set(target, distance);
    return distance;
  }

  /** All coordinates that can be asked of a target: fields, arguments and input fields. */
  coordinates(target: Target): readonly string[] {
    const known = this.known.get(target) ?? this.findCoordinates(target);
    this.known.set(target, known);
    return known;
  }

  private findCoordinates(target: Target): string[] {
    const reached = new Set<GraphQLObjectType>();
    const visit = (type: GraphQLObjectType, fields: GraphQLField<unknown, unknown>[]) => {
      for (const field of fields) {
        for (const to of this.concrete(field)) {
          if (reached.has(to)) continue;
          reached.add(to);
          visit(to, Object.values(to.getFields()));
        }
      }
      return type;
    };
    const query = this.schema.getQueryType()!;
    visit(query, this.roots(target));
    const of = (type: GraphQLObjectType, fields: GraphQLField<unknown, unknown>[]) =>
      fields.flatMap((field) => [`${type.name}.${field.name}`, ...field.args.flatMap((argument) => [`${type.name}.${field.name}(${argument.name})`, ...this.inputFields(argument)])]);
    return [...new Set([...of(query, this.roots(target)), ...[...reached].flatMap((type) => of(type, Object.values(type.getFields())))])];
  }

  private inputFields(argument: GraphQLArgument): string[] {
    const type = getNamedType(argument.type);
    return isInputObjectType(type) ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : [];
  }

  /** A document of some root fields, each towards a coordinate that was asked least of this target and role. */
  write(draw: Draw, role: string, target: Target): { text: string; coordinates: string[] } {
    const parts: { readonly text: string; readonly coordinates: string[] }[] = [];
    let named = 0;
    for (let turn = 0; turn < 3; turn += 1) {
      const part = this.part(draw, role, target);
      const aliases = part?.text.match(/\b[ab]\d+: /g)?.length ?? 0;
      if (!part || named + aliases > mostAliases) continue;
      this.count(part.coordinates, role, target);
      parts.push(part);
      named += aliases;
    }
    return { text: `{ ${parts.map((part) => part.text).join(' ')} }`, coordinates: parts.flatMap((part) => part.coordinates) };
  }

  private part(draw: Draw, role: string, target: Target): { text: string; coordinates: string[] } | null {
    const wanted = draw.pick(this.askedLeast(role, target));
    const coordinates: string[] = [];
    const [typeName, fieldName] = this.holderOf(draw, wanted, target);
    const type = this.schema.getType(typeName);
    if (!isObjectType(type)) return null;
    const path = this.pathTo(draw, type, target);
    if (!path) return null;
    const last = type.getFields()[fieldName]!;
    const innermost = this.field(draw, { parent: type, field: last, target, wanted, coordinates, inner: this.leaves(draw, last, target, coordinates) });
    const text = path.reduceRight((inner, edge) => {
      const beside = this.someLeaves(draw, edge.to, target, coordinates);
      const selection = `... on ${edge.to.name} { ${inner} ${beside} }`;
      return this.field(draw, { parent: edge.from, field: edge.field, target, wanted, coordinates, inner: selection });
    }, innermost);
    return { text, coordinates };
  }

  /** The field that holds a coordinate. */
  private holderOf(draw: Draw, coordinate: string, target: Target): [string, string] {
    const direct = /^(\w+)\.(\w+)/.exec(coordinate)!;
    const type = this.schema.getType(direct[1]!);
    if (isObjectType(type)) return [direct[1]!, direct[2]!];
    const query = this.schema.getQueryType()!;
    const holders = [...new Set([query, ...this.edges.map((edge) => edge.to)])].flatMap((from) =>
      Object.values(from.getFields()).filter((field) => (from !== query || this.roots(target).includes(field)) && field.args.some((argument) => getNamedType(argument.type) === type)).map((field): [string, string] => [from.name, field.name]),
    );
    return draw.pick(holders);
  }

  private field(draw: Draw, at: { parent: GraphQLObjectType; field: GraphQLField<unknown, unknown>; target: Target; wanted: string; coordinates: string[]; inner: string }): string {
    const coordinate = `${at.parent.name}.${at.field.name}`;
    at.coordinates.push(coordinate);
    const given = at.field.args.flatMap((argument) => {
      const own = `${coordinate}(${argument.name})`;
      const isWanted = at.wanted === own || this.inputFields(argument).includes(at.wanted);
      // A unit is named by its id or its code; both together name nothing unless they agree.
      if (coordinate === 'Query.unit' && !isWanted && at.wanted.startsWith('Query.unit(')) return [];
      const isNeeded = isNonNullType(argument.type) && argument.defaultValue === undefined;
      const isName = coordinate === 'Query.unit' && argument.name === 'id' && at.wanted !== 'Query.unit(code)';
      if (!isNeeded && !isWanted && !isName && !(coordinate !== 'Query.unit' && draw.chance(25))) return [];
      at.coordinates.push(own);
      return [`${argument.name}: ${this.value(draw, argument.name, argument.type, at)}`];
    });
    return `${at.parent.name === 'Query' || this.ambiguous.has(at.field.name) || draw.chance(5) ? `a${(this.aliases += 1)}: ` : ''}${at.field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${at.inner === '' ? '' : ` { ${at.inner} }`}`;
  }

  private value(draw: Draw, name: string, type: GraphQLInputType, at: { target: Target; wanted: string; coordinates: string[] }): string {
    if (isNonNullType(type)) return this.value(draw, name, type.ofType, at);
    if (isListType(type)) return `[${Array.from({ length: draw.int(1, 2) }, () => this.value(draw, name, type.ofType, at)).join(', ')}]`;
    if (isEnumType(type)) return draw.pick(type.getValues()).name;
    if (!isInputObjectType(type)) return this.literal(draw, name, type.name, at.target);
    const fields = Object.values(type.getFields()).flatMap((field) => {
      const own = `${type.name}.${field.name}`;
      if (!isNonNullType(field.type) && at.wanted !== own && !draw.chance(35)) return [];
      at.coordinates.push(own);
      return [`${field.name}: ${this.value(draw, field.name, field.type, at)}`];
    });
    return `{ ${fields.join(', ')} }`;
  }

  /** A few plain fields of what a field gives; none where it gives a plain value. */
  private leaves(draw: Draw, field: GraphQLField<unknown, unknown>, target: Target, coordinates: string[]): string {
    const types = this.concrete(field);
    return types.length === 0 ? '' : types.map((type) => `... on ${type.name} { __typename ${this.someLeaves(draw, type, target, coordinates)} }`).join(' ');
  }

  private someLeaves(draw: Draw, type: GraphQLObjectType, target: Target, coordinates: string[]): string {
    const plain = Object.values(type.getFields()).filter((field) => this.concrete(field).length === 0);
    return draw
      .some(plain, 60)
      .map((field) => {
        const alias = field.args.length > 0 ? `b${(this.aliases += 1)}: ` : '';
        const text = this.field(draw, { parent: type, field, target, wanted: '', coordinates, inner: '' });
        return text.includes(`: ${field.name}`) ? text : alias + text;
      })
      .join(' ');
  }

  /** How often each coordinate of a target was asked by a reader; what never was is not there. */
  private hitsOf(role: string, target: Target): Map<string, number> {
    const cell = `${role} ${target}`;
    const hits = this.hits.get(cell) ?? new Map<string, number>();
    this.hits.set(cell, hits);
    return hits;
  }

  /** Counts what a document has asked. */
  private count(coordinates: readonly string[], role: string, target: Target): void {
    const hits = this.hitsOf(role, target);
    for (const coordinate of new Set(coordinates)) hits.set(coordinate, (hits.get(coordinate) ?? 0) + 1);
  }

  private askedLeast(role: string, target: Target): string[] {
    const hits = this.hitsOf(role, target);
    let least = Infinity;
    let found: string[] = [];
    for (const coordinate of this.coordinates(target)) {
      const count = hits.get(coordinate) ?? 0;
      if (count < least) [least, found] = [count, []];
      if (count === least) found.push(coordinate);
    }
    return found;
  }

  /** What a reader has asked of a target less often than that. */
  askedLessThan(least: number, role: string, target: Target): string[] {
    const hits = this.hitsOf(role, target);
    return this.coordinates(target).filter((coordinate) => (hits.get(coordinate) ?? 0) < least);
  }
}
