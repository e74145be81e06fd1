export { EvidenceSubjectResolver, PersonResolver } from './graphql/person-resolver.ts';
export { CandidacyRefusedResolver, CandidacyResolver } from './graphql/candidacy-resolver.ts';
export { CandidacyQueries } from './graphql/candidacy-queries.ts';
export { CandidacyMutations } from './graphql/candidacy-mutations.ts';
export { SensitiveMutations } from './graphql/sensitive-mutations.ts';
