import {
  getNamedType,
  isAbstractType,
  isInputObjectType,
  isObjectType,
  Kind,
  parse,
  valueFromASTUntyped,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql';
import type { Answer } from '../worlds/ask.ts';

/** A document as it is sent. */
export interface Written {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Rows = Readonly<Record<string, unknown>>;

/** The name of a way from one type to another. */
export function wayOf(from: string, field: string, to: string): string {
  return `${from}.${field} ${to}`;
}

/** All objects in a value, however deep it lists them. */
function objectsIn(value: unknown): Rows[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return typeof value === 'object' && value !== null ? [value as Rows] : [];
}

/** The codes with which a guard refuses a field to a reader. Other errors are about what was sent: nothing was read. */
const refusals: readonly string[] = ['FORBIDDEN_FOR_ROLE', 'UNAUTHENTICATED'];

/**
 * What has been answered of the schema. A field counts where an answer holds it, be it null, or its guard refused it; an argument and an input field
 * with the field that was given them. What stands below a null does not count.
 */
export class Coverage {
  /** How often each coordinate was answered: `Type.field`, `Type.field(argument)`, `Input.field`. */
  readonly answered = new Map<string, number>();
  /** How often the guard of each field has refused it. */
  private readonly refused = new Map<string, number>();
  /** The types of which an object was answered, and to whom. */
  readonly met = new Map<string, Set<string>>([['Query', new Set()]]);
  /** The ways over fields that an object came by. */
  readonly ways = new Set<string>();
  private readonly schema: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  /** Whether a field is mostly refused. */
  isRefused(field: string): boolean {
    const count = this.refused.get(field) ?? 0;
    return count >= 3 && count * 2 > (this.answered.get(field) ?? 0);
  }

  /** Counts each coordinate once that a document was answered, and which types its reader has met. */
  count({ text, variables }: Written, answer: Pick<Answer, 'data' | 'errors'>, reader: string): void {
    const { definitions } = parse(text);
    const fragments = new Map(definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [])));
    const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)!;
    const walk = new Walk(this, this.schema, { fragments, variables });
    const query = this.schema.getQueryType()!;
    if (answer.data) walk.object(operation.selectionSet.selections, answer.data, query);
    for (const { path, extensions } of answer.errors) if (path && refusals.includes(extensions.code)) walk.refuse(operation.selectionSet.selections, path, query);
    for (const field of walk.refused) this.refused.set(field, (this.refused.get(field) ?? 0) + 1);
    for (const type of walk.types) this.met.set(type, (this.met.get(type) ?? new Set()).add(reader));
    for (const coordinate of walk.found) this.answered.set(coordinate, (this.answered.get(coordinate) ?? 0) + 1);
  }
}

/** One document beside its answer. */
class Walk {
  readonly found = new Set<string>();
  readonly types = new Set<string>();
  readonly refused = new Set<string>();
  private readonly coverage: Coverage;
  private readonly schema: GraphQLSchema;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly variables: Rows;

  constructor(coverage: Coverage, schema: GraphQLSchema, { fragments, variables }: { fragments: ReadonlyMap<string, FragmentDefinitionNode>; variables: Rows }) {
    this.coverage = coverage;
    this.schema = schema;
    this.fragments = fragments;
    this.variables = variables;
  }

  /** The fields that selections ask of a type, fragments opened. */
  private fieldsOf(selections: readonly SelectionNode[], type: GraphQLObjectType): FieldNode[] {
    return selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value.startsWith('__') ? [] : [selection];
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value)! : selection;
      const on = fragment.typeCondition ? this.schema.getType(fragment.typeCondition.name.value) : type;
      const holds = on === type || (isAbstractType(on) && this.schema.isSubType(on, type));
      return holds ? this.fieldsOf(fragment.selectionSet.selections, type) : [];
    });
  }

  /** An object of an answer. */
  object(selections: readonly SelectionNode[], object: Rows, type: GraphQLObjectType): void {
    for (const node of this.fieldsOf(selections, type)) {
      const key = node.alias?.value ?? node.name.value;
      if (!(key in object)) continue;
      const field = type.getFields()[node.name.value]!;
      this.answered(node, field, type);
      const named = getNamedType(field.type);
      if (!isObjectType(named) && !isAbstractType(named)) continue;
      for (const inner of objectsIn(object[key])) {
        const to = isObjectType(named) ? named : this.schema.getType(String(inner['__typename']));
        if (!isObjectType(to)) continue;
        this.types.add(to.name);
        this.coverage.ways.add(wayOf(type.name, field.name, to.name));
        this.object(node.selectionSet?.selections ?? [], inner, to);
      }
    }
  }

  /** A field that was refused. Below an interface it is known only where one type alone asks for it. */
  refuse(selections: readonly SelectionNode[], path: readonly (string | number)[], type: GraphQLObjectType): void {
    const [key, ...rest] = path.filter((step) => typeof step === 'string');
    const node = this.fieldAt(selections, key, type);
    if (!node) return;
    const field = type.getFields()[node.name.value]!;
    if (rest.length === 0) {
      this.refused.add(`${type.name}.${field.name}`);
      return this.answered(node, field, type);
    }
    const named = getNamedType(field.type);
    const possible = isObjectType(named) ? [named] : isAbstractType(named) ? this.schema.getPossibleTypes(named) : [];
    const inner = node.selectionSet?.selections ?? [];
    const asking = possible.filter((to) => this.fieldAt(inner, rest[0], to));
    if (asking.length === 1) this.refuse(inner, rest, asking[0]!);
  }

  private fieldAt(selections: readonly SelectionNode[], key: string | undefined, type: GraphQLObjectType): FieldNode | undefined {
    return this.fieldsOf(selections, type).find((node) => (node.alias?.value ?? node.name.value) === key);
  }

  private answered(node: FieldNode, field: GraphQLField<unknown, unknown>, type: GraphQLObjectType): void {
    const coordinate = `${type.name}.${field.name}`;
    this.found.add(coordinate);
    for (const argument of node.arguments ?? []) {
      this.found.add(`${coordinate}(${argument.name.value})`);
      this.given(valueFromASTUntyped(argument.value, this.variables), field.args.find(({ name }) => name === argument.name.value)!.type);
    }
  }

  private given(value: unknown, of: GraphQLInputType): void {
    const type = getNamedType(of);
    if (!isInputObjectType(type)) return;
    for (const object of objectsIn(value)) {
      for (const [name, inner] of Object.entries(object)) {
        this.found.add(`${type.name}.${name}`);
        this.given(inner, type.getFields()[name]!.type);
      }
    }
  }
}
