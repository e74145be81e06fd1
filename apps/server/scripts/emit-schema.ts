import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal';
import { minifyIntrospectionQuery } from '@urql/introspection';
import { introspectionFromSchema, lexicographicSortSchema, type GraphQLSchema, type IntrospectionQuery } from 'graphql';
import { buildSchema } from '../src/schema.ts';
import { schemaText } from '../src/schema-text.ts';

/** The schema as the cache of the client reads it: fields by name and type. What they are asked with it never looks at. */
function cacheSchema(introspection: IntrospectionQuery): object {
  const { __schema } = minifyIntrospectionQuery(introspection);
  const types = __schema.types.map((type) => ('fields' in type ? { ...type, fields: type.fields.map((field) => ({ ...field, args: [] })) } : type));
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
