import { createServer } from 'node:http';

/** A stand-in that only answers; the real server takes its place. */
export function startServer({ port, host }: {
  databaseUrl: string;
  ownerUrl?: string;
  port: number;
  host: string;
  webRoot: string;
  log: (line: string) => void;
}): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((_request, response) => response.end('Banyan'));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve({
        url: `http://${host}:${port}`,
        close: () =>
          new Promise((closed) => {
            server.closeAllConnections();
            server.close(() => {
              closed();
            });
          }),
      });
    });
  });
}
