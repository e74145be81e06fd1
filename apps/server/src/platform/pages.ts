import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const strict = (nonce: string) =>
  `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

/** The explorer's editor makes its styles at run time and runs its languages in workers. */
const explorer = (nonce: string) =>
  `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`;

const marker = '__CSP_NONCE__';

async function sendPage(reply: FastifyReply, file: string, policy: (nonce: string) => string): Promise<void> {
  const nonce = randomBytes(16).toString('base64');
  const html = (await readFile(file, 'utf8')).replaceAll(marker, nonce);
  await reply
    .header('content-security-policy', policy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(html);
}

/** Serves the built web application: its pages with a fresh nonce each, its assets as immutable files. */
export async function servePages(app: FastifyInstance, webRoot: string): Promise<void> {
  if (!existsSync(join(webRoot, 'index.html'))) return;
  await app.register(fastifyStatic, { root: join(webRoot, 'assets'), prefix: '/assets/', wildcard: true, index: false, immutable: true, maxAge: '1y' });
  const pages: readonly [string, string, (nonce: string) => string][] = [
    ['/dang-nhap', 'sign-in.html', strict],
    ['/explorer', 'explorer.html', explorer],
  ];
  for (const [path, file, policy] of pages) {
    app.get(path, async (_request, reply) => {
      await sendPage(reply, join(webRoot, file), policy);
      return reply;
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const isNavigation = (request.method === 'GET' || request.method === 'HEAD') && (request.headers.accept ?? '').includes('text/html') && !request.url.startsWith('/assets/');
    if (isNavigation) await sendPage(reply, join(webRoot, 'index.html'), strict);
    else await reply.code(404).send({ error: 'not found' });
    return reply;
  });
}

/** Serves the schema's text with an ETag, so that tools need not ask for it again. */
export function serveSchemaText(app: FastifyInstance, text: string): void {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  // Anybody may ask for it: compressed beside the event loop, not on it.
  app.get('/schema.graphql', { compress: { threshold: 1_024, encodings: ['gzip'] } }, async (request, reply) => {
    reply.header('etag', etag).header('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === etag) return await reply.code(304).send();
    return await reply.type('text/plain; charset=utf-8').send(text);
  });
}
