import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

type Selected = Map<string, Set<string>>;
type Fragments = GraphQLResolveInfo['fragments'];

/** The fields of a selection set by their names in the schema, fragments opened. What a directive may skip counts as selected. */
function fieldsOf(set: SelectionSetNode | undefined, fragments: Fragments): FieldNode[] {
  return (set?.selections ?? []).flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    return fieldsOf(node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments[node.name.value]?.selectionSet, fragments);
  });
}

/** The fields that a document asks of what a resolver returns, and for each of them the fields that it asks of that. */
export function selectedFields(info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): Selected {
  const selected: Selected = new Map();
  for (const field of info.fieldNodes.flatMap((node) => fieldsOf(node.selectionSet, info.fragments))) {
    const below = selected.get(field.name.value) ?? new Set<string>();
    for (const node of fieldsOf(field.selectionSet, info.fragments)) below.add(node.name.value);
    selected.set(field.name.value, below);
  }
  return selected;
}

/** Remembers what is worked out of a selection, for as long as the document lives. */
export function oncePerSelection<T>(work: (info: GraphQLResolveInfo) => T): (info: GraphQLResolveInfo) => T {
  const known = new WeakMap<GraphQLResolveInfo['fieldNodes'], T>();
  return (info) => {
    let answer = known.get(info.fieldNodes);
    if (answer === undefined) known.set(info.fieldNodes, (answer = work(info)));
    return answer;
  };
}
