import { dirname, join } from 'node:path';
import { z } from 'zod';
import { defaultDataFolder } from './folders.ts';
import { StartUpRefusal } from './start-up-refusal.ts';

/** Where the data lies: a PostgreSQL of our own in a folder, or one that somebody else runs. */
export type DatabaseConfig =
  | { readonly kind: 'EMBEDDED'; readonly folder: string; readonly fresh: boolean }
  | { readonly kind: 'GIVEN'; readonly ownerUrl: string; readonly appUrl: string };

/** Everything that a start may be told from outside. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly database: DatabaseConfig;
  /** Where the files of papers lie; null where no folder was given, and then no file is taken. */
  readonly filesFolder: string | null;
  /** Whether the demonstration provinces are loaded: by default only into a database of our own. */
  readonly demonstration: boolean;
}

const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ });
const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: databaseUrl.optional(),
  OWNER_DATABASE_URL: databaseUrl.optional(),
  DATA_FOLDER: z.string().optional(),
  FILES_FOLDER: z.string().optional(),
  DEMO: z.enum(['0', '1']).optional(),
});

/** What each setting must look like, for the sentence that refuses it. */
const needs: Readonly<Record<string, string>> = {
  PORT: '0–65535',
  HOST: '127.0.0.1',
  DATABASE_URL: 'postgres://role:password@host:5432/database',
  OWNER_DATABASE_URL: 'postgres://role:password@host:5432/database',
  DATA_FOLDER: '.data/postgres',
  FILES_FOLDER: '.data/files',
  DEMO: '0, 1',
};

/** Reads the settings of a start. Fails with a StartUpRefusal. */
export function readConfig({ environment, args }: {
  environment: Readonly<Record<string, string | undefined>>;
  args: readonly string[];
}): Config {
  const unknown = args.find((argument) => argument !== '--fresh');
  if (unknown !== undefined) throw new StartUpRefusal('SETTING_INVALID', { name: unknown, need: '--fresh' });
  // An empty variable is how many tools say "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw new StartUpRefusal('SETTING_INVALID', { name, need: needs[name] ?? '' });
  }
  const { PORT: port, HOST: host, DEMO: demo } = parsed.data;
  const database = databaseConfig(parsed.data, args.includes('--fresh'));
  // For a database that somebody else runs the folder has to be given.
  const filesFolder = parsed.data.FILES_FOLDER ?? (database.kind === 'GIVEN' ? null : filesBeside(database.folder));
  return { host, port, database, filesFolder, demonstration: demo === undefined ? database.kind === 'EMBEDDED' : demo === '1' };
}

/** Where the files of an embedded database are kept, unless another folder is given: beside it. */
export function filesBeside(folder: string): string {
  return folder === defaultDataFolder() ? join(dirname(folder), 'files') : `${folder}-files`;
}

function databaseConfig(
  { DATABASE_URL: appUrl, OWNER_DATABASE_URL: ownerUrl, DATA_FOLDER: folder }: z.infer<typeof settings>,
  fresh: boolean,
): DatabaseConfig {
  if (appUrl === undefined && ownerUrl === undefined) return { kind: 'EMBEDDED', folder: folder ?? defaultDataFolder(), fresh };
  if (appUrl === undefined) throw new StartUpRefusal('URL_MISSING', { given: 'OWNER_DATABASE_URL', missing: 'DATABASE_URL' });
  if (ownerUrl === undefined) throw new StartUpRefusal('URL_MISSING', { given: 'DATABASE_URL', missing: 'OWNER_DATABASE_URL' });
  if (fresh) throw new StartUpRefusal('FRESH_WITH_GIVEN_DATABASE');
  return { kind: 'GIVEN', ownerUrl, appUrl };
}
