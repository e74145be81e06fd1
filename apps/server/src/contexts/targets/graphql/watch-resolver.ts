import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { watchLists } from '@banyan/schema/watch';
import { checkedFirst, decodeCursor, pageOf } from '../../../kernel/connection.ts';
import { percentOf } from '../../../kernel/half-up.ts';
import { decodeIdOr } from '../../../kernel/ids.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { connectionOf, loadUnit, unitValue, UnitType } from '../../organisation/index.ts';
import { candidacyValue, CandidacyType, loadCandidacy } from '../../people/index.ts';
import type { WatchRow } from '../domain/watch.ts';
import * as types from './watch-types.ts';
import { readWatchList, watchQuestion } from './watch-values.ts';

type RowValue = types.WatchRowType & { readonly row: WatchRow };

function rowValue(row: WatchRow): RowValue {
  const { since, count, percent, name } = row;
  return Object.assign(new types.WatchRowType(), { row, since, count, percent, name });
}

/** The unit whose subtree is watched: of the scope, or null. */
async function unitOf(context: RequestContext, id: string | null | undefined): Promise<string | null> {
  const unitId = decodeIdOr('Unit', id, (await context.scope()).actor.unitId);
  return unitId && (await loadUnit(context, unitId)) ? unitId : null;
}

@Resolver()
export class WatchResolver {
  @Query(() => [types.WatchCountType], { description: 'The watch lists with how long each of them is. Empty for a unit outside the scope.' })
  async watchCounts(@Ctx() context: RequestContext, @Args(() => types.WatchArgs) { unit, parameters }: types.WatchArgs) {
    const unitId = await unitOf(context, unit);
    if (unitId === null) return [];
    return await Promise.all(watchLists.map(async (list) => {
      const question = await watchQuestion(context, list, unitId, parameters);
      const { totalCount, base } = question ? await readWatchList(context, list, question, { first: 1, after: null }) : { totalCount: 0, base: 0 };
      return Object.assign(new types.WatchCountType(), { list, count: totalCount, base, othersPercent: percentOf(base - totalCount, base) });
    }));
  }

  @Query(() => types.WatchRowConnectionType, { description: 'A page of a watch list, the most urgent first.' })
  async watchList(@Ctx() context: RequestContext, @Args(() => types.WatchListArgs) args: types.WatchListArgs) {
    const first = checkedFirst(args.first, 100);
    const after = decodeCursor(args.after, 'TEXT');
    const unitId = await unitOf(context, args.unit);
    const question = unitId && (await watchQuestion(context, args.list, unitId, args.parameters));
    const { rows, totalCount } = question ? await readWatchList(context, args.list, question, { first, after }) : { rows: [], totalCount: 0 };
    if (rows.some(({ candidacyId }) => candidacyId !== null)) context.auditOnce({ action: 'person.list', result: 'DONE' });
    return connectionOf(pageOf(rows.map((row) => ({ row, cursor: [row.key, row.id] as const })), first, totalCount, after !== null), rowValue);
  }
}

@Resolver(() => types.WatchRowType)
export class WatchRowResolver {
  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit.' })
  async unit(@Root() { row }: RowValue, @Ctx() context: RequestContext) {
    const unit = await loadUnit(context, row.unitId);
    return unit && unitValue(unit);
  }

  @FieldResolver(() => CandidacyType, { nullable: true, description: 'The person who waits longest with a certificate, or whose certificate expires.' })
  async candidacy(@Root() { row }: RowValue, @Ctx() context: RequestContext) {
    const candidacy = row.candidacyId && (await loadCandidacy(context, row.candidacyId));
    return candidacy ? candidacyValue(candidacy) : null;
  }
}
