import { createServer, type IncomingMessage } from 'node:http';
import { credentialOf } from '@banyan/server/src/contexts/access/domain/credential.ts';
import { listen } from './listen.ts';
import { openPool, readScoped } from './scoped-read.ts';

const pool = openPool();

/** What a request asks and presents: the code of a unit in its body, the session in its cookie. */
async function readRequest(request: IncomingMessage): Promise<{ code: string; credential: string }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { variables } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { variables: { code: string } };
  return { code: variables.code, credential: credentialOf(/sid=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]) };
}

async function answer(request: IncomingMessage): Promise<string> {
  const { code, credential } = await readRequest(request);
  return JSON.stringify({ data: { unit: await readScoped(pool, code, credential) } });
}

listen(
  createServer((request, response) => {
    answer(request).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }),
);
