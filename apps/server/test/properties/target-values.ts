import { getNamedType, type GraphQLField } from 'graphql';

/** Whether a mutation is about targets, how they are divided, or the places that some of them count. */
export function isAboutTargets(field: GraphQLField<unknown, unknown>): boolean {
  return ['TargetResult', 'LocalityResult'].includes(getNamedType(field.type).name);
}
