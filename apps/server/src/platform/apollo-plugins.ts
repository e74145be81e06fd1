import type { ApolloServerPlugin } from '@apollo/server';
import { isErrorCode } from '@banyan/schema/error-codes';
import type { Logger } from 'pino';
import { formatted, isDefect } from './errors.ts';
import { refuseTooLarge } from './limits.ts';
import type { Operation } from './operation.ts';

/** Refuses operations that are too large before they are executed. */
export const limitPlugin: ApolloServerPlugin<Operation> = {
  async requestDidStart() {
    return await Promise.resolve({
      async didResolveOperation({ document, operation, request }) {
        if (operation) refuseTooLarge(document, operation, request.variables ?? {});
        await Promise.resolve();
      },
    });
  },
};

/** Formats every error with the id of its request, and logs those that are defects or outages: codes and names, never values. */
export function errorPlugin(log: Logger): ApolloServerPlugin<Operation> {
  return {
    async requestDidStart() {
      return await Promise.resolve({
        async didEncounterErrors({ errors, contextValue, operationName }) {
          for (const error of errors) {
            const root = error.originalError;
            if (isDefect(error) && root) {
              log.error({
                requestId: contextValue.requestId,
                operation: operationName ?? null,
                type: root.name,
                code: 'code' in root ? root.code : null,
                stack: root.stack?.split('\n').slice(1, 6),
              });
            }
          }
          await Promise.resolve();
        },
        async willSendResponse({ response, contextValue, errors }) {
          const { body } = response;
          if (body.kind === 'single' && body.singleResult.errors) {
            body.singleResult.errors = body.singleResult.errors.map((error, index) => formatted(error, errors?.[index], contextValue.requestId));
          }
          await Promise.resolve();
        },
      });
    },
  };
}

function isLimit(code: unknown): boolean {
  return isErrorCode(code) && code.startsWith('LIMIT_');
}

/**
 * GraphQL over HTTP, for a caller that takes only application/json: what is well-formed is answered with status 200 even where it
 * has only errors. A limit is refused with 400 whatever the caller takes.
 */
export const statusPlugin: ApolloServerPlugin<Operation> = {
  async requestDidStart() {
    return await Promise.resolve({
      async willSendResponse({ request, response }) {
        const accept = request.http?.headers.get('accept') ?? '*/*';
        const { body } = response;
        const codes = body.kind === 'single' ? (body.singleResult.errors ?? []).map((error) => error.extensions?.['code']) : [];
        if (codes.some(isLimit)) response.http.status = 400;
        else if (response.http.status === 400 && request.query && !accept.includes('application/graphql-response+json')) response.http.status = 200;
        await Promise.resolve();
      },
    });
  },
};
