import { conflictOf } from '../../../kernel/conflict.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Kept, KeptType } from '../domain/kept.ts';
import type { RecordRefusal } from '../domain/record-refusal.ts';
import { findRecord } from '../persistence/record-rows.ts';
import type { Recorded } from './record.ts';

/** What a change names: a record, and the version of it that was seen. */
export interface Named {
  /** Null where what was sent is no id of such a record. */
  readonly id: string | null;
  readonly expectedVersion: number;
}

/** Somebody else has changed a record meanwhile: both versions, and which record it is. */
export function conflictAt(expected: number, { id, version }: Pick<Kept, 'id' | 'version'>): RecordRefusal {
  return { ...conflictOf(expected, version), recordId: id };
}

/** A record of the scope that stands as it was seen, or why it is not to be changed. What was handed down from above is not changed from below. */
export async function findStanding<T extends Kept>(field: string, { id, expectedVersion }: Named, find: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>): Promise<T | RecordRefusal> {
  const found = id === null ? undefined : (await find([id])).get(id);
  if (!found?.isWithin) return { code: 'NOT_FOUND', field };
  if (found.takenBackReason !== null) return { code: 'TAKEN_BACK', field };
  return found.version === expectedVersion ? found : conflictAt(expectedVersion, found);
}

/** Tells a change of a record that was written from one that came too late: then the record is read as it stands by now. */
export async function written(scope: Scope, type: KeptType, { id, version }: Pick<Kept, 'id' | 'version'>, isWritten: boolean): Promise<Recorded> {
  if (isWritten) return { id };
  const now = await findRecord(scope, type, id);
  return { refused: now ? conflictAt(version, now) : conflictOf(version, null) };
}
