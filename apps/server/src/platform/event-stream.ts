import { sumsAloneRoles } from '@banyan/schema/enums';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from './database.ts';
import type { LedgerListener } from './ledger-listener.ts';

/** How streams are held open. */
export interface EventStreamOptions {
  readonly database: Database;
  readonly listener: LedgerListener;
  readonly credentialOf: (request: FastifyRequest) => string;
  readonly isForeign: (request: FastifyRequest) => boolean;
  /** How long commits are gathered before a stream is told, in milliseconds. */
  readonly gatherMilliseconds?: number;
  /** How often a stream that nothing happens on is proved alive, and its reader's right to it looked up again, in milliseconds. */
  readonly beatMilliseconds?: number;
}

const streamsAtMost = 2_000;
const streamsOfSessionAtMost = 8;
const streamsOfAccountAtMost = 40;

/** How many streams are open, in all and for each key (a session, an account). */
class OpenStreams {
  private readonly counts = new Map<string, number>();
  private all = 0;

  /** Takes a place for a stream of a session of an account; false where there is none. */
  take(credential: string, accountId: string): boolean {
    const [ofSession, ofAccount] = [this.counts.get(credential) ?? 0, this.counts.get(accountId) ?? 0];
    if (this.all >= streamsAtMost || ofSession >= streamsOfSessionAtMost || ofAccount >= streamsOfAccountAtMost) return false;
    this.all += 1;
    this.counts.set(credential, ofSession + 1).set(accountId, ofAccount + 1);
    return true;
  }

  giveBack(credential: string, accountId: string): void {
    this.all -= 1;
    for (const key of [credential, accountId]) {
      const left = (this.counts.get(key) ?? 1) - 1;
      if (left === 0) this.counts.delete(key);
      else this.counts.set(key, left);
    }
  }
}

/**
 * GET /events: tells an open page that something changed in what it may see. An event carries a number and nothing else: the page asks
 * again under its own scope. The right to hear is looked up in the database before each event and each beat; where it is gone the stream
 * ends with `end`, and where it cannot be looked up nothing is told until it can.
 */
export function serveEvents(app: FastifyInstance, { database, listener, credentialOf, isForeign, gatherMilliseconds = 300, beatMilliseconds = 15_000 }: EventStreamOptions): void {
  const open = new OpenStreams();
  const closing = new Set<() => void>();
  app.get('/events', { exposeHeadRoute: false }, async (request, reply) => {
    const credential = credentialOf(request);
    if (isForeign(request)) return await reply.code(403).send({ error: 'foreign' });
    const first = await scopeOf(database, credential);
    if (!first) return await reply.code(401).send({ error: 'signed out' });
    const { raw } = reply;
    // Whoever left while that was looked up will not be heard leaving again.
    if (raw.destroyed || request.raw.socket.destroyed) return await reply.code(499).send();
    if (!open.take(credential, first.accountId)) return await reply.code(503).header('retry-after', '30').send({ error: 'too many streams' });

    let scope: Scope = first;
    let version = 0;
    let owed = false;
    let gathering: NodeJS.Timeout | undefined;
    let ended = false;
    const end = () => {
      if (ended) return;
      ended = true;
      clearTimeout(gathering);
      clearInterval(beat);
      stopHearing();
      closing.delete(end);
      open.giveBack(credential, first.accountId);
      raw.end();
    };
    /** Sends what is due where the reader may still hear it. */
    const send = async () => {
      const now = await scopeOf(database, credential).catch(() => undefined);
      if (ended || now === undefined) return;
      if (now === null) {
        raw.write('event: end\ndata: 0\n\n');
        end();
        return;
      }
      scope = now;
      if (owed) version += 1;
      raw.write(owed ? `event: changed\nid: ${version}\ndata: ${version}\n\n` : ': beat\n\n');
      owed = false;
    };
    const stopHearing = listener.subscribe((places) => {
      if (!scope.hears || (places !== null && !places.some((place) => place >= scope.lo && place <= scope.hi))) return;
      owed = true;
      gathering ??= setTimeout(() => {
        gathering = undefined;
        void send();
      }, gatherMilliseconds);
    });
    const beat = setInterval(() => void send(), beatMilliseconds);
    closing.add(end);
    raw.on('close', end);

    reply.hijack();
    const headers = Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)) as Record<string, string>;
    raw.writeHead(200, { ...headers, 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
    raw.write('retry: 3000\n\n');
    return reply;
  });
  app.addHook('preClose', async () => {
    for (const end of closing) end();
    await Promise.resolve();
  });
}

const sumsAlone: ReadonlySet<string> = new Set(sumsAloneRoles);

interface Scope {
  readonly accountId: string;
  readonly lo: bigint;
  readonly hi: bigint;
  /** Who reads sums of past periods alone is told of no moment. */
  readonly hears: boolean;
}

/** The part of the tree that a credential reads now; null where it reads nothing. */
async function scopeOf(database: Database, credential: string): Promise<Scope | null> {
  const transaction = await database.read(credential);
  const { actor } = transaction;
  transaction.end();
  return actor && { accountId: actor.accountId, lo: BigInt(actor.lo), hi: BigInt(actor.hi), hears: !sumsAlone.has(actor.role) };
}
