import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyInstance } from 'fastify';
import { pino, type Logger } from 'pino';
import { texts } from '@banyan/schema/texts';
import { credentialOf, entities, insertAuditLines, touchSession } from './contexts/access/index.ts';
import { figuresBesideUnits } from './contexts/ledger/index.ts';
import { serveFilesOfPapers, type FileOptions } from './files-of-papers.ts';
import { startCompactor } from './platform/compactor.ts';
import { openDatabase, type Database } from './platform/database.ts';
import { serveEvents } from './platform/event-stream.ts';
import type { FileTimes } from './platform/file-endpoint.ts';
import { isForeign, newRequestId, presentedSecret, serveGraphql } from './platform/graphql-endpoint.ts';
import { listenToLedger } from './platform/ledger-listener.ts';
import { limits } from './platform/limits.ts';
import { cutSlowRequests } from './platform/slow-requests.ts';
import { servePages, serveSchemaText } from './platform/pages.ts';
import type { Walls } from './platform/scope.ts';
import { sendSecurityHeaders } from './platform/security-headers.ts';
import { buildSchema } from './schema.ts';
import { schemaText } from './schema-text.ts';

/** What a server needs. `walls` is for tests alone. */
export interface ServerOptions {
  readonly databaseUrl: string;
  readonly webRoot: string;
  readonly now?: () => Date;
  readonly walls?: Walls;
  readonly logger?: Logger;
  readonly compactEveryMilliseconds?: number;
  readonly readers?: number;
  readonly acquireMilliseconds?: number;
  /** Where the files of papers lie; without it no file is taken. */
  readonly filesFolder?: string | null;
  /** How their folder is swept and how long their lines are held; for tests. */
  readonly files?: Partial<Pick<FileOptions, 'sweepEveryMilliseconds' | 'sweepOlderThanMilliseconds' | 'sweptKeptMilliseconds' | keyof FileTimes>>;
  /** How long the headers of a request, and the whole of one, may take to arrive; for tests. */
  readonly requests?: { readonly headersMilliseconds?: number; readonly wholeMilliseconds?: number };
  /** How often streams of events speak; for tests. */
  readonly events?: { readonly gatherMilliseconds?: number; readonly beatMilliseconds?: number };
}

/** A server before it listens. */
export interface BuiltServer {
  readonly app: FastifyInstance;
  readonly database: Database;
  close(): Promise<void>;
}

const anHour = 3_600_000;
const fifteenMinutes = 900_000;
const halfAMinute = 30_000;
const twentySeconds = 20_000;
const fiveSeconds = 5_000;

function serveHealth(app: FastifyInstance, database: Database): void {
  let ready: { at: number; answer: Promise<boolean> } | undefined;
  app.get('/livez', async () => await Promise.resolve({ live: true }));
  app.get('/readyz', async (_request, reply) => {
    if (!ready || ready.at < Date.now() - 1_000) {
      ready = { at: Date.now(), answer: database.pool.query('select 1').then(() => true, () => false) };
    }
    const isReady = await ready.answer;
    return await reply.code(isReady ? 200 : 503).send({ ready: isReady });
  });
}

/** Answers what Fastify itself refuses, in the form of a GraphQL error. */
function answerErrors(app: FastifyInstance, log: Logger): void {
  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    const code = status === 413 ? 'LIMIT_BODY' : status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
    if (status >= 500) log.error({ requestId: request.id, type: error.name, stack: error.stack?.split('\n').slice(1, 6) });
    const messages = { vi: texts.VI.errors[code], en: texts.EN.errors[code] };
    await reply.code(status).send({ errors: [{ message: messages.vi, extensions: { code, requestId: request.id, messages } }] });
  });
}

/** Builds the server: one port for the web application, /graphql, the schema's text and the health checks. */
export async function buildServer(options: ServerOptions): Promise<BuiltServer> {
  const log = options.logger ?? pino({ level: process.env['LOG_LEVEL'] ?? 'warn' });
  const database = await openDatabase({
    url: options.databaseUrl,
    entities,
    ...(options.readers === undefined ? {} : { readers: options.readers }),
    ...(options.acquireMilliseconds === undefined ? {} : { acquireMilliseconds: options.acquireMilliseconds }),
  });
  const schema = buildSchema();
  const { headersMilliseconds = twentySeconds, wholeMilliseconds = twentySeconds } = options.requests ?? {};
  const app = Fastify({
    logger: false,
    bodyLimit: limits.bodyBytes,
    forceCloseConnections: true,
    genReqId: newRequestId,
    // A file that was admitted takes its time on a slow line; whatever else is cut sooner, and the headers of that too.
    requestTimeout: fifteenMinutes,
    http: { headersTimeout: headersMilliseconds, connectionsCheckingInterval: Math.min(headersMilliseconds, fiveSeconds) },
    trustProxy: process.env['TRUST_PROXY'] ?? false,
  });
  answerErrors(app, log);
  sendSecurityHeaders(app);
  cutSlowRequests(app, wholeMilliseconds);
  // At once up to a size that takes a few milliseconds: a stream keeps its answer until the heap is marked.
  await app.register(compress, { threshold: 1_024, syncThreshold: 256 * 1_024, encodings: ['gzip'] });
  await app.register(cookie);
  serveHealth(app, database);
  serveSchemaText(app, schemaText(schema));
  await serveGraphql(app, {
    schema,
    credentialOf,
    log,
    operation: {
      database,
      now: options.now ?? (() => new Date()),
      walls: options.walls ?? { application: true },
      readBeside: figuresBesideUnits,
      touchSession,
      writeAudit: insertAuditLines,
    },
  });
  const listener = listenToLedger(options.databaseUrl, (error) => {
    log.error({ listener: error instanceof Error ? error.name : 'failed' });
  });
  serveEvents(app, { database, listener, isForeign, credentialOf: (request) => credentialOf(presentedSecret(request)), ...options.events });
  const files = serveFilesOfPapers(app, {
    folder: options.filesFolder ?? null,
    database,
    walls: options.walls ?? { application: true },
    log,
    isForeign,
    credentialOf: (request) => credentialOf(presentedSecret(request)),
    sweepEveryMilliseconds: anHour,
    sweepOlderThanMilliseconds: 24 * anHour,
    sweptKeptMilliseconds: 7 * 24 * anHour,
    refusedMilliseconds: fiveSeconds,
    lookMilliseconds: halfAMinute,
    ...options.files,
  });
  await servePages(app, options.webRoot);
  const compactor = startCompactor(database.pool, {
    everyMilliseconds: options.compactEveryMilliseconds ?? 200,
    onError: (error) => {
      log.error({ compactor: error instanceof Error ? error.name : 'failed' });
    },
  });
  return {
    app,
    database,
    async close() {
      await app.close();
      await files.stop();
      await listener.close();
      await compactor.stop();
      await database.close();
    },
  };
}

/** Starts the server on a port. Port 0 takes a free one. */
export async function startServer(options: ServerOptions & { port: number; host: string }): Promise<{ url: string; close(): Promise<void> }> {
  const server = await buildServer(options);
  try {
    await server.app.listen({ port: options.port, host: options.host });
  } catch (error) {
    await server.close();
    throw error;
  }
  return { url: server.app.listeningOrigin, close: async () => await server.close() };
}
