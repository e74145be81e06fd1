import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { admitUpload, giveFile, keepUpload, keptFilesAmong, mediaTypeOf, tellingBytes, type FileContext } from './contexts/people/index.ts';
import { decodeIdOf, encodeId } from './kernel/ids.ts';
import { findDatabaseId, type Database } from './platform/database.ts';
import { serveFiles, type FileRequest, type FileTimes } from './platform/file-endpoint.ts';
import { FileStore } from './platform/file-store.ts';
import { belongsTo, markOf, sweepFiles } from './platform/file-sweep.ts';
import type { Walls } from './platform/scope.ts';

/** Where files lie and how they are guarded. */
export interface FileOptions extends FileTimes {
  /** The folder; null where there is none, and then no file is taken. */
  readonly folder: string | null;
  readonly database: Database;
  readonly walls: Walls;
  readonly log: Logger;
  readonly credentialOf: (request: FastifyRequest) => string;
  readonly isForeign: (request: FastifyRequest) => boolean;
  readonly sweepEveryMilliseconds: number;
  readonly sweepOlderThanMilliseconds: number;
  readonly sweptKeptMilliseconds: number;
}

/** Serves the files of papers, and sweeps their folder time and again. Gives back how to end that. */
export function serveFilesOfPapers(app: FastifyInstance, options: FileOptions): { stop(): Promise<void> } {
  const { folder, database, walls, log, credentialOf, isForeign } = options;
  const store = folder === null ? null : new FileStore(folder);
  const context = (from: FileRequest): FileContext => ({ ...from, database, walls });
  serveFiles(app, {
    store,
    times: options,
    credentialOf,
    isForeign,
    firstBytes: tellingBytes,
    isWanted: (first) => mediaTypeOf(first) !== null,
    admit: async (from, { paper, bytes, key }) => await admitUpload(context(from), { paperId: decodeIdOf('Paper', paper), bytes, key }),
    async keep(from, { paper, key }, { first, ...arrived }) {
      const mediaType = mediaTypeOf(first);
      const paperId = decodeIdOf('Paper', paper);
      if (mediaType === null || paperId === null) throw new Error('only what was admitted arrives');
      const kept = await keepUpload(context(from), { ...arrived, key, paperId, mediaType });
      return 'refused' in kept ? kept : { file: { id: encodeId('File', kept.id), name: kept.name }, isNew: kept.id === arrived.id };
    },
    find: async (from, file, hasPlace) => await giveFile(context(from), decodeIdOf('File', file), hasPlace),
    onMissing: (id) => {
      log.error({ file: id, missing: true });
    },
  });
  return folder === null ? { stop: async () => await Promise.resolve() } : startSweeping(folder, options);
}

function startSweeping(folder: string, { database, log, sweepEveryMilliseconds, sweepOlderThanMilliseconds, sweptKeptMilliseconds }: FileOptions): { stop(): Promise<void> } {
  let running = Promise.resolve();
  let isTold = false;
  const keptAmong = async (ids: readonly string[]) => await keptFilesAmong(database.pool, ids);
  const sweepOwn = async () => {
    if (await belongsTo(folder, await findDatabaseId(database))) await sweepFiles(folder, { olderThanMilliseconds: sweepOlderThanMilliseconds, sweptKeptMilliseconds, now: new Date(), keptAmong });
    else if (!isTold) {
      isTold = true;
      log.error({ sweep: 'ANOTHER_DATABASE' }, `Nothing is swept: ${markOf(folder)} names another database. Remove that file if this database has taken its place.`);
    }
  };
  const sweep = () => {
    running = running.then(sweepOwn).catch((error: unknown) => {
      log.error({ sweep: error instanceof Error ? error.name : 'failed' });
    });
  };
  sweep();
  const timer = setInterval(sweep, sweepEveryMilliseconds);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
