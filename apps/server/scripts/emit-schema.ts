import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { minifyIntrospectionQuery } from '@urql/introspection';
import { introspectionFromSchema, lexicographicSortSchema, type GraphQLSchema, type IntrospectionQuery, type IntrospectionTypeRef } from 'graphql';
import { buildSchema } from '../src/schema.ts';
import { schemaText } from '../src/schema-text.ts';

/** A type without its name: the cache looks at what may be null alone. */
function nameless(type: IntrospectionTypeRef): object {
  return type.kind === 'NON_NULL' || type.kind === 'LIST' ? { kind: type.kind, ofType: nameless(type.ofType) } : { kind: 'SCALAR', name: 'Any' };
}

/** Whether a field, or an item of its list, may be null. */
function mayBeNull(type: IntrospectionTypeRef): boolean {
  const inner = type.kind === 'NON_NULL' ? type.ofType : type;
  return type.kind !== 'NON_NULL' || (inner.kind === 'LIST' && inner.ofType.kind !== 'NON_NULL');
}

/**
 * The schema as the cache of the client reads it: which type is which, what has an identity, and which fields may be null. Every other field it takes for
 * one that is always there. The rest would be a fortieth of the script that the application starts with.
 */
function cacheSchema(introspection: IntrospectionQuery): object {
  const { __schema } = minifyIntrospectionQuery(introspection);
  const types = __schema.types.map((type) =>
    'fields' in type
      ? { ...type, fields: type.fields.filter((field) => field.name === 'id' || mayBeNull(field.type)).map(({ name, type: of }) => ({ name, type: nameless(of), args: [] })) }
      : type,
  );
  return { __schema: { ...__schema, types } };
}

/** The files of packages/schema that follow from the schema in memory. */
export function schemaFiles(schema: GraphQLSchema): Record<string, string> {
  const introspection = introspectionFromSchema(lexicographicSortSchema(schema));
  return {
    'schema.graphql': schemaText(schema),
    'introspection.json': `${JSON.stringify(cacheSchema(introspection))}\n`,
    'graphql-env.d.ts': outputIntrospectionFile(minifyIntrospection(introspection), { fileType: '.d.ts', shouldPreprocess: true }),
  };
}

/** The folder that holds them. */
export const schemaFolder = fileURLToPath(new URL('../../../packages/schema/', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(schemaFiles(buildSchema()))) await writeFile(`${schemaFolder}${name}`, text);
}
