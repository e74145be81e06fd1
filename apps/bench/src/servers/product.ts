import 'reflect-metadata';
import { startServer } from '@banyan/server/src/server.ts';
import { announce } from './listen.ts';

const { url } = await startServer({ databaseUrl: process.env['BENCH_DATABASE_URL'] ?? '', webRoot: '/nonexistent', host: '127.0.0.1', port: 0 });
announce(url);
