import type { RequestContext } from '../../../platform/request-context.ts';
import type { RecordRefusal } from '../domain/record-refusal.ts';
import { isPlanYear, type Plan, type PlanFacts } from '../domain/plan.ts';
import { findDocumentsById } from '../persistence/document-rows.ts';
import { findPlansById, findPlansAbove, hasPlan, insertPlan, updatePlan } from '../persistence/plan-rows.ts';
import { findOpenUnit } from '../persistence/record-rows.ts';
import { record, type Recorded, type Recording } from './record.ts';
import { findStanding, written, type Named } from './standing.ts';

/** What is sent about a plan: an id is undefined where what was sent is no id of its kind. */
export interface AskedPlan {
  readonly documentId: string | null | undefined;
  readonly parentId: string | null | undefined;
  readonly isHandedDown: boolean;
}

/** What a plan rests on and follows, or why it cannot: a document that is seen, and a plan of its year that a unit above it has handed down. */
async function judge({ scope, today }: Recording, { documentId, parentId, isHandedDown }: AskedPlan, of: Pick<Plan, 'unitId' | 'year'>): Promise<PlanFacts | { readonly refused: RecordRefusal }> {
  if (documentId === undefined || (documentId !== null && !(await findDocumentsById(scope, [documentId])).has(documentId))) return { refused: { code: 'NOT_FOUND', field: 'document' } };
  const above = parentId ? ((await findPlansAbove(scope, today, { unitIds: [of.unitId], year: of.year })).get(of.unitId) ?? []) : [];
  if (parentId === undefined || (parentId !== null && !above.some(({ id }) => id === parentId))) return { refused: { code: 'NOT_FOUND', field: 'parent' } };
  return { documentId, parentId, isHandedDown };
}

/** Makes the plan of a unit of the scope for a year, once for a key. A unit has one plan of a year. */
export async function makePlan(context: RequestContext, input: AskedPlan & { readonly unitId: string | null; readonly year: number; readonly idempotencyKey: string }): Promise<Recorded> {
  const { unitId, year, idempotencyKey, ...asked } = input;
  const change = { name: 'plan.make', action: 'record.keep', type: 'Plan', blame: 'unit', once: { key: idempotencyKey, input } } as const;
  return await record(context, change, async (recording) => {
    const { transaction, scope, today } = recording;
    if (unitId === null || !(await findOpenUnit(scope, unitId))) return { refused: { code: 'NOT_FOUND', field: 'unit' } };
    if (!isPlanYear(year, today)) return { refused: { code: 'YEAR_NOT_POSSIBLE', field: 'year' } };
    const facts = await judge(recording, asked, { unitId, year });
    if ('refused' in facts) return facts;
    if (await hasPlan(transaction, unitId, year)) return { refused: { code: 'PLAN_EXISTS', field: 'year' } };
    return { id: await insertPlan(transaction, scope.actor, { ...facts, unitId, year }) };
  });
}

/** Changes what a plan of the scope rests on and follows, and whether the units below see it. */
export async function changePlan(context: RequestContext, { id, expectedVersion, ...asked }: AskedPlan & Named): Promise<Recorded> {
  return await record(context, { name: 'plan.change', action: 'record.keep', type: 'Plan', blame: 'plan' }, async (recording) => {
    const plan = await findStanding('plan', { id, expectedVersion }, async (ids) => await findPlansById(recording.scope, recording.today, ids));
    if ('code' in plan) return { refused: plan };
    // What it follows already it may follow on, whatever has become of that meanwhile.
    const facts = await judge(recording, asked.parentId === plan.parentId ? { ...asked, parentId: null } : asked, plan);
    if ('refused' in facts) return facts;
    const kept = asked.parentId === plan.parentId ? { ...facts, parentId: plan.parentId } : facts;
    return await written(recording.scope, 'Plan', plan, await updatePlan(recording.transaction, plan, kept));
  });
}
