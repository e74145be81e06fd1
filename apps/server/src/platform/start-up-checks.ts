import pg from 'pg';
import { whyPortIsClosed } from './free-port.ts';
import { neededExtensions } from './prepare-database.ts';
import { StartUpRefusal } from './start-up-refusal.ts';

/** 18.4 in PostgreSQL's own counting. */
export const oldestVersion = 180_004;

/** Refuses where the server could not listen there. */
export async function checkPort({ port, host }: { port: number; host: string }): Promise<void> {
  if (port === 0) return;
  const why = await whyPortIsClosed(port, host);
  if (why === null) return;
  throw new StartUpRefusal(why === 'taken' ? 'PORT_TAKEN' : 'PORT_CLOSED', { port: String(port), host });
}

/** Refuses a database whose server, roles or extensions could not hold what Banyan promises. Changes nothing. */
export async function checkDatabase({ ownerUrl, appUrl, oldest = oldestVersion }: {
  ownerUrl: string;
  appUrl: string;
  oldest?: number;
}): Promise<void> {
  await connected('OWNER_DATABASE_URL', ownerUrl, async (owner) => {
    const ownerPlace = await readPlace(owner);
    if (ownerPlace.version < oldest) throw new StartUpRefusal('DATABASE_TOO_OLD', { version: ownerPlace.version_text });
    await connected('DATABASE_URL', appUrl, async (app) => {
      const appPlace = await readPlace(app);
      if (appPlace.place !== ownerPlace.place) throw new StartUpRefusal('DATABASES_DIFFER');
      await checkRoles({ app, ownerRole: ownerPlace.role, appRole: appPlace.role });
    });
    await checkOwner(owner);
  });
}

/** Runs the work with a connection, or says why there is none; never with the password. */
async function connected(name: string, url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    const { hostname, port, pathname } = new URL(url);
    const address = `${hostname}:${port === '' ? '5432' : port}${pathname}`;
    throw new StartUpRefusal('DATABASE_UNREACHABLE', { name, address, reason: reasonOf(error) });
  }
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function reasonOf(error: unknown): string {
  // A host with several addresses fails with several errors and no text of its own.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error ? first.message : String(first);
}

interface Place {
  version: number;
  version_text: string;
  role: string;
  /** The same for two connections to the same database of the same cluster. */
  place: string;
}

async function readPlace(client: pg.Client): Promise<Place> {
  const { rows } = await client.query<Place>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as version_text,
       session_user as role, (select system_identifier from pg_control_system()) || '/' || current_database() as place`,
  );
  const place = rows[0];
  if (place === undefined) throw new Error('PostgreSQL did not say where this is.');
  return place;
}

async function checkRoles({ app, ownerRole, appRole }: { app: pg.Client; ownerRole: string; appRole: string }): Promise<void> {
  const { rows } = await app.query<{ role: string; superuser: boolean; bypasses: boolean }>(
    'select rolname as role, rolsuper as superuser, rolbypassrls as bypasses from pg_roles where rolname = any ($1::text[])',
    [[ownerRole, appRole]],
  );
  for (const [name, role] of [['DATABASE_URL', appRole], ['OWNER_DATABASE_URL', ownerRole]] as const) {
    const row = rows.find((candidate) => candidate.role === role);
    if (row?.superuser === true) throw new StartUpRefusal('ROLE_SUPERUSER', { role, name });
    if (row?.bypasses === true) throw new StartUpRefusal('ROLE_BYPASSES', { role, name });
  }
  if (ownerRole === appRole) throw new StartUpRefusal('ROLES_EQUAL', { role: appRole });
  await checkMemberships(app, { ownerRole, appRole });
  await checkOwnsNothing(app, appRole);
}

/** A member can become what it is a member of, whatever its own attributes are. */
async function checkMemberships(app: pg.Client, { ownerRole, appRole }: { ownerRole: string; appRole: string }): Promise<void> {
  const { rows } = await app.query<{ role: string }>(
    `select rolname as role from pg_roles
     where (rolsuper or rolbypassrls or rolname = $1) and rolname <> $2 and pg_has_role($2::name, oid, 'MEMBER') limit 1`,
    [ownerRole, appRole],
  );
  if (rows[0] !== undefined) throw new StartUpRefusal('APP_ROLE_MEMBER', { role: appRole, of: rows[0].role });
}

async function checkOwnsNothing(app: pg.Client, appRole: string): Promise<void> {
  const { rows } = await app.query<{ what: string }>(
    `select pg_describe_object(d.classid, d.objid, d.objsubid) as what from pg_shdepend d
     where d.refclassid = 'pg_authid'::regclass and d.refobjid = $1::text::regrole and d.deptype = 'o'
       and d.dbid in (0, (select oid from pg_database where datname = current_database())) limit 1`,
    [pg.escapeIdentifier(appRole)],
  );
  if (rows[0] !== undefined) throw new StartUpRefusal('APP_ROLE_OWNS', { role: appRole, what: rows[0].what });
}

async function checkOwner(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ role: string; database: string; may: boolean; missing: string[] }>(
    `select session_user as role, current_database() as database,
       has_database_privilege(current_database(), 'CREATE') and has_schema_privilege('public', 'CREATE') as may,
       array(select needed from unnest($1::text[]) needed where needed not in (select extname from pg_extension)) as missing`,
    [[...neededExtensions]],
  );
  const found = rows[0];
  if (found === undefined) return;
  if (!found.may) throw new StartUpRefusal('OWNER_MAY_NOT_CREATE', { role: found.role, database: found.database });
  if (found.missing.length > 0) throw new StartUpRefusal('EXTENSION_MISSING', { extensions: found.missing.join(', ') });
}
