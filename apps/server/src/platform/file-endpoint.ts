import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import type { FileRefusalCode } from '@banyan/schema/lifecycle';
import { enLifecycle } from '@banyan/schema/texts/en-lifecycle';
import { viLifecycle, type LifecycleTexts } from '@banyan/schema/texts/vi-lifecycle';
import type { FileRefusal } from '../kernel/file-refusal.ts';
import type { FileStore, NotStored } from './file-store.ts';
import { watchLine } from './line-watch.ts';
import { networkOf } from './network.ts';
import { Places } from './places.ts';
import { cutAfter } from './slow-requests.ts';

/** Who asks, as a use case needs it. */
export interface FileRequest {
  readonly credential: string;
  readonly requestId: string;
  readonly network: string;
}

/** What is said of an upload before its bytes: for which paper, how large it is, and under which key. */
export interface AnnouncedFile {
  readonly paper: string;
  readonly bytes: number;
  readonly key: string;
}

interface Arrived {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: Buffer;
  readonly first: Buffer;
}

/** What the endpoint does, given from outside: the use cases know papers and scopes. */
export interface FileParts {
  readonly store: FileStore | null;
  readonly firstBytes: number;
  readonly credentialOf: (request: FastifyRequest) => string;
  readonly isForeign: (request: FastifyRequest) => boolean;
  readonly isWanted: (first: Buffer) => boolean;
  readonly admit: (from: FileRequest, announced: AnnouncedFile) => Promise<{ readonly atMostBytes: number; readonly accountId: string } | { readonly refused: FileRefusal }>;
  /** Keeps a file, or tells the one that was kept under its key before. */
  readonly keep: (from: FileRequest, announced: AnnouncedFile, arrived: Arrived) => Promise<{ readonly file: { readonly id: string; readonly name: string }; readonly isNew: boolean } | { readonly refused: FileRefusal }>;
  /** Finds a file to be given, unless `hasPlace` says that the account that asks has no place to take it. */
  readonly find: (from: FileRequest, file: string, hasPlace: (accountId: string) => boolean) => Promise<{ readonly id: string; readonly name: string; readonly mediaType: string; readonly bytes: number } | { readonly refused: FileRefusal }>;
  readonly onMissing: (id: string) => void;
  readonly times: FileTimes;
}

/** How long lines are held, in milliseconds. */
export interface FileTimes {
  /** How long what belongs to a refused upload is taken off the line, so that the answer is heard. */
  readonly refusedMilliseconds: number;
  /** How often a line that a file goes over is looked at. */
  readonly lookMilliseconds: number;
}

const statusOf: Readonly<Record<FileRefusalCode, number>> = {
  SIGNED_OUT: 401, FOREIGN: 403, NOT_FOUND: 404, FORBIDDEN_FOR_ROLE: 403, TAKES_NO_FILE: 422, NOT_THERE: 422, NAME_NOT_POSSIBLE: 422, KEY_NOT_POSSIBLE: 422, KEY_USED_OTHERWISE: 409, EMPTY: 422, TYPE_NOT_POSSIBLE: 415,
  TOO_LARGE: 413, TOO_MANY_FILES: 422, CANDIDACY_FULL: 422, DAY_FULL: 429, INCOMPLETE: 400, TOO_SLOW: 408, TOO_MANY_DOWNLOADS: 429, BUSY: 503, NO_PLACE: 503,
};
const refusalOf: Readonly<Record<NotStored, FileRefusalCode>> = { TOO_LARGE: 'TOO_LARGE', EMPTY: 'EMPTY', NOT_WANTED: 'TYPE_NOT_POSSIBLE', INCOMPLETE: 'INCOMPLETE' };

const uploadsAtMost = { inAll: 24, each: 6 };
/** An upload that brings less is cut, so that places are held by those who need them. */
const slowestBytesPerSecond = 8_192;
const downloadsAtMost = { inAll: Infinity, each: 8 };

function sentence(texts: LifecycleTexts, { code, limit }: FileRefusal): string {
  if (!limit) return texts.fileRefusals[code];
  const allowed = limit.of === 'BYTES' ? texts.fileLimit.bytes(String(Math.round(limit.allowed / 1_048_576))) : texts.fileLimit.files(String(limit.allowed));
  return `${texts.fileRefusals[code]} ${allowed}`;
}

async function refuse(request: FastifyRequest, reply: FastifyReply, refused: FileRefusal): Promise<FastifyReply> {
  const messages = { vi: sentence(viLifecycle, refused), en: sentence(enLifecycle, refused) };
  if (refused.code === 'BUSY' || refused.code === 'TOO_MANY_DOWNLOADS') reply.header('retry-after', '30');
  return await reply.code(statusOf[refused.code]).send({ error: { code: refused.code, messages, requestId: request.id } });
}

/** How a browser is told to keep a file (RFC 6266): a name in ASCII for all, and the whole name for those that read it. */
export function attachment(name: string): string {
  const ending = /\.[a-z]{2,5}$/.exec(name)?.[0] ?? '';
  const plain = name.slice(0, name.length - ending.length).normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').replaceAll(/[^A-Za-z0-9 ._-]/g, '_');
  const whole = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}${ending}"; filename*=UTF-8''${whole}`;
}

