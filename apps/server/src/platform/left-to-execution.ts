import { GraphQLError, isNonNullType, Kind, TypeInfo, visit, visitWithTypeInfo, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, type ValidationRule } from 'graphql';

/* What the standard's validation leaves to the execution, whose errors are not told from defects. */

/** Refuses an operation of a kind that the schema does not have: a subscription. */
export const knownOperationKinds: ValidationRule = (context) => ({
  OperationDefinition(node) {
    if (!context.getSchema().getRootType(node.operation)) context.reportError(new GraphQLError(`The schema has no ${node.operation}.`, { nodes: node }));
  },
});

const placed = new WeakMap<OperationDefinitionNode, ReadonlySet<string>>();

/** The variables of an operation that stand where nothing may be null. Found once: a document that is asked again is the same. */
function variablesNeverNull(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): ReadonlySet<string> {
  const known = placed.get(operation);
  if (known) return known;
  const names = new Set<string>();
  const types = new TypeInfo(schema);
  visit(document, visitWithTypeInfo(types, {
    [Kind.OPERATION_DEFINITION]: (node) => (node === operation ? undefined : false),
    [Kind.VARIABLE_DEFINITION]: () => false,
    [Kind.VARIABLE](node) {
      if (isNonNullType(types.getInputType())) names.add(node.name.value);
    },
  }));
  placed.set(operation, names);
  return names;
}

/**
 * A variable that is null in a place that may not be. Validation lets a variable that may be null stand where the place has a default,
 * for when it is left out.
 */
export function nullsInTheirPlaces(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): GraphQLError[] {
  const nulls = (operation.variableDefinitions ?? []).filter(({ variable }) => variables[variable.name.value] === null);
  if (nulls.length === 0) return [];
  const neverNull = variablesNeverNull(schema, document, operation);
  return nulls
    .filter(({ variable }) => neverNull.has(variable.name.value))
    .map((node) => new GraphQLError(`Variable "$${node.variable.name.value}" may not be null here.`, { nodes: node, extensions: { code: 'BAD_USER_INPUT' } }));
}
