import type { Kept } from '../domain/kept.ts';
import type { RecordRefusal } from '../domain/record-refusal.ts';
import type { Recorded } from './record.ts';

/** What a change names: a record, and the version of it that was seen. */
export interface Named {
  /** Null where what was sent is no id of such a record. */
  readonly id: string | null;
  readonly expectedVersion: number;
}

/** Somebody else has changed it meanwhile. */
export const conflict: Recorded = { refused: { code: 'VERSION_CONFLICT', field: 'expectedVersion' } };

/** A record of the scope that stands as it was seen, or why it is not to be changed. What was handed down from above is not changed from below. */
export async function findStanding<T extends Kept>(field: string, { id, expectedVersion }: Named, find: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>): Promise<T | RecordRefusal> {
  const found = id === null ? undefined : (await find([id])).get(id);
  if (!found?.isWithin) return { code: 'NOT_FOUND', field };
  if (found.takenBackReason !== null) return { code: 'TAKEN_BACK', field };
  return found.version === expectedVersion ? found : { code: 'VERSION_CONFLICT', field: 'expectedVersion' };
}

/** Tells a change that was written from one that came too late. */
export function written(isWritten: boolean, id: string): Recorded {
  return isWritten ? { id } : conflict;
}
