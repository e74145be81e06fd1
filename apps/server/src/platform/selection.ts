import { getArgumentValues, isObjectType, Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

type Selected = Map<string, Set<string>>;
type Fragments = GraphQLResolveInfo['fragments'];
type Selection = Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>;

/** The fields of a selection set by their names in the schema, fragments opened. What a directive may skip counts as selected. */
function fieldsOf(set: SelectionSetNode | undefined, fragments: Fragments): FieldNode[] {
  return (set?.selections ?? []).flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    return fieldsOf(node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments[node.name.value]?.selectionSet, fragments);
  });
}

/** The fields that a document asks of what a resolver returns, and for each of them the fields that it asks of that. */
export function selectedFields(info: Selection): Selected {
  const selected: Selected = new Map();
  for (const field of info.fieldNodes.flatMap((node) => fieldsOf(node.selectionSet, info.fragments))) {
    const below = selected.get(field.name.value) ?? new Set<string>();
    for (const node of fieldsOf(field.selectionSet, info.fragments)) below.add(node.name.value);
    selected.set(field.name.value, below);
  }
  return selected;
}

/** The places where a document asks a field of that name of what stands at some places, fragments opened. */
export function fieldsNamed(name: string, nodes: readonly FieldNode[], fragments: Fragments): FieldNode[] {
  return nodes.flatMap((node) => fieldsOf(node.selectionSet, fragments)).filter((node) => node.name.value === name);
}

/** All fields that a document asks of what stands at a place, fragments opened. */
export function fieldsBelow(node: FieldNode, fragments: Fragments): FieldNode[] {
  return fieldsOf(node.selectionSet, fragments);
}

/** The arguments of a field of a type at a place of the document, variables and defaults filled in. */
export function argumentsAt(node: FieldNode, typeName: string, info: Pick<GraphQLResolveInfo, 'schema' | 'variableValues'>): Record<string, unknown> {
  const type = info.schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
  return field ? getArgumentValues(field, node, info.variableValues) : {};
}

/** Remembers what is worked out of a selection, for as long as the document lives. */
export function oncePerSelection<T>(work: (info: Selection) => T): (info: Selection) => T {
  const known = new WeakMap<Selection['fieldNodes'], T>();
  return (info) => {
    let answer = known.get(info.fieldNodes);
    if (answer === undefined) known.set(info.fieldNodes, (answer = work(info)));
    return answer;
  };
}
