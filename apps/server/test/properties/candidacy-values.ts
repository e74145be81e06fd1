import { getNamedType, type GraphQLField } from 'graphql';

/** What changes of candidacies, what is kept of their people, their letters, and what their limits and deciders rest on answer. */
export const resultsAboutPeople: readonly string[] = ['CandidacyResult', 'RecordStepsResult', 'SensitiveResult', 'TransferResult', 'HolidayResult', 'PowerResult', 'CorrectPersonResult', 'MarkResult'];

/** Whether a mutation is about candidacies, what is kept of their people, their letters of transfer, what their limits and deciders rest on, or what units keep. */
export function isAboutCandidacies(field: GraphQLField<unknown, unknown>): boolean {
  return [...resultsAboutPeople, 'RecordResult'].includes(getNamedType(field.type).name);
}

/** Whether a mutation is about who is in charge of which unit. */
export function isAboutSupervision(field: GraphQLField<unknown, unknown>): boolean {
  return getNamedType(field.type).name === 'SupervisionResult';
}
