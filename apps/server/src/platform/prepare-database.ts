import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** The extensions that the migrations need and that only an administrator may create. */
export const neededExtensions = ['btree_gist', 'pg_trgm', 'unaccent'] as const;

/** How long one statement, lock, idle transaction or whole transaction of the application may last. */
const applicationLimits = {
  statement_timeout: '10s',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '15s',
  transaction_timeout: '30s',
} as const;

/** A login role and its password; without one, a new role gets a random one and an existing role keeps its own. */
export interface RoleRequest {
  readonly name: string;
  readonly password?: string | undefined;
}

/** The two addresses, and which passwords are not known because the role was there before. */
export interface PreparedDatabase {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly passwordsKept: readonly string[];
}

/** A password that needs no quoting anywhere. */
export function randomPassword(): string {
  return randomBytes(24).toString('base64url');
}

/** The same server and options under another role or database. */
export function withDatabase(url: string, { database, role, password }: { database?: string; role?: string; password?: string }): string {
  const changed = new URL(url);
  if (database !== undefined) changed.pathname = `/${encodeURIComponent(database)}`;
  if (role !== undefined) changed.username = encodeURIComponent(role);
  if (password !== undefined) changed.password = encodeURIComponent(password);
  return changed.href;
}

/**
 * Creates, from an administrator's address, the role that migrates and owns, the role that serves, and the database.
 * Running it again changes nothing that is there, except that a password given is set.
 */
export async function prepareDatabase({ adminUrl, database, owner, app }: {
  adminUrl: string;
  database: string;
  owner: RoleRequest;
  app: RoleRequest;
}): Promise<PreparedDatabase> {
  const passwords = new Map<string, string | null>();
  await withClient(adminUrl, async (admin) => {
    for (const role of [owner, app]) passwords.set(role.name, await ensureRole(admin, role));
    for (const [setting, value] of Object.entries(applicationLimits)) {
      await admin.query(`alter role ${quoted(app.name)} set ${setting} = ${pg.escapeLiteral(value)}`);
    }
    await ensureDatabase(admin, database, owner.name);
    await limitConnections(admin, database, app.name);
  });
  await withClient(withDatabase(adminUrl, { database }), async (inside) => {
    for (const extension of neededExtensions) await inside.query(`create extension if not exists ${extension}`);
    await inside.query('revoke create on schema public from public');
    await giveDatabase(inside, database, owner.name);
  });
  const urlOf = (role: string) =>
    withDatabase(adminUrl, { database, role, password: passwords.get(role) ?? 'PASSWORD' });
  return {
    ownerUrl: urlOf(owner.name),
    appUrl: urlOf(app.name),
    passwordsKept: [...passwords].filter(([, password]) => password === null).map(([name]) => name),
  };
}

/** Lets only the two roles in, and nobody make temporary tables; a database copied from a template needs it again. */
export async function limitConnections(admin: pg.Client, database: string, app: string): Promise<void> {
  await admin.query(`revoke all on database ${quoted(database)} from public`);
  await admin.query(`grant connect on database ${quoted(database)} to ${quoted(app)}`);
}

async function ensureRole(admin: pg.Client, { name, password }: RoleRequest): Promise<string | null> {
  const { rows } = await admin.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
    'select rolsuper, rolbypassrls from pg_roles where rolname = $1',
    [name],
  );
  const existing = rows[0];
  if (existing === undefined) {
    const chosen = password ?? randomPassword();
    const attributes = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication';
    await admin.query(`create role ${quoted(name)} ${attributes} password ${pg.escapeLiteral(chosen)}`);
    return chosen;
  }
  if (existing.rolsuper || existing.rolbypassrls) {
    throw new Error(`The role "${name}" exists and is a superuser or bypasses row security; choose another name.`);
  }
  if (password === undefined) return null;
  await admin.query(`alter role ${quoted(name)} login password ${pg.escapeLiteral(password)}`);
  return password;
}

async function ensureDatabase(admin: pg.Client, database: string, owner: string): Promise<void> {
  const { rows } = await admin.query<{ owner: string; mine: boolean }>(
    'select pg_get_userbyid(datdba) as owner, pg_get_userbyid(datdba) = current_user as mine from pg_database where datname = $1',
    [database],
  );
  const existing = rows[0];
  if (existing === undefined) {
    const locale = `encoding 'UTF8' locale 'C.UTF-8' locale_provider icu icu_locale 'vi-VN' template template0`;
    await admin.query(`create database ${quoted(database)} ${locale}`);
  } else if (existing.owner !== owner && !existing.mine) {
    throw new Error(`The database "${database}" exists and belongs to "${existing.owner}", not to "${owner}".`);
  }
}

/** Last, because an administrator who is no superuser has no more rights in it afterwards. */
async function giveDatabase(admin: pg.Client, database: string, owner: string): Promise<void> {
  const { rows } = await admin.query<{ done: boolean; may: boolean }>(
    `select pg_get_userbyid(datdba) = $2 as done, pg_has_role(current_user, $2::name, 'SET') as may from pg_database where datname = $1`,
    [database, owner],
  );
  if (rows[0]?.done === true) return;
  if (rows[0]?.may !== true) await admin.query(`grant ${quoted(owner)} to current_user with inherit false, set true`);
  await admin.query(`alter database ${quoted(database)} owner to ${quoted(owner)}`);
  if (rows[0]?.may !== true) await admin.query(`revoke ${quoted(owner)} from current_user`);
}

function quoted(name: string): string {
  return pg.escapeIdentifier(name);
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
