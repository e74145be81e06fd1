import {
  buildClientSchema,
  getIntrospectionQuery,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  parseValue,
  valueFromASTUntyped,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type IntrospectionQuery,
} from 'graphql';
import type { BuiltServer } from '../../src/server.ts';
import { ask } from '../worlds/ask.ts';
import type { Draw } from '../worlds/draw.ts';
import { Coverage, type Written } from './coverage.ts';
import { namesSomething, SchemaEdges, type Target } from './schema-edges.ts';

/** Draws a literal for an argument or an input field of that name and type; `sought` is the type that the root field is to give. */
export type Literal = (draw: Draw, at: { readonly name: string; readonly type: string; readonly target: Target; readonly sought: string }) => string;

/** The schema as the server tells it. */
export async function introspected(server: BuiltServer): Promise<GraphQLSchema> {
  const answer = await ask(server, null, getIntrospectionQuery());
  return buildClientSchema(answer.data as unknown as IntrospectionQuery);
}

/** Root fields of a document. */
const partsOfDocument = 3;

/** Fields of one object that a document is to ask for. */
const mostTogether = 5;

/** Other names of fields that an operation may have. */
const mostAliases = 40;

/** What a part of a document is written with. */
interface Part {
  /** The type that its root field is to give. */
  sought: string;
  /** The coordinates that it asks for. */
  readonly coordinates: string[];
  readonly variables: { readonly name: string; readonly type: string; readonly value: unknown }[];
  readonly fragments: string[];
}

/** What fields beside those that are wanted are written with. */
interface Beside {
  readonly target: Target;
  readonly part: Part;
  readonly coverage: Coverage;
}

/** Writes random documents towards the parts of the schema that were asked, or answered, least. */
export class Documents {
  private readonly schema: GraphQLSchema;
  private readonly edges: SchemaEdges;
  private readonly literal: Literal;
  /** Names that mean another type elsewhere: side by side they need an alias. */
  private readonly ambiguous = new Set<string>();
  /** How many names of aliases, variables and fragments were made. */
  private names = 0;
  /** How often a reader has asked each coordinate of a target, by reader and target. */
  private readonly asked = new Map<string, Map<string, number>>();
  /** What a reader was answered of a target, by reader and target. */
  private readonly coverages = new Map<string, Coverage>();
  /** The types whose fields take an input type. */
  private readonly takers = new Map<string, Set<string>>();
  private readonly holders = new Map<string, readonly string[]>();

