import { getNamedType, type GraphQLField } from 'graphql';

/** Whether a mutation is about candidacies, about what lies apart of their people, or about their letters of transfer. */
export function isAboutCandidacies(field: GraphQLField<unknown, unknown>): boolean {
  return ['CandidacyResult', 'RecordStepsResult', 'SensitiveResult', 'TransferResult'].includes(getNamedType(field.type).name);
}
