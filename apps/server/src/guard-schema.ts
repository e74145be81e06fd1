import { defaultFieldResolver, isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { roles } from '@banyan/schema/enums';
import { actionOf, isAllowed, policy, type Action } from './contexts/access/index.ts';
import { Refused } from './kernel/refused.ts';
import type { RequestContext } from './platform/request-context.ts';

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;
const readProperty: Resolve = defaultFieldResolver;

/** Refuses a field to roles that its action does not name. */
function guarded(resolve: Resolve, action: Action): Resolve {
  // What everyone may do opens no snapshot: a flood of sign-ins must not hold the readers' connections.
  if (policy[action].reach === 'EVERYONE') return resolve;
  return async (source, args, context, info) => {
    const actor = await context.actor();
    if (isAllowed(actor?.role ?? null, action)) return await resolve(source, args, context, info);
    throw actor ? new Refused('FORBIDDEN_FOR_ROLE', action) : new Refused('UNAUTHENTICATED');
  };
}

/**
 * Denies by default: a field without an action cannot be served. Root fields are guarded always; fields below only where their
 * action leaves a role out, because their objects are reached through a guarded field.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const isRoot = type === schema.getQueryType() || type === schema.getMutationType();
    for (const field of Object.values(type.getFields())) {
      const action = actionOf(type.name, field.name);
      if (!action) throw new Error(`No action guards ${type.name}.${field.name}: add it to the schema's policy.`);
      if (isRoot || policy[action].roles.length < roles.length) field.resolve = guarded(field.resolve ?? readProperty, action);
    }
  }
  return schema;
}
