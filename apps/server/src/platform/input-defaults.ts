import { isInputObjectType, isInputType, isListType, isNonNullType, typeFromAST, type GraphQLInputType, type GraphQLSchema, type VariableDefinitionNode } from 'graphql';

function filled(type: GraphQLInputType, value: unknown): unknown {
  if (isNonNullType(type)) return filled(type.ofType, value);
  if (isListType(type)) return Array.isArray(value) ? value.map((item) => filled(type.ofType, item)) : value;
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return value;
  const given = { ...value } as Record<string, unknown>;
  for (const field of Object.values(type.getFields())) {
    const own = given[field.name] === undefined ? field.defaultValue : filled(field.type, given[field.name]);
    if (own !== undefined) given[field.name] = own;
  }
  return given;
}

/** Variables with the defaults of the input fields that they leave out. What does not fit its type stays as it is, to be refused. */
export function withFieldDefaults(schema: GraphQLSchema, definitions: readonly VariableDefinitionNode[], variables: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => {
      const definition = definitions.find(({ variable }) => variable.name.value === name);
      const type = definition && typeFromAST(schema, definition.type);
      return [name, type && isInputType(type) ? filled(type, value) : value];
    }),
  );
}
