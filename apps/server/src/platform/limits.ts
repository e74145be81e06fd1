import {
  GraphQLError,
  Kind,
  valueFromASTUntyped,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
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
  /** Fields with every fragment opened wherever it is spread: what compiling and selecting walk. */
  fields: 2_000,
  /** Rows that nested lists could return: the product of the page sizes along the deepest chain. */
  listProduct: 10_000,
  /** Figures that comparisons could ask for, all of an operation together. */
  comparisons: 25_000,
  pageSize: 100,
  childrenPageSize: 500,
} as const;

/** What lists without a page count as in the product of list sizes: a trend as a year by month, and some, a worksheet as the children of a unit, of which there are about so many. */
const listWeights: Readonly<Record<string, number>> = { trend: 20, worksheet: 20, suggestion: 20 };

/** How many figures a field asks that compares: that of the year before, those of all children of a unit, or of each row of a worksheet its members, its last year and its pool. */
const comparisonWeights: Readonly<Record<string, number>> = { samePeriodLastYear: 1, childrenByStanding: 20, childrenByTarget: 20, worksheet: 3, suggestion: 1 };

function weightIn(weights: Readonly<Record<string, number>>, field: string): number | undefined {
  return Object.hasOwn(weights, field) ? weights[field] : undefined;
}

interface Size {
  depth: number;
  aliases: number;
  directives: number;
  /** Fields of the selection itself. */
  fields: number;
  /** Fields of the selection and of all below it. */
  all: number;
  product: number;
  /** Figures that comparisons ask, in all lists together. */
  comparisons: number;
}

const nothing: Size = { depth: 0, aliases: 0, directives: 0, fields: 0, all: 0, product: 1, comparisons: 0 };

function refuse(code: ErrorCode): never {
  throw new GraphQLError(code, { extensions: { code, http: { status: 400 } } });
}

type Variables = Readonly<Record<string, unknown>>;

/** The variables of an operation as they are asked: those that are given, and the defaults of the others. */
export function variablesOf(operation: OperationDefinitionNode, given: Variables): Variables {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue && !Object.hasOwn(given, variable.name.value) ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return defaults.length === 0 ? given : { ...given, ...Object.fromEntries(defaults) };
}

function pageSizeOf(argument: ArgumentNode | undefined, variables: Variables): number | null {
  if (!argument) return null;
  if (argument.value.kind === Kind.INT) return Number(argument.value.value);
  if (argument.value.kind !== Kind.VARIABLE) return null;
  const name = argument.value.name.value;
  const value = Object.hasOwn(variables, name) ? variables[name] : null;
  return typeof value === 'number' ? value : null;
}

class Measurer {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly variables: Variables;
  private readonly measured = new Map<string, Size>();
  /** Whether the size follows the values of variables. */
  followsVariables = false;

  constructor(document: DocumentNode, variables: Variables) {
    this.fragments = new Map(
      document.definitions.flatMap((definition) => (definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [])),
    );
    this.variables = variables;
  }

  /** Size of a selection, fragments counted wherever they are spread. */
  measure(selections: SelectionSetNode): Size {
    return selections.selections
      .map((selection) => {
        const own = { ...nothing, directives: selection.directives?.length ?? 0 };
        if (selection.kind === Kind.FIELD) return this.withoutRows(selection, this.ofField(selection, own));
        const inner = selection.kind === Kind.INLINE_FRAGMENT ? this.measure(selection.selectionSet) : this.ofFragment(selection.name.value);
        return this.withoutRows(selection, { ...inner, directives: inner.directives + own.directives });
      })
      .reduce(
        (sum, size) => ({
          depth: Math.max(sum.depth, size.depth),
          aliases: sum.aliases + size.aliases,
          directives: sum.directives + size.directives,
          fields: sum.fields + size.fields,
          all: sum.all + size.all,
          product: Math.max(sum.product, size.product),
          comparisons: sum.comparisons + size.comparisons,
        }),
        nothing,
      );
  }

  /** What a directive leaves out is walked like all else, and reads no rows: a page may ask of one unit or of another. */
  private withoutRows({ directives }: SelectionNode, size: Size): Size {
    const isLeftOut = directives?.some(({ name, arguments: given }) => {
      const condition = given?.find((argument) => argument.name.value === 'if')?.value;
      this.followsVariables ||= condition?.kind === Kind.VARIABLE;
      const value = condition?.kind === Kind.VARIABLE && Object.hasOwn(this.variables, condition.name.value) ? this.variables[condition.name.value] : condition?.kind === Kind.BOOLEAN ? condition.value : undefined;
      return (name.value === 'skip' && value === true) || (name.value === 'include' && value === false);
    });
    return isLeftOut ? { ...size, product: 1, comparisons: 0 } : size;
  }

  /** Lists whose size is not asked as a page: the ids of `nodes`, the points of a trend, the rows of a worksheet. */
  private weightOf(field: FieldNode): number {
    if (field.name.value !== 'nodes') return weightIn(listWeights, field.name.value) ?? 1;
    const ids = field.arguments?.find((argument) => argument.name.value === 'ids')?.value;
    this.followsVariables ||= ids?.kind === Kind.VARIABLE;
    const listed = ids?.kind === Kind.VARIABLE && Object.hasOwn(this.variables, ids.name.value) ? this.variables[ids.name.value] : ids?.kind === Kind.LIST ? ids.values : undefined;
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
    const inner = field.selectionSet ? this.measure(field.selectionSet) : nothing;
    const aliases = inner.aliases + (field.alias ? 1 : 0);
    const directives = inner.directives + own.directives;
    // Introspection is the same for everyone, and as deep as the schema: how often it is asked counts, at each level of it.
    if (field.name.value.startsWith('__')) return { ...nothing, aliases, directives, fields: 1, all: inner.all + 1 };
    const first = field.arguments?.find((argument) => argument.name.value === 'first');
    this.followsVariables ||= first?.value.kind === Kind.VARIABLE;
    const pageSize = pageSizeOf(first, this.variables);
    const largest = field.name.value === 'children' ? limits.childrenPageSize : limits.pageSize;
    if (pageSize !== null && (pageSize < 1 || pageSize > largest)) refuse('LIMIT_PAGE_SIZE');
    const rows = pageSize ?? this.weightOf(field);
    const comparisons = rows * (inner.comparisons + (weightIn(comparisonWeights, field.name.value) ?? 0));
    return { depth: inner.depth + 1, aliases, directives, fields: 1, all: inner.all + 1, product: inner.product * rows, comparisons };
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
  const measurer = new Measurer(document, variablesOf(operation, variables));
  const size = measurer.measure(operation.selectionSet);
  if (!measurer.followsVariables) sizes.set(operation, size);
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
  if (size.all > limits.fields) refuse('LIMIT_FIELDS');
  if (size.product > limits.listProduct || size.comparisons > limits.comparisons) refuse('LIMIT_LIST_PRODUCT');
}
