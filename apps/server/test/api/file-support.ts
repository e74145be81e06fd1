import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { opaque } from '../properties/literals.ts';
import { openWith, province, type OpenWorld } from '../world.ts';
import { secretOf } from '../worlds/session.ts';
import { candidate, change } from './candidacy-support.ts';

/** Something that begins like a PDF. */
export const pdf = (size = 64) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size)]);

/** What is answered to a file that is sent. */
export interface Said {
  readonly status: number;
  readonly file?: { readonly id: string; readonly name: string };
  readonly error?: { readonly code: string; readonly messages: { readonly vi: string; readonly en: string } };
}

interface Kept {
  readonly candidacy: string;
  readonly paper: string;
}

export const cookie = (account: string | null) => (account === null ? {} : { cookie: `sid=${secretOf(account)}` });

/** A world that listens, with a folder for files. */
export interface FileWorld {
  readonly world: OpenWorld;
  readonly url: string;
  readonly folder: string;
  send(account: string | null, paper: string, bytes: Buffer, options?: { name?: string; headers?: Record<string, string> }): Promise<Said>;
  get(account: string | null, id: string): Promise<Response>;
  /** A candidacy with a paper of a kind. */
  papered(kind?: string, isThere?: boolean): Promise<Kept>;
  lineOf(id: string, kind: string): Promise<{ takesFile: boolean; papers: { id: string; files: { id: string; name: string; mediaType: string; bytes: number; uploadedBy: string }[] }[] }>;
  onDisk(): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens it: a secretary, a board, an observer, an auditor and `full` at a cell, and `far` in another district. */
export async function openFiles(): Promise<FileWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-files-'));
  const tree = province('p');
  const first = tree.district('d').commune('c').cell('1').account('secretary', 'SECRETARY').account('board', 'BOARD').account('observer', 'OBSERVER').account('auditor', 'AUDITOR').account('full', 'STAFF');
  const cell = opaque('Unit', first.id);
  tree.district('e').account('far', 'STAFF');
  const world = await openWith({ filesFolder: folder }, tree);
  const url = await world.server.app.listen({ port: 0, host: '127.0.0.1' });
  const lineOf: FileWorld['lineOf'] = async (id, kind) => {
    const { candidacy } = await world.data<{ candidacy: { papers: (Awaited<ReturnType<FileWorld['lineOf']>> & { kind: string })[] } }>(
      'secretary', 'query($id: ID!) { candidacy(id: $id) { papers { kind takesFile papers { id files { id name mediaType bytes uploadedBy } } } } }', { id });
    return candidacy.papers.find((line) => line.kind === kind)!;
  };
  return {
    world,
    url,
    folder,
    lineOf,
    async send(account, paper, bytes, { name = 'Đơn.pdf', headers = {} } = {}) {
      const response = await fetch(`${url}/files?paper=${paper}`, { method: 'POST', body: new Uint8Array(bytes), headers: { 'x-file-name': encodeURIComponent(name), 'content-type': 'application/octet-stream', 'idempotency-key': randomUUID(), ...cookie(account), ...headers } });
      return { status: response.status, ...((await response.json()) as object) };
    },
    get: async (account, id) => await fetch(`${url}/files/${id}`, { headers: cookie(account) }),
    async papered(kind = 'APPLICATION', isThere = true) {
      const { id } = await candidate(world, 'secretary', cell);
      await change(world, 'secretary', 'recordPaper', { candidacy: id, kind, isThere, madeOn: '2025-09-05', idempotencyKey: randomUUID() });
      return { candidacy: id, paper: (await lineOf(id, kind)).papers[0]!.id };
    },
    onDisk: async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)),
    async close() {
      await world.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
