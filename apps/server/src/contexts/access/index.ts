export { isAggregateOnly, isAllowed, policy, type Action } from './domain/policy.ts';
export { actionOf } from './domain/schema-policy.ts';
export { credentialOf } from './domain/credential.ts';
export { hashPassword } from './domain/password.ts';
export { touchSession } from './application/sessions.ts';
export { AccessMutations, RefusalResolver, ViewerResolver } from './graphql/access-resolver.ts';
export { GrantType, RefusalType, ViewerType, type GrantValue, type ViewerValue } from './graphql/access-types.ts';
export { insertAuditLines } from './persistence/audit.ts';
export { entities } from './persistence/entities.ts';
