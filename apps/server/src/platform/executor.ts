import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { execute, getVariableValues, GraphQLError, Source, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { Refused } from '../kernel/refused.ts';
import { variablesOf } from './limits.ts';
import { hasPlainConditions } from './conditions.ts';
import { withFieldDefaults } from './input-defaults.ts';
import { nullsInTheirPlaces } from './left-to-execution.ts';
import type { Operation } from './operation.ts';

const compiledAtMost = 500;
const seenAtMost = 5_000;

/** Keeps the newest entries of a map below a number: the oldest goes first. */
function bounded<V>(map: Map<string, V>, key: string, value: V, atMost: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > atMost) map.delete(map.keys().next().value ?? '');
}

/** The compiler's errors cannot be written to, and Apollo writes to them: build them anew, with the places of the source. */
function rebuilt(error: GraphQLError, text: string): GraphQLError {
  const lines = text.split('\n');
  const positions = (error.locations ?? []).map(
    (location) => lines.slice(0, location.line - 1).reduce((length, line) => length + line.length + 1, 0) + location.column - 1,
  );
  return new GraphQLError(error.message, {
    ...(positions.length > 0 ? { source: new Source(text), positions } : {}),
    path: error.path ?? null,
    originalError: error.originalError ?? null,
    extensions: error.extensions ?? null,
  });
}

/** A role that asks for what it may not have leaves a line in the audit log: what was refused, never what was asked for. */
function auditRefusals(errors: readonly GraphQLError[], context: Operation): void {
  for (const { originalError } of errors) {
    if (originalError instanceof Refused && originalError.code === 'FORBIDDEN_FOR_ROLE') {
      context.audit({ action: `refuse ${originalError.argument ?? ''}`.trim(), result: 'REFUSED', code: originalError.code });
    }
  }
}

type Request = Parameters<GatewayExecutor>[0];

/** Runs operations: compiled from the second sight of a document, interpreted before and where the compiler would err. Both caches are bounded. */
function runner(schema: GraphQLSchema): (request: Request, context: Operation) => Promise<ExecutionResult> {
  const compiled = new Map<string, CompiledQuery>();
  const seen = new Map<string, true>();

  function compile(request: Request, key: string): CompiledQuery | undefined {
    const known = compiled.get(key);
    if (known) {
      bounded(compiled, key, known, compiledAtMost);
      return known;
    }
    if (!seen.has(key)) {
      bounded(seen, key, true, seenAtMost);
      return undefined;
    }
    if (!hasPlainConditions(request.document)) return undefined;
    const made = compileQuery(schema, request.document, request.operationName ?? undefined, { disableLeafSerialization: false });
    if (!isCompiledQuery(made)) return undefined;
    bounded(compiled, key, made, compiledAtMost);
    return made;
  }

  return async (request, context) => {
    // The compiler forgets the default of a variable that may not be null, and of a field of an input.
    const given = request.request.variables ?? {};
    const definitions = request.operation?.variableDefinitions ?? [];
    const variables = withFieldDefaults(schema, definitions, request.operation ? variablesOf(request.operation, given) : given);
    if (request.operation) {
      // The compiler's own errors of variables are not told from those of resolvers: the standard's come first, at each sight alike.
      const { errors } = getVariableValues(schema, definitions, variables);
      if (errors) return { errors };
      const nulls = nullsInTheirPlaces(schema, request.document, request.operation, variables);
      if (nulls.length > 0) return { errors: nulls };
    }
    const query = request.operation && compile(request, `${request.queryHash}:${request.operationName ?? ''}`);
    if (query) {
      const result = await query.query(undefined, context, variables);
      return result.errors ? { ...result, errors: result.errors.map((error) => rebuilt(error, request.source)) } : result;
    }
    return await execute({
      schema,
      document: request.document,
      contextValue: context,
      variableValues: variables,
      // As it was asked: an operation that the document does not have is refused here.
      operationName: request.request.operationName ?? null,
    });
  };
}

/** Gives Apollo our execution: one snapshot per query, and the audit log written before the answer leaves. */
export function scopedGateway(schema: GraphQLSchema): GatewayInterface {
  const run = runner(schema);
  const executor: GatewayExecutor = async (request) => {
    const context = request.context as unknown as Operation;
    try {
      const result = await run(request, context);
      auditRefusals(result.errors ?? [], context);
      return result as Awaited<ReturnType<GatewayExecutor>>;
    } finally {
      await context.finish();
    }
  };
  return {
    load: async () => await Promise.resolve({ executor }),
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    stop: async () => await Promise.resolve(),
  };
}
