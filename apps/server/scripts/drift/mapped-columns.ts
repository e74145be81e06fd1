import { MikroORM, type EntityMetadata } from '@mikro-orm/postgresql';
import { entities } from '../../src/contexts/access/index.ts';
import { listed, type Check } from './check.ts';
import type { MigratedDatabase } from './database.ts';

interface Column {
  readonly type: string;
  readonly nullable: boolean;
}

/** Types that the mapper and the catalogue call by different names. */
const sameType: Readonly<Record<string, string>> = { timestamptz: 'timestamp with time zone', int: 'integer', bool: 'boolean' };

async function columnsOf(database: MigratedDatabase, table: string): Promise<Map<string, Column>> {
  const { rows } = await database.client.query<{ name: string; type: string; nullable: boolean }>(
    `select attname as name, format_type(atttypid, atttypmod) as type, not attnotnull as nullable
     from pg_catalog.pg_attribute where attrelid = pg_catalog.to_regclass($1) and attnum > 0 and not attisdropped`,
    [`public.${table}`],
  );
  return new Map(rows.map(({ name, type, nullable }) => [name, { type, nullable }]));
}

function differencesOf(meta: EntityMetadata, columns: ReadonlyMap<string, Column>): string[] {
  return Object.values(meta.properties).flatMap((property) =>
    property.fieldNames.flatMap((name, index) => {
      const column = columns.get(name);
      const place = `${meta.tableName}.${name}`;
      if (!column) return [`${place} is mapped and not in the database`];
      const mapped = property.columnTypes[index] ?? '';
      const type = sameType[mapped] ?? mapped;
      const nullable = property.nullable ?? false;
      return [
        ...(type === column.type ? [] : [`${place} is mapped as ${type} and is ${column.type}`]),
        ...(nullable === column.nullable ? [] : [`${place} is mapped as ${nullable ? 'nullable' : 'not null'} and is the opposite`]),
      ];
    }),
  );
}

/** Every column that an entity maps exists, with its type and whether it may be null. */
export function mappedColumnCheck(database: MigratedDatabase): Check {
  return {
    name: 'mapped columns exist, with type and nullability',
    async run() {
      // Only the metadata is wanted: nobody connects.
      const orm = new MikroORM({ clientUrl: 'postgres://nobody@127.0.0.1/nothing', entities });
      const differences: string[] = [];
      for (const meta of orm.getMetadata().getAll().values()) differences.push(...differencesOf(meta, await columnsOf(database, meta.tableName)));
      return listed(differences);
    },
  };
}
