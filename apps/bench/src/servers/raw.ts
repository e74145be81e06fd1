import { createServer } from 'node:http';
import { askedCode } from '../question.ts';
import { listen } from './listen.ts';
import { openPool, readScoped } from './scoped-read.ts';

const pool = openPool();
listen(
  createServer((request, response) => {
    request.resume().on('end', () => {
      readScoped(pool, askedCode).then(
        (unit) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ data: { unit } })),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
  }),
);
