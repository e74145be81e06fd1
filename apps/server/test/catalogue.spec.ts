import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryMeasures } from '../src/contexts/ledger/domain/measure.ts';
import { freshDatabase, type FreshDatabase } from './database.ts';

let database: FreshDatabase;
let owner: pg.Client;
let app: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client(database.ownerUrl);
  app = new pg.Client(database.appUrl);
  await Promise.all([owner.connect(), app.connect()]);
}, 60_000);
afterAll(async () => {
  await Promise.all([owner.end(), app.end()]);
  await database.drop();
});

async function found(sql: string): Promise<string[]> {
  return (await owner.query<{ finding: string }>(sql)).rows.map((row) => row.finding);
}

const tables = `pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')`;

/** Functions that run as the owner and that the application may call. A new one needs a place here, and a test. */
const callableDefiners = [
  'app.accept_transfer',
  'app.address_letter',
  'app.assignable_accounts',
  'app.backfill_positions',
  'app.chain_on',
  'app.check_number',
  'app.compact',
  'app.copy_places',
  'app.correct_person',
  'app.counted_here',
  'app.counts_now_at',
  'app.enter',
  'app.event_size',
  'app.find_credentials',
  'app.has_queued',
  'app.holds_past_positions',
  'app.is_anything_queued',
  'app.is_counted',
  'app.is_unlocked',
  'app.kept_files',
  'app.letter_by_code',
  'app.next_position',
  'app.number_is_taken',
  'app.open_session',
  'app.own_file_bytes_today',
  'app.own_grants',
  'app.own_unlocks_today',
  'app.own_view_count',
  'app.parts_gone',
  'app.places_since_gone',
  'app.published_units',
  'app.renew_limits',
  'app.reposition',
  'app.sensitive_slices',
  'app.unlocks_below',
];

