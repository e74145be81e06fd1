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
const streamsOfOneAtMost = 8;

/**
 * GET /events: tells an open page that something changed in what it may see. An event carries a number and nothing else: the page asks
 * again under its own scope. The right to hear is looked up in the database before each event and each beat; where it is gone the stream
 * ends with `end`.
 */
export function serveEvents(app: FastifyInstance, { database, listener, credentialOf, isForeign, gatherMilliseconds = 300, beatMilliseconds = 15_000 }: EventStreamOptions): void {
  const open = new Map<string, number>();
  const closing = new Set<() => void>();
  app.get('/events', async (request, reply) => {
    const credential = credentialOf(request);
    if (isForeign(request)) return await reply.code(403).send({ error: 'foreign' });
    const first = await scopeOf(database, credential);
    if (!first) return await reply.code(401).send({ error: 'signed out' });
    const ofOne = open.get(credential) ?? 0;
    if (closing.size >= streamsAtMost || ofOne >= streamsOfOneAtMost) return await reply.code(503).header('retry-after', '30').send({ error: 'too many streams' });
    open.set(credential, ofOne + 1);

    reply.hijack();
    const { raw } = reply;
    const headers = Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined)) as Record<string, string>;
    raw.writeHead(200, { ...headers, 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
    raw.write('retry: 3000\n\n');

    let scope: Scope = first;
    let version = 0;
    let gathering: NodeJS.Timeout | undefined;
    let ended = false;
    const end = () => {
      if (ended) return;
      ended = true;
      clearTimeout(gathering);
      clearInterval(beat);
      stopHearing();
      closing.delete(end);
      const left = (open.get(credential) ?? 1) - 1;
      if (left === 0) open.delete(credential);
      else open.set(credential, left);
      raw.end();
    };
    /** Sends what is due where the reader may still hear it. */
    const send = async (text: (number: number) => string) => {
      const now = await scopeOf(database, credential).catch(() => scope);
      if (ended) return;
      if (now) {
        scope = now;
        raw.write(text((version += 1)));
      } else {
        raw.write('event: end\ndata: 0\n\n');
        end();
      }
    };
    const stopHearing = listener.subscribe((places) => {
      if (gathering !== undefined || (places !== null && !places.some((place) => place >= scope.lo && place <= scope.hi))) return;
      gathering = setTimeout(() => {
        gathering = undefined;
        void send((number) => `event: changed\nid: ${number}\ndata: ${number}\n\n`);
      }, gatherMilliseconds);
    });
    const beat = setInterval(() => void send(() => ': beat\n\n'), beatMilliseconds);
    closing.add(end);
    raw.on('close', end);
    return reply;
  });
  app.addHook('preClose', async () => {
    for (const end of closing) end();
    await Promise.resolve();
  });
}

interface Scope {
  readonly lo: bigint;
  readonly hi: bigint;
}

/** The part of the tree that a credential reads now; null where it reads nothing. */
async function scopeOf(database: Database, credential: string): Promise<Scope | null> {
  const transaction = await database.read(credential);
  const { actor } = transaction;
  transaction.end();
  return actor && { lo: BigInt(actor.lo), hi: BigInt(actor.hi) };
}
