import type { Day } from '../../../kernel/day.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { readPlanItem, type AskedItemFacts, type Plan, type PlanItem, type PlanItemFacts } from '../domain/plan.ts';
import type { RecordRefusal } from '../domain/record-refusal.ts';
import { readNeeded, readOptional } from '../domain/record-text.ts';
import { findItemsById, findItemsOf, findPlansById, holdPlan, insertCheck, insertItem, updateItem } from '../persistence/plan-rows.ts';
import { findTargetsById } from '../persistence/target-reads.ts';
import { record, type Recorded, type Recording } from './record.ts';
import { findStanding, written, type Named } from './standing.ts';

/** A plan of a year with more than this is none that anybody follows. */
const mostItems = 200;

/** What is sent about an item: the id of its target is undefined where what was sent is no id of one. */
export type AskedItem = AskedItemFacts & { readonly targetId: string | null | undefined };

/** An item as it is to be kept, or why it cannot be: what it works towards is a target of the unit whose plan it is. */
async function judge({ scope }: Recording, { targetId, ...asked }: AskedItem, of: Pick<Plan, 'unitId' | 'year'>): Promise<(PlanItemFacts & { readonly dueOn: Day }) | { readonly refused: RecordRefusal }> {
  const facts = readPlanItem(asked, of.year);
  if ('refused' in facts) return facts;
  if (targetId === undefined || (targetId !== null && (await findTargetsById(scope, [targetId])).get(targetId)?.unitId !== of.unitId)) return { refused: { code: 'NOT_FOUND', field: 'target' } };
  return { ...facts, targetId };
}

/** Adds an item to a plan of the scope, once for a key. */
export async function addPlanItem(context: RequestContext, input: AskedItem & { readonly planId: string | null; readonly idempotencyKey: string }): Promise<Recorded> {
  const { planId, idempotencyKey, ...asked } = input;
  const change = { name: 'planItem.add', action: 'record.keep', type: 'PlanItem', blame: 'plan', once: { key: idempotencyKey, input } } as const;
  return await record(context, change, async (recording) => {
    const { transaction, scope, today } = recording;
    const plan = planId === null ? undefined : (await findPlansById(scope, today, [planId])).get(planId);
    if (!plan?.isWithin) return { refused: { code: 'NOT_FOUND', field: 'plan' } };
    if (plan.takenBackReason !== null) return { refused: { code: 'TAKEN_BACK', field: 'plan' } };
    const facts = await judge(recording, asked, plan);
    if ('refused' in facts) return facts;
    await holdPlan(transaction, plan.id);
    if (((await findItemsOf(scope, [plan.id])).get(plan.id)?.length ?? 0) >= mostItems) return { refused: { code: 'TOO_MANY', field: 'plan' } };
    return { id: await insertItem(transaction, scope.actor, { ...facts, planId: plan.id }) };
  });
}

/** Makes a change of an item of the scope that stands as it was seen. */
async function change(context: RequestContext, name: string, named: Named, work: (recording: Recording, item: PlanItem) => Promise<boolean | RecordRefusal>): Promise<Recorded> {
  return await record(context, { name, action: 'record.keep', type: 'PlanItem', blame: 'item' }, async (recording) => {
    const item = await findStanding('item', named, async (ids) => await findItemsById(recording.scope, ids));
    if ('code' in item) return { refused: item };
    const done = await work(recording, item);
    return typeof done === 'boolean' ? await written(recording.scope, 'PlanItem', item, done) : { refused: done };
  });
}

/** Changes what is to be done, by when and by whom, and towards which target. */
export async function changePlanItem(context: RequestContext, { id, expectedVersion, ...asked }: AskedItem & Named): Promise<Recorded> {
  return await change(context, 'planItem.change', { id, expectedVersion }, async (recording, item) => {
    const facts = await judge(recording, asked, item);
    return 'refused' in facts ? facts.refused : await updateItem(recording.transaction, item, facts);
  });
}

/** Checks an item off on a day, with a note where there is one. */
export async function checkPlanItem(context: RequestContext, { on, note, ...named }: Named & { readonly on: Day; readonly note: string | null }): Promise<Recorded> {
  return await change(context, 'planItem.check', named, async ({ transaction, scope, today }, item) => {
    if (item.doneOn !== null) return { code: 'ALREADY_DONE', field: 'item' };
    if (on > today) return { code: 'DATE_IN_FUTURE', field: 'on' };
    const read = readOptional('note', note, 'note');
    return 'code' in read ? read : await insertCheck(transaction, scope.actor, item, { doneOn: on, note: read.text });
  });
}

/** Takes back that an item was done, for a reason. Both lines stay. */
export async function uncheckPlanItem(context: RequestContext, { reason, ...named }: Named & { readonly reason: string }): Promise<Recorded> {
  return await change(context, 'planItem.uncheck', named, async ({ transaction, scope }, item) => {
    if (item.doneOn === null) return { code: 'NOT_DONE', field: 'item' };
    const read = readNeeded('reason', reason, 'note');
    return 'code' in read ? read : await insertCheck(transaction, scope.actor, item, { doneOn: null, note: read.text });
  });
}