/** What the catalogue holds that it must not; each is one sentence of a rule. */
const rules: Record<string, string> = {
  'every table has row security on and forced': `select c.relname as finding from ${tables} and not (c.relrowsecurity and c.relforcerowsecurity)`,
  'every table has a policy of the application for each of the four commands': `
    select c.relname || ' ' || command as finding from pg_class c cross join unnest(array['r', 'a', 'w', 'd']) as command
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'schema_migration' and c.relname !~ 'migration'
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd::text in (command, '*') and 'banyan_app'::regrole = any (p.polroles))`,
  'a policy that reads or changes has a condition, and one that writes a check': `
    select polrelid::regclass || ' ' || polname as finding from pg_policy
    where (polcmd in ('r', 'd') and polqual is null) or (polcmd = 'a' and polwithcheck is null) or (polcmd in ('w', '*') and (polqual is null or polwithcheck is null))`,
  'no policy is for everyone or asks for the user of the database': `
    select polrelid::regclass || ' ' || polname as finding from pg_policy
    where 0 = any (polroles) or coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid), '') ~* 'current_user|session_user|current_setting'`,
  'no policy but the declared ones lets everything through': `
    select polrelid::regclass || ' ' || polname as finding from pg_policy
    where 'banyan_app'::regrole = any (polroles) and (pg_get_expr(polqual, polrelid) = 'true' or pg_get_expr(polwithcheck, polrelid) = 'true')
      and polrelid::regclass::text not in ('configuration', 'tier_label', 'unit_kind', 'unit_kind_parent', 'holiday', 'file_limit', 'sign_in_attempt')`,
  'a setting is read through nullif': `
    select p.oid::regprocedure::text as finding from pg_proc p where p.pronamespace = 'app'::regnamespace and p.prokind = 'f'
      and regexp_count(pg_get_functiondef(p.oid), 'current_setting\\(''(?!transaction_isolation)', 1, 'i') > regexp_count(pg_get_functiondef(p.oid), 'nullif\\(current_setting', 1, 'i')`,
  'every view is a security invoker': `
    select c.relname as finding from pg_class c where c.relnamespace in ('public'::regnamespace, 'app'::regnamespace) and c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false)`,
  'no materialised view is readable': `
    select c.relname as finding from pg_class c where c.relkind = 'm' and has_table_privilege('banyan_app', c.oid, 'select')`,
  'a definer function has its own search path': `
    select p.oid::regprocedure::text as finding from pg_proc p where p.pronamespace in ('app'::regnamespace, 'public'::regnamespace) and p.prosecdef and not coalesce(p.proconfig::text ~ 'search_path', false)`,
  'nobody in general may execute a function of ours': `
    select p.oid::regprocedure::text as finding from pg_proc p where p.pronamespace = 'app'::regnamespace and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0 and a.privilege_type = 'EXECUTE')`,
  'the application owns nothing': `
    select c.oid::regclass::text as finding from pg_class c where c.relowner = 'banyan_app'::regrole
    union all select p.oid::regprocedure::text from pg_proc p where p.proowner = 'banyan_app'::regrole
    union all select nspname from pg_namespace where nspowner = 'banyan_app'::regrole
    union all select datname from pg_database where datdba = 'banyan_app'::regrole`,
  'the application is neither superuser nor bypasses row security, creates nothing and is a member of nothing': `
    select rolname as finding from pg_roles where rolname = 'banyan_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
    union all select roleid::regrole::text from pg_auth_members where member = 'banyan_app'::regrole
    union all select 'create in ' || nspname from pg_namespace where nspname !~ '^pg_' and has_schema_privilege('banyan_app', oid, 'create')
    union all select 'create or temporary in the database' where has_database_privilege('banyan_app', current_database(), 'create') or has_database_privilege('banyan_app', current_database(), 'temporary')`,
  'the owner is neither superuser nor bypasses row security': `select rolname as finding from pg_roles where rolname = 'banyan_owner' and (rolsuper or rolbypassrls)`,
  'the application truncates, references and triggers nothing': `
    select c.relname || ' ' || privilege as finding from ${tables.replace('pg_class c', `pg_class c cross join unnest(array['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) as privilege`)} and has_table_privilege('banyan_app', c.oid, privilege)`,
  'the application reads no sequence': `
    select c.relname as finding from pg_class c where c.relkind = 'S' and c.relnamespace = 'public'::regnamespace and (has_sequence_privilege('banyan_app', c.oid, 'select') or has_sequence_privilege('banyan_app', c.oid, 'usage'))`,
  'the application never reads a password hash or a credential': `
    select attrelid::regclass || '.' || attname as finding from pg_attribute where (attrelid, attname) in (('account'::regclass, 'password_hash'), ('session'::regclass, 'credential_hash')) and has_column_privilege('banyan_app', attrelid, attnum, 'select')`,
  'every foreign key says what happens on delete': `
    select conrelid::regclass || ' ' || conname as finding from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and confdeltype = 'a' and conperiod is false`,
};

describe('the catalogue', () => {
  test.each(Object.entries(rules))('%s', async (_rule, sql) => {
    expect(await found(sql)).toEqual([]);
  });

  test('lets the application call the declared definer functions and no other', async () => {
    const functions = await found(
      `select distinct p.pronamespace::regnamespace || '.' || p.proname as finding from pg_proc p
       where p.prosecdef and p.pronamespace in ('app'::regnamespace, 'public'::regnamespace) and has_function_privilege('banyan_app', p.oid, 'execute') order by 1`,
    );
    expect(functions).toEqual(callableDefiners);
  });

  test('keeps a counter for each measure of an entry and for nothing else', async () => {
    const columns = await found(`select attname as finding from pg_attribute where attrelid = 'counter'::regclass and attnum > 4 and not attisdropped`);
    expect(columns.toSorted()).toEqual(entryMeasures.map((measure) => measure.toLowerCase()).toSorted());
  });

  test('refuses the application files and programs of the machine', async () => {
    for (const sql of [`copy (select 1) to program 'true'`, `copy sign_in_attempt from '/etc/passwd'`, `select pg_read_file('/etc/passwd')`, `select lo_import('/etc/passwd')`]) {
      await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
  });

  const broken: Record<string, string> = {
    'every table has row security on and forced': 'alter table person no force row level security',
    'every table has a policy of the application for each of the four commands': 'drop policy nobody_deletes on person',
    'no policy but the declared ones lets everything through': 'alter policy scope_reads on unit using (true)',
    'every view is a security invoker': 'create view public.everyone as select * from person',
    'the application truncates, references and triggers nothing': 'grant truncate on person to banyan_app',
    'the application never reads a password hash or a credential': 'grant select on account to banyan_app',
    'a definer function has its own search path': `create function app.loose() returns int language sql security definer as 'select 1'`,
  };
  test.each(Object.entries(broken))('tells when it is not so that %s', async (rule, breaking) => {
    await owner.query('begin');
    await owner.query(breaking);
    expect(await found(rules[rule]!)).not.toEqual([]);
    await owner.query('rollback');
  });
});
