import { Kind, type DirectiveNode, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

interface Asked {
  readonly field: FieldNode;
  readonly hasCondition: boolean;
}

function hasCondition(directives: readonly DirectiveNode[] | undefined): boolean {
  return directives?.some(({ name }) => name.value === 'include' || name.value === 'skip') ?? false;
}

/** The fields of a selection, through its fragments; null where a named fragment stands under a condition. */
function fieldsOf(selections: readonly SelectionSetNode[], fragments: ReadonlyMap<string, FragmentDefinitionNode>, within: boolean): Asked[] | null {
  const found: Asked[] = [];
  for (const selection of selections.flatMap((set) => set.selections)) {
    const conditional = hasCondition(selection.directives);
    if (selection.kind === Kind.FIELD) {
      found.push({ field: selection, hasCondition: within || conditional });
      continue;
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD && conditional) return null;
    const inner = selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments.get(selection.name.value)?.selectionSet;
    const fields = inner ? fieldsOf([inner], fragments, within || conditional) : [];
    if (fields === null) return null;
    found.push(...fields);
  }
  return found;
}

/**
 * Whether the conditions of a document are such as the compiler reads rightly. Of a field that is asked for twice, once under a condition, it answers
 * all that is below it whatever the condition says, and it reads the condition of a named fragment at its first use alone.
 */
export function hasPlainConditions(document: DocumentNode): boolean {
  const fragments = new Map(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])));
  const isPlain = (selections: readonly SelectionSetNode[]): boolean => {
    const fields = fieldsOf(selections, fragments, false);
    if (fields === null) return false;
    const together = Map.groupBy(fields, ({ field }) => (field.alias ?? field.name).value);
    return [...together.values()].every((asked) => {
      const below = asked.flatMap(({ field }) => field.selectionSet ?? []);
      return (asked.length === 1 || below.length === 0 || !asked.some((one) => one.hasCondition)) && isPlain(below);
    });
  };
  return document.definitions.every((one) => one.kind !== Kind.OPERATION_DEFINITION || isPlain([one.selectionSet]));
}
