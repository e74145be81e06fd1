export { EvidenceSubjectResolver, PersonResolver } from './graphql/person-resolver.ts';
