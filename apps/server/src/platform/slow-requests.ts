import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';

const cuts = new WeakMap<IncomingMessage, NodeJS.Timeout>();

/** Cuts the line of a request that is not whole after so many milliseconds; null gives it the server's own limit. What was said of it before is void. */
export function cutAfter({ raw }: FastifyRequest, milliseconds: number | null): void {
  clearTimeout(cuts.get(raw));
  if (milliseconds === null || raw.complete) return;
  const timer = setTimeout(() => {
    if (!raw.complete) raw.destroy();
  }, milliseconds).unref();
  cuts.set(raw, timer);
  raw.once('close', () => {
    clearTimeout(timer);
  });
}

/** Cuts the line of whoever takes too long to send a request, so that nobody holds it by a byte at a time. */
export function cutSlowRequests(app: FastifyInstance, afterMilliseconds: number): void {
  app.addHook('onRequest', (request, _reply, next) => {
    cutAfter(request, afterMilliseconds);
    next();
  });
}
