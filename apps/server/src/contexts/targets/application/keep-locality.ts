import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { readEnd } from '../domain/follow-up.ts';
import { lastKnown, mostLocalities, readLocality, type Locality, type LocalityFacts } from '../domain/locality.ts';
import type { RecordRefusal } from '../domain/record-refusal.ts';
import { countLocalities, findLocalitiesById, insertLocality, updateLocality, writeLocalityEnd } from '../persistence/locality-rows.ts';
import { findOpenUnit } from '../persistence/record-rows.ts';
import { record, type Recorded, type Recording } from './record.ts';
import { findStanding, written, type Named } from './standing.ts';

/** Why a unit cannot have one more locality, or one of that name; null where it can. */
async function cannotHave(sql: Sql, asked: { readonly unitId: string; readonly name: string; readonly id: string | null }): Promise<RecordRefusal | null> {
  const { count, hasName } = await countLocalities(sql, asked);
  if (hasName) return { code: 'LOCALITY_EXISTS', field: 'name' };
  return asked.id === null && count >= mostLocalities ? { code: 'TOO_MANY_LOCALITIES', field: 'unit' } : null;
}

/** Enters a hamlet or a quarter of a unit of the scope, once for a key. */
export async function recordLocality(context: RequestContext, input: LocalityFacts & { readonly unitId: string | null; readonly idempotencyKey: string }): Promise<Recorded> {
  const { unitId, idempotencyKey, ...asked } = input;
  const made = { name: 'locality.record', action: 'record.keep', type: 'Locality', blame: 'unit', once: { key: idempotencyKey, input } } as const;
  return await record(context, made, async ({ transaction, scope, today }) => {
    if (unitId === null || !(await findOpenUnit(scope, unitId))) return { refused: { code: 'NOT_FOUND', field: 'unit' } };
    const facts = readLocality(asked, { today });
    if ('refused' in facts) return facts;
    const refused = await cannotHave(transaction, { unitId, name: facts.name, id: null });
    return refused ? { refused } : { id: await insertLocality(transaction, scope.actor, { ...facts, unitId }) };
  });
}

async function change(context: RequestContext, name: string, named: Named, work: (recording: Recording, locality: Locality) => Promise<boolean | RecordRefusal>): Promise<Recorded> {
  return await record(context, { name, action: 'record.keep', type: 'Locality', blame: 'locality' }, async (recording) => {
    const locality = await findStanding('locality', named, async (ids) => await findLocalitiesById(recording.scope, ids));
    if ('code' in locality) return { refused: locality };
    const done = await work(recording, locality);
    return typeof done === 'boolean' ? await written(recording.scope, 'Locality', locality, done) : { refused: done };
  });
}

/** Changes what is said of a hamlet or a quarter: all of it. */
export async function changeLocality(context: RequestContext, { id, expectedVersion, ...asked }: LocalityFacts & Named): Promise<Recorded> {
  return await change(context, 'locality.change', { id, expectedVersion }, async ({ transaction, today }, locality) => {
    const facts = readLocality(asked, { today, endedOn: locality.endedOn });
    if ('refused' in facts) return facts.refused;
    // The name of one that has ended is free.
    const refused = locality.endedOn === null ? await cannotHave(transaction, { unitId: locality.unitId, name: facts.name, id: locality.id }) : null;
    return refused ?? (await updateLocality(transaction, locality, facts));
  });
}

/** Says of a hamlet or a quarter from which day it is no longer there, and why; or puts right what was said of that. */
export async function endLocality(context: RequestContext, { on, reason, ...named }: Named & { readonly on: Day; readonly reason: string }): Promise<Recorded> {
  return await change(context, 'locality.end', named, async ({ transaction, scope, today }, locality) => {
    const end = readEnd(on, { from: lastKnown(locality), today }, { field: 'reason', text: reason });
    return 'refused' in end ? end.refused : await writeLocalityEnd(transaction, scope.actor, locality, end);
  });
}
