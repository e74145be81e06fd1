import { buildSchema } from '../../src/schema.ts';
import { schemaFiles, schemaFolder } from '../emit-schema.ts';
import { generatedFile, type Check } from './check.ts';

/** The schema in memory is what packages/schema holds: as text, as introspection and as types. */
export function emittedSchemaChecks(write: boolean): Check[] {
  return Object.entries(schemaFiles(buildSchema())).map(([name, text]) =>
    generatedFile({
      name: `the schema in memory is packages/schema/${name}`,
      path: `${schemaFolder}${name}`,
      make: async () => await Promise.resolve(text),
      write,
    }),
  );
}
