import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';

/** The schema's text as it is published: sorted, with every description. */
export function schemaText(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
