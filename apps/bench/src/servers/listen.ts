import type { AddressInfo, Server } from 'node:net';

/** Tells the bench where this process listens. */
export function announce(url: string): void {
  process.send?.(url);
  // The bench is gone: so are we.
  process.on('disconnect', () => process.exit(0));
}

/** Listens on a free port of the loopback and announces it. */
export function listen(server: Server): void {
  server.listen(0, '127.0.0.1', () => {
    announce(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
}
