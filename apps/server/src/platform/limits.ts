import {
  GraphQLError,
  Kind,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ErrorCode } from '@banyan/schema/error-codes';

/** How large an operation may be. Each limit is checked before execution, fragments and variables taken into account. */
export const limits = {
  bodyBytes: 256 * 1024,
  tokens: 2_000,
  depth: 12,
  aliases: 40,
  rootFields: 10,
  directives: 20,
  /** Rows that nested lists could return: the product of the page sizes along the deepest chain. */
  listProduct: 10_000,
  pageSize: 100,
  childrenPageSize: 500,
} as const;

/** What a trend counts as in the product of list sizes: a year by month, and some. */
const trendWeight = 20;

interface Size {
  depth: number;
  aliases: number;
  directives: number;
  fields: number;
  product: number;
}

const nothing: Size = { depth: 0, aliases: 0, directives: 0, fields: 0, product: 1 };

function refuse(code: ErrorCode): never {
  throw new GraphQLError(code, { extensions: { code, http: { status: 400 } } });
}

function pageSizeOf(argument: ArgumentNode | undefined, variables: Readonly<Record<string, unknown>>, defaults: ReadonlyMap<string, number>): number | null {
  if (!argument) return null;
  if (argument.value.kind === Kind.INT) return Number(argument.value.value);
  if (argument.value.kind !== Kind.VARIABLE) return null;
  const name = argument.value.name.value;
  const value = variables[name] ?? defaults.get(name);
  return typeof value === 'number' ? value : null;
}

class Measurer {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly variables: Readonly<Record<string, unknown>>;
  private readonly defaults: ReadonlyMap<string, number>;
  private readonly measured = new Map<string, Size>();
  /** Whether the size follows the values of variables. */
  variable = false;

  constructor(document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>) {
    this.fragments = new Map(
      document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [])),
    );
    this.variables = variables;
    this.defaults = new Map(
      (operation.variableDefinitions ?? []).flatMap((definition) =>
        definition.defaultValue?.kind === Kind.INT ? [[definition.variable.name.value, Number(definition.defaultValue.value)]] : [],
      ),
    );
  }

  /** Size of a selection, fragments counted wherever they are spread. */
  measure(selections: SelectionSetNode): Size {
    return selections.selections
      .map((selection) => {
        const own = { ...nothing, directives: selection.directives?.length ?? 0 };
        if (selection.kind === Kind.FIELD) return this.ofField(selection, own);
        const inner = selection.kind === Kind.INLINE_FRAGMENT ? this.measure(selection.selectionSet) : this.ofFragment(selection.name.value);
        return { ...inner, directives: inner.directives + own.directives };
      })
      .reduce(
        (sum, size) => ({
          depth: Math.max(sum.depth, size.depth),
          aliases: sum.aliases + size.aliases,
          directives: sum.directives + size.directives,
          fields: sum.fields + size.fields,
          product: Math.max(sum.product, size.product),
        }),
        nothing,
      );
  }

  /** Lists whose size is not asked as a page: the ids of `nodes`, and the points of a trend. */
  private weightOf(field: FieldNode): number {
    if (field.name.value === 'trend') return trendWeight;
    if (field.name.value !== 'nodes') return 1;
    const ids = field.arguments?.find((argument) => argument.name.value === 'ids')?.value;
    this.variable ||= ids?.kind === Kind.VARIABLE;
    const listed = ids?.kind === Kind.VARIABLE ? this.variables[ids.name.value] : ids?.kind === Kind.LIST ? ids.values : undefined;
    return Array.isArray(listed) ? Math.max(1, listed.length) : 1;
  }

  private ofFragment(name: string): Size {
    const known = this.measured.get(name);
    if (known) return known;
    const fragment = this.fragments.get(name);
    const size = fragment ? this.measure(fragment.selectionSet) : nothing;
    this.measured.set(name, size);
    return size;
  }

  private ofField(field: FieldNode, own: Size): Size {
    // Introspection is the same for everyone, and bounded by the schema: only how often it is asked counts.
    if (field.name.value.startsWith('__')) return { ...nothing, aliases: field.alias ? 1 : 0, fields: 1 };
    const inner = field.selectionSet ? this.measure(field.selectionSet) : nothing;
    const first = field.arguments?.find((argument) => argument.name.value === 'first');
    this.variable ||= first?.value.kind === Kind.VARIABLE;
    const pageSize = pageSizeOf(first, this.variables, this.defaults);
    const largest = field.name.value === 'children' ? limits.childrenPageSize : limits.pageSize;
    if (pageSize !== null && (pageSize < 1 || pageSize > largest)) refuse('LIMIT_PAGE_SIZE');
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + (field.alias ? 1 : 0),
      directives: inner.directives + own.directives,
      fields: 1,
      product: inner.product * (pageSize ?? this.weightOf(field)),
    };
  }
}

/** Whether a text of the variables holds the character NUL, which the database cannot: it would spoil the snapshot. */
function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNul);
}

/** Whether a literal of the document does: written as it is, or escaped. */
function documentHoldsNul(document: DocumentNode): boolean {
  const text = document.loc?.source.body ?? '\0';
  let found = false;
  if (!text.includes('\0') && !text.includes('\\u')) return found;
  visit(document, {
    StringValue(node) {
      found ||= node.value.includes('\0');
    },
  });
  return found;
}

/** The sizes of operations that are the same whatever the variables, as long as their documents live. */
const sizes = new WeakMap<OperationDefinitionNode, Size>();

function sizeOf(document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): Size {
  const known = sizes.get(operation);
  if (known) return known;
  if (documentHoldsNul(document)) refuse('BAD_USER_INPUT');
  const measurer = new Measurer(document, operation, variables);
  const size = measurer.measure(operation.selectionSet);
  if (!measurer.variable) sizes.set(operation, size);
  return size;
}

/** Refuses an operation that is too large, with status 400 and the code of the limit. */
export function refuseTooLarge(document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): void {
  if (holdsNul(variables)) refuse('BAD_USER_INPUT');
  const size = sizeOf(document, operation, variables);
  if (size.depth > limits.depth) refuse('LIMIT_DEPTH');
  if (size.aliases > limits.aliases) refuse('LIMIT_ALIASES');
  if (size.fields > limits.rootFields) refuse('LIMIT_ROOT_FIELDS');
  if (size.directives + (operation.directives?.length ?? 0) > limits.directives) refuse('LIMIT_DIRECTIVES');
  if (size.product > limits.listProduct) refuse('LIMIT_LIST_PRODUCT');
}
