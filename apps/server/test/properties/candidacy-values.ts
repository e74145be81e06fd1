import { getNamedType, type GraphQLField } from 'graphql';

/** Whether a mutation is about candidacies, or about what lies apart of their people. */
export function isAboutCandidacies(field: GraphQLField<unknown, unknown>): boolean {
  return ['CandidacyResult', 'RecogniseMembersResult', 'SensitiveResult'].includes(getNamedType(field.type).name);
}
