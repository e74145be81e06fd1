import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isErrorCode, type ErrorCode } from '@banyan/schema/error-codes';
import { texts } from '@banyan/schema/texts';
import { Refused } from '../kernel/refused.ts';

/** Codes of PostgreSQL for what took too long or was cut off by its own limits. */
const timeouts = new Set(['57014', '55P03', '25P03', '25P04']);
/** Codes and classes for a database that is away. */
const outages = new Set(['57P01', '57P02', '57P03', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

function rootOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? rootOf(error.originalError) : error;
}

/** Codes of PostgreSQL for what it cannot read as a value: NUL in a text, a cursor that somebody wrote by hand. */
const unreadable = new Set(['22021', '22P05', '22P02', '22003', '22007', '22008']);

function codeOfOutage(error: unknown): ErrorCode {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (unreadable.has(code)) return 'BAD_USER_INPUT';
  if (timeouts.has(code)) return 'TIMEOUT';
  const away = outages.has(code) || (error instanceof Error && /terminated|timeout exceeded when trying to connect/i.test(error.message));
  return away ? 'SERVICE_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR';
}

function codeOf(formatted: GraphQLFormattedError, root: unknown): ErrorCode {
  if (root instanceof Refused) return root.code;
  if (/more tha[nt] \d+ tokens/i.test(formatted.message)) return 'LIMIT_TOKENS';
  const declared = formatted.extensions?.['code'];
  if (isErrorCode(declared) && declared !== 'INTERNAL_SERVER_ERROR') return declared;
  if (declared === 'PERSISTED_QUERY_NOT_SUPPORTED') return 'BAD_REQUEST';
  return codeOfOutage(root);
}

/** Codes whose own message speaks only of the document that was sent. */
const aboutTheDocument: readonly ErrorCode[] = [
  'GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'OPERATION_RESOLUTION_FAILURE', 'BAD_REQUEST',
];

/** Whether an error is a defect or an outage, which the log has to keep; a refusal is not. */
export function isDefect(error: unknown): boolean {
  const root = rootOf(error);
  return !(root instanceof Refused) && !(root instanceof GraphQLError) && codeOfOutage(root) !== 'BAD_USER_INPUT';
}

/**
 * What leaves of an error: a code, a sentence in both languages, where in the document, and the request's id.
 * Never what the database said, a constraint, a path of the machine, or a name.
 */
export function formatted(error: GraphQLFormattedError, cause: unknown, requestId: string): GraphQLFormattedError {
  const root = rootOf(cause);
  const code = codeOf(error, root);
  const speaksOfTheDocument = !(root instanceof Error) || root instanceof GraphQLError;
  const plain = !speaksOfTheDocument || !aboutTheDocument.includes(code) || error.message === code;
  const detail = plain ? {} : { detail: error.message };
  return {
    message: plain ? texts.VI.errors[code] : error.message,
    ...(error.locations ? { locations: error.locations } : {}),
    ...(error.path ? { path: error.path } : {}),
    extensions: {
      code,
      requestId,
      messages: { vi: texts.VI.errors[code], en: texts.EN.errors[code] },
      ...detail,
      ...(root instanceof Refused && root.argument ? { argument: root.argument } : {}),
    },
  };
}
