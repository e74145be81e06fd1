import { chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { findInstallation, temporaryFolder, type Installation } from './postgres-installation.ts';
import { initialiseCluster, startCluster, stopOrphan } from './postgres-process.ts';
import { prepareDatabase, randomPassword, withDatabase } from './prepare-database.ts';
import { takeProcessLock } from './process-lock.ts';
import { StartUpRefusal } from './start-up-refusal.ts';

const database = 'banyan';
const ownerRole = 'banyan_owner';
const appRole = 'banyan_app';

/** A PostgreSQL of our own with the two roles and the database in it. */
export interface EmbeddedPostgres {
  /** The superuser's address, for tests and for what only an administrator may do. */
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly port: number;
  /** The process id of the database, for tests that kill it. */
  readonly pid: number;
  /** Resolves when the database has ended, whoever ended it. */
  readonly exited: Promise<void>;
  stop(): Promise<void>;
}

const passwordFile = z.object({ admin: z.string().min(1), owner: z.string().min(1), app: z.string().min(1) });
type Passwords = z.infer<typeof passwordFile>;

/** A database in a temporary folder that trades safety for speed and is removed when stopped: for tests. */
export async function startThrowAway(): Promise<EmbeddedPostgres> {
  const installation = await findInstallation();
  const folder = await mkdtemp(join(await temporaryFolder(installation.account), 'banyan-throw-away-'));
  const passwords = newPasswords();
  const remove = async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    await installation.remove();
  };
  try {
    await initialiseCluster({ installation, folder, password: passwords.admin });
    return await open({
      installation,
      folder,
      passwords,
      throwAway: true,
      settings: {
        fsync: 'off',
        synchronous_commit: 'off',
        full_page_writes: 'off',
        wal_level: 'minimal',
        max_wal_senders: '0',
        max_connections: '200',
      },
      cleanUp: remove,
    });
  } catch (error) {
    await remove();
    throw error;
  }
}

/** What a database of a province's size takes of a small machine: room to load it without writing pages twice. */
const kept = { shared_buffers: '384MB', max_wal_size: '4GB' };

/**
 * A database that keeps its data below `folder`. One process at a time holds a folder; a PostgreSQL that outlived its
 * server is stopped first. Fails with a StartUpRefusal.
 */
export async function startPersistent({ folder: given, fresh = false, signal }: {
  folder: string;
  /** Removes what is there and begins anew. */
  fresh?: boolean;
  signal?: AbortSignal | undefined;
}): Promise<EmbeddedPostgres> {
  const folder = resolve(given);
  const lock = await takeProcessLock(folder);
  if ('heldBy' in lock) throw new StartUpRefusal('ALREADY_RUNNING', { folder, process: lock.heldBy });
  const cluster = join(folder, 'cluster');
  let installation: Installation | undefined;
  const cleanUp = async () => {
    await installation?.remove();
    await lock.release();
  };
  try {
    await stopOrphan(cluster);
    const copies = await removeLeftCopy(folder);
    if (fresh) await removeData(folder);
    await mkdir(folder, { recursive: true, mode: 0o755 });
    installation = await findInstallation();
    await copies.remember(installation);
    const passwords = await readPasswords(folder, cluster);
    if (!(await exists(cluster))) await makeCluster({ installation, cluster, password: passwords.admin, signal });
    return await open({ installation, folder: cluster, passwords, throwAway: false, settings: kept, cleanUp, signal });
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

/** Only what is ours: somebody may have pointed DATA_FOLDER at a folder that holds other things too. */
async function removeData(folder: string): Promise<void> {
  for (const name of ['cluster', 'cluster.new', 'passwords.json']) {
    await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Built beside its place and then moved there, so that an interrupted start leaves no half a cluster. */
async function makeCluster({ installation, cluster, password, signal }: {
  installation: Installation;
  cluster: string;
  password: string;
  signal?: AbortSignal | undefined;
}): Promise<void> {
  const building = `${cluster}.new`;
  // A predecessor that was killed may have left an initdb that is just ending.
  await rm(building, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  await mkdir(building, { mode: 0o700 });
  if (installation.account !== null) await chown(building, installation.account.uid, installation.account.gid);
  await initialiseCluster({ installation, folder: building, password, signal });
  await rename(building, cluster);
}

async function open({ installation, folder, passwords, throwAway, settings, cleanUp, signal }: {
  installation: Installation;
  folder: string;
  passwords: Passwords;
  throwAway: boolean;
  settings: Readonly<Record<string, string>>;
  cleanUp: () => Promise<void>;
  signal?: AbortSignal | undefined;
}): Promise<EmbeddedPostgres> {
  const running = await startCluster({ installation, folder, password: passwords.admin, settings, throwAway, signal });
  const adminUrl = `postgres://postgres:${passwords.admin}@127.0.0.1:${running.port}/postgres`;
  try {
    const { ownerUrl, appUrl } = await prepareDatabase({
      adminUrl,
      database,
      owner: { name: ownerRole, password: passwords.owner },
      app: { name: appRole, password: passwords.app },
    });
    signal?.throwIfAborted();
    return {
      adminUrl: withDatabase(adminUrl, { database }),
      ownerUrl,
      appUrl,
      port: running.port,
      pid: running.pid,
      exited: running.exited,
      stop: async () => {
        await running.stop();
        await cleanUp();
      },
    };
  } catch (error) {
    await running.stop();
    throw error;
  }
}

function newPasswords(): Passwords {
  return { admin: randomPassword(), owner: randomPassword(), app: randomPassword() };
}

async function readPasswords(folder: string, cluster: string): Promise<Passwords> {
  const path = join(folder, 'passwords.json');
  if (await exists(path)) return passwordFile.parse(JSON.parse(await readFile(path, 'utf8')));
  if (await exists(cluster)) throw new StartUpRefusal('DATA_FOLDER_FOREIGN', { folder });
  const passwords = newPasswords();
  await writeFile(`${path}.new`, `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
  return passwords;
}

/** A start that was killed could not remove its copy of PostgreSQL's files; the folder remembers where it lies. */
async function removeLeftCopy(folder: string): Promise<{ remember(installation: Installation): Promise<void> }> {
  const note = join(folder, 'copied-to');
  const left = await readFile(note, 'utf8').catch(() => '');
  if (basename(left).startsWith('banyan-postgres-')) await rm(left, { recursive: true, force: true });
  await rm(note, { force: true });
  return {
    remember: async ({ copy }) => {
      if (copy !== null) await writeFile(note, copy);
    },
  };
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null;
}
