import { getNamedType, type GraphQLField } from 'graphql';

/** Whether a mutation answers with a change of candidacies. */
export function isAboutCandidacies(field: GraphQLField<unknown, unknown>): boolean {
  return ['CandidacyResult', 'RecogniseMembersResult'].includes(getNamedType(field.type).name);
}
