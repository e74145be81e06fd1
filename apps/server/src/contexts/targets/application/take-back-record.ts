import type { RequestContext } from '../../../platform/request-context.ts';
import { isAllowed, type Action } from '../../access/index.ts';
import type { KeptType } from '../domain/kept.ts';
import { readNeeded } from '../domain/record-text.ts';
import { findRecord, takeBack } from '../persistence/record-rows.ts';
import { record, type Recorded } from './record.ts';
import { conflictAt, written, type Named } from './standing.ts';

/** Who keeps what, and takes it back. */
export const keptActions: Record<KeptType, Action> = { Document: 'record.keep', Plan: 'record.keep', PlanItem: 'record.keep', Obstacle: 'record.keep', Inspection: 'record.supervise', Reminder: 'record.supervise', Locality: 'record.keep' };

/** Takes back what was recorded wrongly, for a reason. It stays on record and says so. `type` is null where what was sent names no record. */
export async function takeBackRecord(context: RequestContext, input: Named & { readonly type: KeptType | null; readonly reason: string }): Promise<Recorded> {
  const { id, type, expectedVersion } = input;
  return await record(context, { name: 'record.takeBack', action: 'record.takeBack', type: type ?? 'Document', blame: 'record' }, async ({ scope }) => {
    const found = id !== null && type !== null ? await findRecord(scope, type, id) : null;
    if (!found || type === null) return { refused: { code: 'NOT_FOUND', field: 'record' } };
    if (!isAllowed(scope.actor.role, keptActions[type]) || !found.isMaker) return { refused: { code: 'FORBIDDEN_FOR_ROLE', field: 'record' } };
    if (found.takenBackReason !== null) return { refused: { code: 'TAKEN_BACK', field: 'record' } };
    if (found.version !== expectedVersion) return { refused: conflictAt(expectedVersion, found) };
    const reason = readNeeded('reason', input.reason, 'note');
    return 'code' in reason ? { refused: reason } : await written(scope, type, found, await takeBack(scope, type, found, reason.text));
  });
}