function nameSent(request: FastifyRequest): string | null {
  const header = request.headers['x-file-name'];
  if (typeof header !== 'string') return null;
  try {
    return decodeURIComponent(header);
  } catch {
    return null;
  }
}

function announcedIn({ headers, query }: FastifyRequest<{ Querystring: { paper?: unknown } }>): AnnouncedFile {
  const key = headers['idempotency-key'];
  return { paper: typeof query.paper === 'string' ? query.paper : '', bytes: Number(headers['content-length'] ?? 0), key: typeof key === 'string' ? key : '' };
}

/** When an answer has left as a whole, or whoever asked has. */
async function endOf({ raw }: FastifyReply): Promise<void> {
  await new Promise<void>((resolve) => {
    raw.once('finish', resolve).once('close', resolve);
  });
}

/**
 * POST /files?paper=<id>: the bytes of one file as the body, its name in `x-file-name` (percent-encoded), which no form of another site can
 * send, its key in `idempotency-key`: sent again, it is kept once. GET /files/<id>: the file, to be saved and never shown. Both run under the scope of the session that asks.
 */
export function serveFiles(app: FastifyInstance, parts: FileParts): void {
  const { lookMilliseconds, refusedMilliseconds } = parts.times;
  const uploads = new Places(uploadsAtMost);
  const downloads = new Places(downloadsAtMost);
  const from = (request: FastifyRequest): FileRequest => ({ credential: parts.credentialOf(request), requestId: request.id, network: networkOf(request.ip) });
  app.register(async (scope) => {
    scope.addHook('onRequest', (request, reply, next) => {
      reply.header('x-request-id', request.id);
      next();
    });
    // The bytes are taken as they come, whatever they are said to be.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => {
      done(null, payload);
    });
    scope.post<{ Querystring: { paper?: unknown }; Body: Readable | null }>('/files', async (request, reply) => {
      const { store } = parts;
      const name = nameSent(request);
      const announced = announcedIn(request);
      const asked = from(request);
      // Refused before it is read: the rest is taken off the line for a moment and kept nowhere.
      const refuseUnread = async (refused: FileRefusal) => {
        cutAfter(request, refusedMilliseconds);
        return await refuse(request, reply, refused);
      };
      if (parts.isForeign(request) || name === null) return await refuseUnread({ code: 'FOREIGN' });
      if (!store) return await refuseUnread({ code: 'NO_PLACE' });
      const admitted = await parts.admit(asked, announced);
      if ('refused' in admitted) return await refuseUnread(admitted.refused);
      if (!uploads.take(admitted.accountId)) return await refuseUnread({ code: 'BUSY' });
      cutAfter(request, null);
      const stopWatching = watchLine({
        everyMilliseconds: lookMilliseconds,
        atLeastBytes: (slowestBytesPerSecond * lookMilliseconds) / 1_000,
        bytesSoFar: () => request.raw.socket.bytesRead,
        // What came so far is thrown away, but not before the answer is on the line.
        onSlow: () => {
          if (request.raw.complete || reply.sent) return;
          reply.raw.once('finish', () => request.raw.destroy(new Error('slow')));
          void refuse(request, reply, { code: 'TOO_SLOW' });
        },
      });
      try {
        if (!request.body) return await refuse(request, reply, { code: 'EMPTY' });
        const stored = await store.store(request.body, { atMostBytes: admitted.atMostBytes, firstBytes: parts.firstBytes, wanted: parts.isWanted });
        if (reply.sent) return await reply;
        if ('not' in stored) return await refuse(request, reply, stored.not === 'TOO_LARGE' ? { code: 'TOO_LARGE', limit: { of: 'BYTES', allowed: admitted.atMostBytes } } : { code: refusalOf[stored.not] });
        // Where this fails nobody knows whether it was kept: the sweep does, later.
        const kept = await parts.keep(asked, announced, { ...stored, name });
        if ('refused' in kept || !kept.isNew) await store.discard(stored.id);
        // Sent again, it is answered as it was the first time.
        return 'refused' in kept ? await refuse(request, reply, kept.refused) : await reply.code(201).send({ file: kept.file });
      } finally {
        stopWatching();
        uploads.giveBack(admitted.accountId);
      }
    });
    scope.get<{ Params: { id: string } }>('/files/:id', { exposeHeadRoute: false }, async (request, reply) => {
      const over = endOf(reply);
      const found = await parts.find(from(request), request.params.id, (accountId) => {
        const hasPlace = downloads.take(accountId);
        if (hasPlace) void over.then(() => downloads.giveBack(accountId));
        return hasPlace;
      });
      if ('refused' in found) return await refuse(request, reply, found.refused);
      const bytes = await parts.store?.read(found.id, found.bytes);
      if (!bytes) {
        parts.onMissing(found.id);
        return await refuse(request, reply, { code: 'NOT_FOUND' });
      }
      // A file that nobody takes off the line is not held open.
      const stopWatching = watchLine({ everyMilliseconds: lookMilliseconds, atLeastBytes: 1, bytesSoFar: () => request.raw.socket.bytesWritten, onSlow: () => reply.raw.destroy() });
      void over.then(stopWatching);
      return await reply
        .headers({ 'content-type': found.mediaType, 'content-length': found.bytes, 'content-disposition': attachment(found.name), 'content-security-policy': `sandbox; default-src 'none'`, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
        .send(bytes);
    });
    await Promise.resolve();
  });
}
