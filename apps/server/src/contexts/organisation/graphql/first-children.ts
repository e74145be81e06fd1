import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { earlier, type Day } from '../../../kernel/day.ts';
import { limits } from '../../../platform/limits.ts';
import { argumentsAt, fieldsNamed, oncePerSelection } from '../../../platform/selection.ts';
import type { ChildrenPage } from './unit-loaders.ts';

/** The one place where a document asks for children of a unit, or null: no place, several, or one that a directive may take out. */
const placeOfChildren = oncePerSelection((info): { node: FieldNode | null } => {
  const [node, ...others] = fieldsNamed('children', info.fieldNodes, info.fragments);
  return { node: node && others.length === 0 && (node.directives ?? []).length === 0 ? node : null };
});

/** The first page of children, in the order of the tree, that a document asks of a unit; null where it asks none or another one. */
export function firstChildren(info: GraphQLResolveInfo, today: Day): ChildrenPage | null {
  const { node } = placeOfChildren(info);
  if (!node) return null;
  const { first, after, orderBy, asOf } = argumentsAt(node, 'Unit', info);
  if (typeof first !== 'number' || first < 1 || first > limits.childrenPageSize || orderBy !== 'TREE' || (after ?? null) !== null) return null;
  return { day: typeof asOf === 'string' ? earlier(asOf, today) : today, orderBy, first, after: null };
}
