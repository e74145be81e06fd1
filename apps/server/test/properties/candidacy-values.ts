import { getNamedType, type GraphQLField } from 'graphql';

/** Whether a mutation is about candidacies, what is kept of their people, their letters of transfer, or what their limits and deciders rest on. */
export function isAboutCandidacies(field: GraphQLField<unknown, unknown>): boolean {
  return ['CandidacyResult', 'RecordStepsResult', 'SensitiveResult', 'TransferResult', 'HolidayResult', 'PowerResult', 'CorrectPersonResult', 'MarkResult'].includes(getNamedType(field.type).name);
}
