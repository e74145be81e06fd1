import type { FastifyInstance } from 'fastify';

/** Cuts the line of whoever takes too long to send a request, so that nobody holds it by a byte at a time. What begins with `except` has the server's own limit. */
export function cutSlowRequests(app: FastifyInstance, { afterMilliseconds, except }: { afterMilliseconds: number; except: string }): void {
  app.addHook('onRequest', (request, _reply, next) => {
    const { raw } = request;
    if (!request.url.startsWith(except) && !raw.complete) {
      const timer = setTimeout(() => {
        if (!raw.complete) raw.destroy();
      }, afterMilliseconds).unref();
      raw.once('close', () => {
        clearTimeout(timer);
      });
    }
    next();
  });
}
