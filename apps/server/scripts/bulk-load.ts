import type pg from 'pg';

/**
 * Drops the indexes and keys of tables for a bulk load, and the foreign keys that point to them, inside its transaction, and returns what
 * builds them again: one pass over the whole is many times faster than one step a row. Foreign keys to other tables stay, so that nobody
 * who fills those has to wait.
 */
export async function dropDependents(client: pg.Client, { tables, keyed }: {
  readonly tables: readonly string[];
  /** Those of them that are added to by their key, which stays. */
  readonly keyed: readonly string[];
}): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ drop: string; create: string }>(
    `with filled as (select unnest($1::regclass[]) as id), keyless as (select id from filled where id <> all ($2::regclass[]))
     select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as create, array_position(array['p', 'u', 'f'], contype::text) as step
     from pg_constraint
     where contype = 'f' and confrelid in (select id from keyless) or contype in ('p', 'u') and conrelid in (select id from keyless)
     union all
     select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid), 0
     from pg_index where indrelid in (select id from filled) and not exists (select from pg_constraint where conindid = indexrelid)
     order by step`,
    [tables, keyed],
  );
  for (const { drop } of rows.toReversed()) await client.query(drop);
  return async () => {
    for (const { create } of rows) await client.query(create);
  };
}

/** Tables with a trigger each. */
export type Triggers = readonly (readonly [table: string, trigger: string])[];

/** Switches triggers off. */
export const withoutTriggers = (triggers: Triggers) => triggers.map(([table, trigger]) => `alter table ${table} disable trigger ${trigger};`).join(' ');

/** Switches triggers on again. A table whose checks are still to come cannot be altered: they come first. */
export const withTriggersAgain = (triggers: Triggers) =>
  `set constraints all immediate; ${triggers.map(([table, trigger]) => `alter table ${table} enable trigger ${trigger};`).join(' ')}`;
