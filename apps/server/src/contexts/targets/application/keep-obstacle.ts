import type { Day } from '../../../kernel/day.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { readEnd, readObstacle, type Obstacle, type ObstacleFacts } from '../domain/follow-up.ts';
import type { RecordRefusal } from '../domain/record-refusal.ts';
import { findObstaclesById, insertObstacle, updateObstacle, writeResolution } from '../persistence/follow-up-rows.ts';
import { findOpenUnit } from '../persistence/record-rows.ts';
import { record, type Recorded, type Recording } from './record.ts';
import { findStanding, written, type Named } from './standing.ts';

/** Records what stands in the way of a unit of the scope, once for a key. */
export async function recordObstacle(context: RequestContext, input: ObstacleFacts & { readonly unitId: string | null; readonly idempotencyKey: string }): Promise<Recorded> {
  const { unitId, idempotencyKey, ...asked } = input;
  const made = { name: 'obstacle.record', action: 'record.keep', type: 'Obstacle', blame: 'unit', once: { key: idempotencyKey, input } } as const;
  return await record(context, made, async ({ transaction, scope, today }) => {
    if (unitId === null || !(await findOpenUnit(scope, unitId))) return { refused: { code: 'NOT_FOUND', field: 'unit' } };
    const facts = readObstacle(asked, today);
    return 'refused' in facts ? facts : { id: await insertObstacle(transaction, scope.actor, { ...facts, unitId }) };
  });
}

async function change(context: RequestContext, name: string, named: Named, work: (recording: Recording, obstacle: Obstacle) => Promise<boolean | RecordRefusal>): Promise<Recorded> {
  return await record(context, { name, action: 'record.keep', type: 'Obstacle', blame: 'obstacle' }, async (recording) => {
    const obstacle = await findStanding('obstacle', named, async (ids) => await findObstaclesById(recording.scope, ids));
    if ('code' in obstacle) return { refused: obstacle };
    const done = await work(recording, obstacle);
    return typeof done === 'boolean' ? await written(recording.scope, 'Obstacle', obstacle, done) : { refused: done };
  });
}

/** Changes what is said of an obstacle. It was not resolved before it was raised. */
export async function changeObstacle(context: RequestContext, { id, expectedVersion, ...asked }: ObstacleFacts & Named): Promise<Recorded> {
  return await change(context, 'obstacle.change', { id, expectedVersion }, async ({ transaction, today }, obstacle) => {
    const facts = readObstacle(asked, today);
    if ('refused' in facts) return facts.refused;
    if (obstacle.resolvedOn !== null && obstacle.resolvedOn < facts.raisedOn) return { code: 'DATES_NOT_IN_ORDER', field: 'raisedOn' };
    return await updateObstacle(transaction, obstacle, facts);
  });
}

/** Resolves an obstacle on a day, or puts right what was said of that. */
export async function resolveObstacle(context: RequestContext, { on, resolution, ...named }: Named & { readonly on: Day; readonly resolution: string }): Promise<Recorded> {
  return await change(context, 'obstacle.resolve', named, async ({ transaction, scope, today }, obstacle) => {
    const end = readEnd(on, { from: obstacle.raisedOn, today }, { field: 'resolution', text: resolution });
    return 'refused' in end ? end.refused : await writeResolution(transaction, scope.actor, obstacle, end);
  });
}
