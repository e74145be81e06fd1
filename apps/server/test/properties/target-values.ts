import { getNamedType, type GraphQLField } from 'graphql';

/** Whether a mutation is about targets or how they are divided. */
export function isAboutTargets(field: GraphQLField<unknown, unknown>): boolean {
  return getNamedType(field.type).name === 'TargetResult';
}
