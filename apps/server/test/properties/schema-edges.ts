import { getNamedType, GraphQLID, isAbstractType, isInputObjectType, isObjectType, type GraphQLArgument, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Draw } from '../worlds/draw.ts';
import { wayOf, type Coverage } from './coverage.ts';

/** Whether what a document names lies inside the reader's scope, outside of it, or nowhere. */
export const targets = ['in', 'out', 'absent'] as const;
export type Target = (typeof targets)[number];

/** A field that leads from one type to another. */
export interface Edge {
  readonly from: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly to: GraphQLObjectType;
}

/** Whether an argument, or a field of what it takes, names something: by its id or its code. */
export function namesSomething({ name, type }: Pick<GraphQLArgument, 'name' | 'type'>): boolean {
  const named = getNamedType(type);
  return named === GraphQLID || name === 'code' || (isInputObjectType(named) && Object.values(named.getFields()).some((field) => getNamedType(field.type) === GraphQLID));
}

/** Which types of a schema are reached from its root, and over which fields. */
export class SchemaEdges {
  readonly all: readonly Edge[];
  private readonly schema: GraphQLSchema;
  private readonly query: GraphQLObjectType;
  private readonly known = new Map<Target, readonly string[]>();
  private readonly knownEdges = new Map<Target, readonly Edge[]>();

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
    this.query = schema.getQueryType()!;
    const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type)).filter((type) => !type.name.startsWith('__') && type !== schema.getMutationType());
    this.all = types.flatMap((from) => Object.values(from.getFields()).flatMap((field) => this.concrete(field).map((to) => ({ from, field, to }))));
  }

  /** The object types that a field can give. */
  concrete(field: GraphQLField<unknown, unknown>): GraphQLObjectType[] {
    const type = getNamedType(field.type);
    if (isObjectType(type)) return [type];
    return isAbstractType(type) ? [...this.schema.getPossibleTypes(type)] : [];
  }

  /** The root fields that are asked for a target: for what is hidden or absent those that can name it. */
  roots(target: Target): GraphQLField<unknown, unknown>[] {
    return Object.values(this.query.getFields()).filter((field) => target === 'in' || field.args.some(namesSomething));
  }

  /** The edges that can be asked of a target. */
  open(target: Target): readonly Edge[] {
    const known = this.knownEdges.get(target);
    if (known) return known;
    const starts = new Set(this.roots(target));
    const edges = this.all.filter(({ from, field }) => from !== this.query || starts.has(field));
    this.knownEdges.set(target, edges);
    return edges;
  }

  /** A random path of edges from the root to a type, mostly one on which something was found before; null where the type is not reached. */
  pathTo(draw: Draw, type: GraphQLObjectType, target: Target, { ways }: Coverage): Edge[] | null {
    const found = draw.chance(70) ? this.open(target).filter((edge) => ways.has(wayOf(edge.from.name, edge.field.name, edge.to.name))) : [];
    const edges = found.some(({ to }) => to === type) ? found : this.open(target);
    const distance = this.distances(edges);
    if (!distance.has(type)) return null;
    const path: Edge[] = [];
    for (let at = type; distance.get(at)! > 0; at = path[0]!.from) {
      path.unshift(draw.pick(edges.filter(({ from, to }) => to === at && (distance.get(from) ?? Infinity) < distance.get(at)!)));
    }
    return path;
  }

  /** How many edges each type is away from the root. */
  distances(edges: readonly Edge[]): ReadonlyMap<GraphQLObjectType, number> {
    const leaving = Map.groupBy(edges, ({ from }) => from);
    const distance = new Map<GraphQLObjectType, number>([[this.query, 0]]);
    const queue = [this.query];
    for (let at = queue.shift(); at; at = queue.shift()) {
      for (const { to } of leaving.get(at) ?? []) {
        if (distance.has(to)) continue;
        distance.set(to, distance.get(at)! + 1);
        queue.push(to);
      }
    }
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
    const visit = (fields: GraphQLField<unknown, unknown>[]) => {
      for (const field of fields) {
        for (const to of this.concrete(field)) {
          if (reached.has(to)) continue;
          reached.add(to);
          visit(Object.values(to.getFields()));
        }
      }
    };
    visit(this.roots(target));
    const of = (type: GraphQLObjectType, fields: GraphQLField<unknown, unknown>[]) =>
      fields.flatMap((field) => [`${type.name}.${field.name}`, ...field.args.flatMap((argument) => [`${type.name}.${field.name}(${argument.name})`, ...this.inputFields(argument)])]);
    return [...new Set([...of(this.query, this.roots(target)), ...[...reached].flatMap((type) => of(type, Object.values(type.getFields())))])];
  }

  /** The coordinates of what an argument takes. */
  inputFields(argument: GraphQLArgument): string[] {
    const type = getNamedType(argument.type);
    return isInputObjectType(type) ? Object.keys(type.getFields()).map((name) => `${type.name}.${name}`) : [];
  }
}
