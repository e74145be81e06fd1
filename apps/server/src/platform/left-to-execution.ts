import { GraphQLError, isNonNullType, Kind, TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, type ValidationRule } from 'graphql';

/* What the standard's validation leaves to the execution, whose errors are not told from defects. */

/** Refuses an operation of a kind that the schema does not have: a subscription. */
export const knownOperationKinds: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (!context.getSchema().getRootType(node.operation)) context.reportError(new GraphQLError(`The schema has no ${node.operation}.`, { nodes: node }));
  },
});

/**
 * A variable that is null in a place that may not be. Validation lets a variable that may be null stand where the place has a default,
 * for when it is left out.
 */
export function nullsInTheirPlaces(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): GraphQLError[] {
  if (!Object.values(variables).includes(null)) return [];
  const errors: GraphQLError[] = [];
  const types = new TypeInfo(schema);
  visit(document, visitWithTypeInfo(types, {
    [Kind.OPERATION_DEFINITION]: (node) => (node === operation ? undefined : false),
    [Kind.VARIABLE_DEFINITION]: () => false,
    [Kind.VARIABLE](node) {
      if (variables[node.name.value] !== null || !isNonNullType(types.getInputType())) return;
      errors.push(new GraphQLError(`Variable "$${node.name.value}" may not be null here.`, { nodes: node, extensions: { code: 'BAD_USER_INPUT' } }));
    },
  }));
  return errors;
}
