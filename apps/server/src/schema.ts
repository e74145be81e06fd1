import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AccessMutations, RefusalResolver, ViewerResolver } from './contexts/access/index.ts';
import {
  EntryResolver,
  EvidenceItemResolver,
  FigureResolver,
  RatioResolver,
  ResolvedPeriodResolver,
  RollupResolver,
  SliceResolver,
  UnitRollupResolver,
} from './contexts/ledger/index.ts';
import { GrantUnitResolver, UnitKindResolver, UnitResolver, ViewerUnitResolver } from './contexts/organisation/index.ts';
import { EvidenceSubjectResolver, PersonResolver } from './contexts/people/index.ts';
import { guardSchema } from './guard-schema.ts';

/** The root types are made of many resolvers, so none of those describes them. */
function describeRoots(schema: GraphQLSchema): GraphQLSchema {
  const [query, mutation] = [schema.getQueryType(), schema.getMutationType()];
  if (query) query.description = 'What can be read. All of one operation is read in one snapshot.';
  if (mutation) mutation.description = 'What can be changed. Each field is a transaction of its own and answers with a success or a refusal.';
  return schema;
}

/** Builds the schema, each field guarded by the action that the policy gives it. */
export function buildSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      AccessMutations,
      EntryResolver,
      EvidenceItemResolver,
      EvidenceSubjectResolver,
      FigureResolver,
      GrantUnitResolver,
      PersonResolver,
      RatioResolver,
      RefusalResolver,
      ResolvedPeriodResolver,
      RollupResolver,
      SliceResolver,
      UnitKindResolver,
      UnitResolver,
      UnitRollupResolver,
      ViewerResolver,
      ViewerUnitResolver,
    ],
    validate: false,
  });
  return guardSchema(describeRoots(schema));
}
