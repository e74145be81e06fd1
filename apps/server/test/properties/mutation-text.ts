import { parseValue, valueFromASTUntyped, type GraphQLField } from 'graphql';

/** A mutation as it is sent, and as it reads with its values in their places. */
export interface Written {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Writes a mutation with its arguments, literals, as variables: a text that is the same each time is read, checked and compiled once. */
export function mutationText(field: GraphQLField<unknown, unknown>, literals: readonly string[], selection: string): Written {
  const given = field.args.map(({ name, type }, index) => ({ name, type: String(type), literal: literals[index] ?? 'null' }));
  const declared = given.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  const written = (values: readonly string[]) => `${field.name}(${given.map(({ name }, index) => `${name}: ${values[index]}`).join(', ')}) ${selection}`;
  return {
    query: `mutation (${declared}) { ${written(given.map(({ name }) => `$${name}`))} }`,
    variables: Object.fromEntries(given.map(({ name, literal }) => [name, valueFromASTUntyped(parseValue(literal))])),
    text: `mutation { ${written(literals)} }`,
  };
}
