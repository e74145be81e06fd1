import { enRecords } from '@banyan/schema/texts/en-records';
import { viRecords } from '@banyan/schema/texts/vi-records';
import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import { encodeId } from '../../../kernel/ids.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import type { Scope } from '../../../platform/scope.ts';
import { loadStub, loadUnit, stubValue, unitValue } from '../../organisation/index.ts';
import type { Recorded } from '../application/record.ts';
import { keptActions } from '../application/take-back-record.ts';
import type { Kept, KeptType } from '../domain/kept.ts';
import type { RecordRefusal } from '../domain/record-refusal.ts';
import { RecordChangedType, RecordRefusedType, type RecordType } from './record-types.ts';

/** What the API shows of every record. */
export function keptValue(type: KeptType, kept: RecordType['kept']) {
  const { version, recordedAt, takenBackReason, takenBackBy } = kept;
  return { kept, action: keptActions[type], id: encodeId(type, kept.id), version, recordedBy: kept.recorderName, recordedAt, takenBackReason, takenBackBy };
}

/** The day on which the viewer asks. */
export async function todayFor(context: RequestContext): Promise<Day> {
  return todayOf((await context.scope()).actor.lastDataOn, dayInVietNam(context.now()));
}

/** A record that the reader sees, by its row id; those that are asked for together are one statement. */
export async function loadKept<T extends Kept>(context: RequestContext, type: KeptType, id: string, find: (scope: Scope, ids: readonly string[]) => Promise<ReadonlyMap<string, T>>): Promise<T | null> {
  const loader = context.loader<string, T | null>(`record-${type}`, async (ids) => {
    const found = await find(await context.scope(), ids);
    return ids.map((key) => found.get(key) ?? null);
  });
  return await loader.load(id);
}

/** What belongs to each of some rows; those that are asked for together are one statement. */
export async function loadOf<T>(context: RequestContext, name: string, id: string, find: (scope: Scope, ids: readonly string[]) => Promise<ReadonlyMap<string, T>>): Promise<T | undefined> {
  const loader = context.loader<string, T | undefined>(name, async (ids) => {
    const found = await find(await context.scope(), ids);
    return ids.map((key) => found.get(key));
  });
  return await loader.load(id);
}

/** The stub of a unit as the API shows it, or null where the reader may not know it. */
export async function stubOf(context: RequestContext, unitId: string) {
  const stub = await loadStub(context, unitId);
  return stub && stubValue(stub);
}

/** A unit of the scope as the API shows it, or null. */
export async function unitOf(context: RequestContext, unitId: string) {
  const unit = await loadUnit(context, unitId);
  return unit && unitValue(unit);
}

/** A refusal as the API tells it, with the record as it stands where another version of it was expected. */
function recordRefusedValue({ code, field, conflict }: RecordRefusal, current: RecordType | null): RecordRefusedType {
  return Object.assign(new RecordRefusedType(), { code, field, conflict: conflict ?? null, current, sentence: (language: 'VI' | 'EN') => (language === 'VI' ? viRecords : enRecords).refusals[code] });
}

/** What became of a change, as the API tells it: the record read anew, or the refusal. What was made before under a key may lie elsewhere by now. */
export async function recordOutcome(outcome: Recorded, load: (id: string) => Promise<RecordType | null>) {
  if ('refused' in outcome) {
    const { recordId } = outcome.refused;
    return recordRefusedValue(outcome.refused, recordId === undefined ? null : await load(recordId));
  }
  const record = await load(outcome.id);
  return record ? Object.assign(new RecordChangedType(), { record }) : recordRefusedValue({ code: 'NOT_FOUND', field: 'idempotencyKey' }, null);
}
