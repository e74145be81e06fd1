import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { encodeId } from '../../../kernel/ids.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { loadStub, stubValue, UnitStubType } from '../../organisation/index.ts';
import { findEntriesById, type EntryRow, type EvidenceRow } from '../persistence/evidence.ts';
import { EntryType, EvidenceItemType } from './rollup-types.ts';

/** Where an item of evidence starts from. */
export interface EvidenceValue {
  readonly row: EvidenceRow;
}

async function stubOf(context: RequestContext, unitId: string) {
  const stub = await loadStub(context, unitId);
  return stub && stubValue(stub);
}

@Resolver(() => EvidenceItemType)
export class EvidenceItemResolver {
  @FieldResolver(() => UnitStubType, { nullable: true, description: 'The unit of its latest entry; null outside the scope.' })
  async unit(@Root() item: EvidenceValue, @Ctx() context: RequestContext) {
    return await stubOf(context, item.row.unitId);
  }

  @FieldResolver(() => [EntryType], { description: 'The entries that make up its delta, oldest first.' })
  async entries(@Root() item: EvidenceValue, @Ctx() context: RequestContext) {
    const loader = context.loader<string, EntryRow | undefined>('entry', async (ids) => {
      const found = await findEntriesById(await context.scope(), ids);
      return ids.map((id) => found.get(id));
    });
    const entries = await Promise.all(item.row.entryIds.map(async (id) => await loader.load(id)));
    return entries.flatMap((entry) => (entry ? [{ ...entry, id: encodeId('Entry', entry.id) }] : []));
  }
}

@Resolver(() => EntryType)
export class EntryResolver {
  @FieldResolver(() => UnitStubType, { nullable: true, description: 'The unit at which it happened; null outside the scope.' })
  async unit(@Root() entry: EntryRow, @Ctx() context: RequestContext) {
    return await stubOf(context, entry.unitId);
  }
}
