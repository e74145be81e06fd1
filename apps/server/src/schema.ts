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

/** Builds the schema, each field guarded by the action that the policy gives it. */
export function buildSchema(): GraphQLSchema {
  return guardSchema(
    buildSchemaSync({
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
    }),
  );
}
