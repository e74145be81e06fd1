/**
 * Every value that `extensions.code` of a GraphQL error may take. Each has a text in both languages (`texts.errors`,
 * enforced by its type); the answer carries the code and a request id and nothing about the inside.
 */
export const errorCodes = [
  'UNAUTHENTICATED',
  'FORBIDDEN_FOR_ROLE',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'LIMIT_DEPTH',
  'LIMIT_ALIASES',
  'LIMIT_ROOT_FIELDS',
  'LIMIT_TOKENS',
  'LIMIT_PAGE_SIZE',
  'LIMIT_LIST_PRODUCT',
  'LIMIT_BODY',
  'LIMIT_DIRECTIVES',
  'LIMIT_FIELDS',
  'TIMEOUT',
  'SERVICE_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
] as const;

/** A value of `extensions.code`. */
export type ErrorCode = (typeof errorCodes)[number];

const known: ReadonlySet<string> = new Set(errorCodes);

/** Tells whether a text is one of the error codes. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && known.has(value);
}
