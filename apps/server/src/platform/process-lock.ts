import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A lock that the operating system takes away with the process that holds it. */
export interface ProcessLock {
  release(): Promise<void>;
}

/**
 * A listening socket is the lock: unlike a file with a process id it cannot outlive its holder, so that nobody is
 * locked out after a kill. Linux needs no file for it, Windows has named pipes, the rest leave a file behind.
 */
function address(name: string): { path: string; file: boolean } {
  const key = `banyan-${createHash('sha256').update(name).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return { path: `\0${key}`, file: false };
  if (process.platform === 'win32') return { path: `\\\\.\\pipe\\${key}`, file: false };
  return { path: join(tmpdir(), `${key}.sock`), file: true };
}

function listen(path: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(String(process.pid));
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

/** The process id that the holder answers with; null where nobody answers. */
function askHolder(path: string): Promise<string | null> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(path);
    socket.setTimeout(2000, () => socket.destroy());
    socket.on('data', (chunk) => {
      answer += chunk.toString();
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'ECONNREFUSED' || error.code === 'ENOENT' ? null : '?');
    });
    socket.on('close', () => {
      resolve(answer === '' ? '?' : answer);
    });
  });
}

/**
 * Takes the lock of that name, or says which process holds it. A holder that does not answer is given a moment: it was
 * just killed, and the system has not yet taken its socket away.
 */
export async function takeProcessLock(name: string): Promise<ProcessLock | { heldBy: string }> {
  const { path, file } = address(name);
  for (const until = Date.now() + 3000; ; await sleep(50)) {
    const server = await listen(path);
    if (server !== null) {
      return {
        release: () =>
          new Promise((resolve) => {
            server.close(() => {
              resolve();
            });
          }),
      };
    }
    const heldBy = await askHolder(path);
    if (heldBy !== null && heldBy !== '?') return { heldBy };
    if (Date.now() > until) return { heldBy: '?' };
    if (heldBy === null && file) await rm(path, { force: true });
  }
}
