import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo, { fastifyApolloDrainPlugin } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { texts } from '@banyan/schema/texts';
import { errorPlugin, limitPlugin, statusPlugin } from './apollo-plugins.ts';
import { scopedGateway } from './executor.ts';
import { knownOperationKinds } from './left-to-execution.ts';
import { limits } from './limits.ts';
import { networkOf } from './network.ts';
import { Operation, type OperationOptions } from './operation.ts';

const eightHours = 8 * 60 * 60;

/** The secret of a request's session, under the name that its cookie has. */
export function presentedSecret(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName(request)];
}

function cookieName(request: FastifyRequest): '__Host-sid' | 'sid' {
  return request.protocol === 'https' ? '__Host-sid' : 'sid';
}

function setSessionCookie(request: FastifyRequest, reply: FastifyReply, secret: string | null): void {
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const;
  if (secret === null) reply.clearCookie(cookieName(request), options);
  else reply.setCookie(cookieName(request), secret, { ...options, maxAge: eightHours });
}

/** Whether a request comes from a page of another site. Requests without an origin come from no page. */
export function isForeign(request: FastifyRequest): boolean {
  const { origin } = request.headers;
  return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.headers.host);
}

/** Whether a person opened the endpoint in a browser, with no question. */
function isVisitor(request: FastifyRequest): boolean {
  return request.method === 'GET' && !request.url.includes('?') && (request.headers.accept ?? '').includes('text/html');
}

/** Serves the schema at /graphql. */
export async function serveGraphql(
  app: FastifyInstance,
  options: { schema: GraphQLSchema; operation: OperationOptions; credentialOf: (secret: string | undefined) => string; log: Logger },
): Promise<void> {
  const apollo = new ApolloServer<Operation>({
    gateway: scopedGateway(options.schema),
    // Cache control would have every field of every answer instrumented, and nothing here may be cached.
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      limitPlugin,
      errorPlugin(options.log),
      statusPlugin,
    ],
    parseOptions: { maxTokens: limits.tokens },
    validationRules: [knownOperationKinds],
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    logger: options.log,
  });
  await apollo.start();
  await app.register(async (scope) => {
    scope.addHook('onRequest', (request, reply, next) => {
      reply.header('x-request-id', request.id);
      const code = 'BAD_REQUEST';
      if (isVisitor(request)) reply.redirect('/explorer');
      else if (isForeign(request)) reply.code(403).send({ errors: [{ message: texts.VI.errors[code], extensions: { code, requestId: request.id } }] });
      else next();
    });
    await scope.register(fastifyApollo(apollo), {
      path: '/graphql',
      context: async (request, reply) =>
        await Promise.resolve(
          new Operation(options.operation, {
            requestId: request.id,
            network: networkOf(request.ip),
            credential: options.credentialOf(presentedSecret(request)),
            setCookie: (secret) => {
              setSessionCookie(request, reply, secret);
            },
          }),
        ),
    });
  });
}

/** An id for each request; what a client sends as one is not believed. */
export function newRequestId(): string {
  return randomUUID();
}