  constructor(schema: GraphQLSchema, literal: Literal) {
    this.schema = schema;
    this.literal = literal;
    this.edges = new SchemaEdges(schema);
    const meant = new Map<string, string>();
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type)) continue;
      for (const { name, type: of } of Object.values(type.getFields())) if ((meant.get(name) ?? String(of)) === String(of)) meant.set(name, String(of)); else this.ambiguous.add(name);
    }
    for (const from of Object.values(schema.getTypeMap())) {
      if (!isObjectType(from) || from.name.startsWith('__') || from === schema.getMutationType()) continue;
      for (const { args } of Object.values(from.getFields())) {
        for (const { type } of args) this.takers.set(getNamedType(type).name, (this.takers.get(getNamedType(type).name) ?? new Set()).add(from.name));
      }
    }
  }

  /** What a reader was answered of a target. */
  coverageOf(role: string, target: Target): Coverage {
    const cell = `${role} ${target}`;
    const coverage = this.coverages.get(cell) ?? new Coverage(this.schema);
    this.coverages.set(cell, coverage);
    return coverage;
  }

  /** Whether an object was answered to anybody that holds a coordinate. */
  private isMet(coordinate: string, { met }: Coverage): boolean {
    return this.holdersOf(coordinate).some((holder) => met.has(holder));
  }

  /** To whom an object was answered that holds a coordinate; null where to nobody. */
  private whoMet(coordinate: string, { met }: Coverage): string[] | null {
    const found = this.holdersOf(coordinate).flatMap((holder) => met.get(holder) ?? []);
    return found.length === 0 ? null : found.flatMap((readers) => [...readers]);
  }

  /** The types whose objects hold a coordinate. */
  private holdersOf(coordinate: string): readonly string[] {
    const [name = ''] = coordinate.split('.');
    const known = this.holders.get(coordinate) ?? [name, ...(this.takers.get(name) ?? [])];
    this.holders.set(coordinate, known);
    return known;
  }

  /** A document of some root fields, each towards a coordinate that was asked or answered least of this target and role, or towards those that are wanted. */
  write(draw: Draw, role: string, target: Target, wanted: readonly (readonly string[])[] = []): Written {
    const texts: string[] = [];
    const whole: Pick<Part, 'variables' | 'fragments'> = { variables: [], fragments: [] };
    let aliases = 0;
    for (let turn = 0; turn < partsOfDocument; turn += 1) {
      const part: Part = { sought: '', coordinates: [], variables: [], fragments: [] };
      const text = this.part(draw, { role, target, wanted: wanted[turn % wanted.length] ?? [this.neglected(draw, role, target)] }, part);
      const named = [text, ...part.fragments].join(' ').match(/\b[ab]\d+: /g)?.length ?? 0;
      if (text === null || aliases + named > mostAliases) continue;
      // What is refused may take the whole answer away: it is asked alone.
      const isRefused = this.coverageOf(role, target).isRefused(part.coordinates.findLast((coordinate) => /^Query\.\w+$/.test(coordinate))!);
      if (isRefused && texts.length > 0) continue;
      this.count(part.coordinates, role, target);
      texts.push(text);
      whole.variables.push(...part.variables);
      whole.fragments.push(...part.fragments);
      aliases += named;
      if (isRefused) break;
    }
    const declared = whole.variables.map(({ name, type }) => `$${name}: ${type}`).join(', ');
    return {
      text: [`${declared === '' ? '' : `query(${declared}) `}{ ${texts.join(' ')} }`, ...whole.fragments].join(' '),
      variables: Object.fromEntries(whole.variables.map(({ name, value }) => [name, value])),
    };
  }

  /** A coordinate that was asked or answered least. */
  private neglected(draw: Draw, role: string, target: Target): string {
    return draw.pick(draw.chance(75) ? this.answeredLeast(target, this.coverageOf(role, target)) : this.askedLeast(role, target));
  }

  /** Of coordinates, the first of which are wanted most, those for the parts of one document: fields of one object side by side, an argument, which may be refused, alone. */
  together(coordinates: readonly string[]): string[][] {
    const parts = Map.groupBy(coordinates, (coordinate) => {
      const [holder = '', field = ''] = coordinate.split('.');
      return isObjectType(this.schema.getType(holder)) && holder !== 'Query' && !field.includes('(') ? holder : coordinate;
    });
    return [...parts.values()].slice(0, partsOfDocument).map((part) => part.slice(0, mostTogether));
  }

  private part(draw: Draw, { role, target, wanted: [first = '', ...others] }: { role: string; target: Target; wanted: readonly string[] }, part: Part): string | null {
    const coverage = this.coverageOf(role, target);
    const [typeName, fieldName] = this.holderOf(draw, first, target, coverage);
    const type = this.schema.getType(typeName);
    if (!isObjectType(type)) return null;
    const path = this.edges.pathTo(draw, type, target, coverage);
    if (!path) return null;
    const fields = type.getFields();
    const last = fields[fieldName]!;
    part.sought = (path[0]?.to ?? draw.pick([...this.edges.concrete(last), type])).name;
    const asked = [[fieldName, first] as const, ...others.map((other) => [/^\w+\.(\w+)/.exec(other)![1]!, other] as const)];
    const innermost = asked.map(([name, wanted], index) => {
      const text = this.field(draw, { parent: type, field: fields[name]!, target, wanted, part, inner: this.leaves(draw, fields[name]!, { target, part, coverage }) });
      return index === 0 || /^[ab]\d+: /.test(text) ? text : `b${(this.names += 1)}: ${text}`;
    });
    return path.reduceRight((inner, edge) => {
      const beside = this.someLeaves(draw, edge.to, { target, part, coverage });
      return this.field(draw, { parent: edge.from, field: edge.field, target, wanted: first, part, inner: this.fragment(draw, edge.to, `${inner} ${beside}`, part) });
    }, innermost.join(' '));
  }

  /** Fields of a type: in a fragment where they stand, or now and then in one with a name. */
  private fragment(draw: Draw, type: GraphQLObjectType, fields: string, { fragments }: Part): string {
    const body = `on ${type.name} { __typename ${fields} }`;
    if (!draw.chance(15)) return `... ${body}`;
    const name = `f${(this.names += 1)}`;
    fragments.push(`fragment ${name} ${body}`);
    return `...${name}`;
  }

  /** The field that holds a coordinate. */
  private holderOf(draw: Draw, coordinate: string, target: Target, { met }: Coverage): [string, string] {
    const direct = /^(\w+)\.(\w+)/.exec(coordinate)!;
    const type = this.schema.getType(direct[1]!);
    if (isObjectType(type)) return [direct[1]!, direct[2]!];
    const query = this.schema.getQueryType()!;
    const holders = [...new Set([query, ...this.edges.all.map((edge) => edge.to)])].flatMap((from) =>
      Object.values(from.getFields()).filter((field) => (from !== query || this.edges.roots(target).includes(field)) && field.args.some((argument) => getNamedType(argument.type) === type)).map((field): [string, string] => [from.name, field.name]),
    );
    const found = holders.filter(([name]) => met.has(name));
    return draw.pick(found.length > 0 ? found : holders);
  }

  private field(draw: Draw, at: { parent: GraphQLObjectType; field: GraphQLField<unknown, unknown>; target: Target; wanted: string; part: Part; inner: string }): string {
    const coordinate = `${at.parent.name}.${at.field.name}`;
    at.part.coordinates.push(coordinate);
    const given = at.field.args.flatMap((argument) => {
      const own = `${coordinate}(${argument.name})`;
      const isWanted = at.wanted === own || this.edges.inputFields(argument).includes(at.wanted);
      // A unit is named by its id or its code; both together name nothing unless they agree.
      if (coordinate === 'Query.unit' && !isWanted && at.wanted.startsWith('Query.unit(')) return [];
      const isNeeded = isNonNullType(argument.type) && argument.defaultValue === undefined;
      const isName = coordinate === 'Query.unit' && argument.name === 'id' && at.wanted !== 'Query.unit(code)';
      const isHidden = at.target !== 'in' && at.parent.name === 'Query' && coordinate !== 'Query.unit' && namesSomething(argument);
      if (!isNeeded && !isWanted && !isName && !isHidden && !(coordinate !== 'Query.unit' && draw.chance(25))) return [];
      at.part.coordinates.push(own);
      return [`${argument.name}: ${this.given(draw, argument.name, argument.type, at)}`];
    });
    return `${at.parent.name === 'Query' || this.ambiguous.has(at.field.name) || draw.chance(5) ? `a${(this.names += 1)}: ` : ''}${at.field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${at.inner === '' ? '' : ` { __typename ${at.inner} }`}`;
  }

  /** A value where it stands, or now and then in a variable. */
  private given(draw: Draw, name: string, type: GraphQLInputType, at: { target: Target; wanted: string; part: Part }): string {
    const value = this.value(draw, name, type, at);
    if (!draw.chance(25)) return value;
    const { variables } = at.part;
    const variable = `v${(this.names += 1)}`;
    const inner = Object.fromEntries(variables.map((other) => [other.name, other.value]));
    // What stood in the value in variables of its own goes with it.
    const own = variables.filter((other) => new RegExp(`\\$${other.name}\\b`).test(value));
    variables.splice(0, variables.length, ...variables.filter((other) => !own.includes(other)), { name: variable, type: String(type), value: valueFromASTUntyped(parseValue(value), inner) });
    return `$${variable}`;
  }

  private value(draw: Draw, name: string, type: GraphQLInputType, at: { target: Target; wanted: string; part: Part }): string {
    if (isNonNullType(type)) return this.value(draw, name, type.ofType, at);
    if (isListType(type)) return `[${Array.from({ length: draw.int(1, 2) }, () => this.value(draw, name, type.ofType, at)).join(', ')}]`;
    if (isEnumType(type)) return draw.pick(type.getValues()).name;
    if (!isInputObjectType(type)) return this.literal(draw, { name, type: type.name, target: at.target, sought: at.part.sought });
    const fields = Object.values(type.getFields()).flatMap((field) => {
      const own = `${type.name}.${field.name}`;
      const isHidden = at.target !== 'in' && namesSomething(field);
      if (!isNonNullType(field.type) && at.wanted !== own && !isHidden && !draw.chance(at.target === 'in' ? 12 : 35)) return [];
      at.part.coordinates.push(own);
      return [`${field.name}: ${this.given(draw, field.name, field.type, at)}`];
    });
    return `{ ${fields.join(', ')} }`;
  }

  /** A few plain fields of what a field gives; none where it gives a plain value. */
  private leaves(draw: Draw, field: GraphQLField<unknown, unknown>, at: Beside): string {
    return this.edges.concrete(field).map((type) => this.fragment(draw, type, this.someLeaves(draw, type, at), at.part)).join(' ');
  }

  private someLeaves(draw: Draw, type: GraphQLObjectType, { target, part, coverage }: Beside): string {
    const plain = Object.values(type.getFields()).filter((field) => this.edges.concrete(field).length === 0);
    // A refused field may take all beside it away.
    const given = plain.filter(({ name }) => !coverage.isRefused(`${type.name}.${name}`) || draw.chance(3));
    return draw
      .some(given, 60)
      .map((field) => {
        const alias = field.args.length > 0 ? `b${(this.names += 1)}: ` : '';
        const text = this.field(draw, { parent: type, field, target, wanted: '', part, inner: '' });
        return text.includes(`: ${field.name}`) ? text : alias + text;
      })
      .join(' ');
  }

  /** How often each coordinate of a target was asked by a reader; what never was is not there. */
  private askedOf(role: string, target: Target): Map<string, number> {
    const cell = `${role} ${target}`;
    const asked = this.asked.get(cell) ?? new Map<string, number>();
    this.asked.set(cell, asked);
    return asked;
  }

  /** Counts what a document asks. */
  private count(coordinates: readonly string[], role: string, target: Target): void {
    const asked = this.askedOf(role, target);
    for (const coordinate of new Set(coordinates)) asked.set(coordinate, (asked.get(coordinate) ?? 0) + 1);
  }

  private askedLeast(role: string, target: Target): readonly string[] {
    return leastOf(this.edges.coordinates(target), this.askedOf(role, target));
  }

  private answeredLeast(target: Target, coverage: Coverage): readonly string[] {
    // Some that were answered a little oftener are among them: what is hardly ever answered would be all that is asked.
    return leastOf(this.edges.coordinates(target).filter((coordinate) => this.isMet(coordinate, coverage)), coverage.answered, 2);
  }

  /** What a reader was answered of a target less often than that, of all that an object was met of, with who met one. */
  answeredLessThan(least: number, role: string, target: Target): { coordinate: string; readers: readonly string[] }[] {
    const coverage = this.coverageOf(role, target);
    return this.edges.coordinates(target).flatMap((coordinate) => {
      if ((coverage.answered.get(coordinate) ?? 0) >= least) return [];
      const readers = this.whoMet(coordinate, coverage);
      return readers === null ? [] : [{ coordinate, readers }];
    });
  }

  /** The types of which a reader has met no object, of those that can be asked for. */
  unmet(role: string, target: Target): GraphQLObjectType[] {
    const { met } = this.coverageOf(role, target);
    return [...this.edges.distances(this.edges.open(target)).keys()].filter(({ name }) => !met.has(name));
  }

  /** Whether a reader has met no object of a type and is not refused every field that gives one. */
  mayMeet(role: string, target: Target, type: GraphQLObjectType): boolean {
    const coverage = this.coverageOf(role, target);
    return !coverage.met.has(type.name) && this.edges.open(target).some(({ from, field, to }) => to === type && coverage.met.has(from.name) && !coverage.isRefused(`${from.name}.${field.name}`));
  }
}

/** Those that were counted least, or so much more at most. */
function leastOf(coordinates: readonly string[], counts: ReadonlyMap<string, number>, more = 0): string[] {
  const least = Math.min(...coordinates.map((coordinate) => counts.get(coordinate) ?? 0));
  return coordinates.filter((coordinate) => (counts.get(coordinate) ?? 0) <= least + more);
}
