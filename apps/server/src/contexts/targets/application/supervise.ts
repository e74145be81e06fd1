import type { Day } from '../../../kernel/day.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import type { Scope } from '../../../platform/scope.ts';
import { readEnd, readInspection, readReminder, type InspectionFacts, type ReminderFacts } from '../domain/follow-up.ts';
import type { RecordRefusal } from '../domain/record-refusal.ts';
import { findDocumentsById } from '../persistence/document-rows.ts';
import { findRemindersById, insertInspection, insertReminder, writeReply } from '../persistence/follow-up-rows.ts';
import { findOpenUnit } from '../persistence/record-rows.ts';
import { record, type Recorded } from './record.ts';
import { findStanding, written, type Named } from './standing.ts';

/** Why a unit is none that the acting one inspects or reminds; null where it is one. */
async function cannotSupervise(scope: Scope, unitId: string | null): Promise<RecordRefusal | null> {
  const unit = unitId === null ? null : await findOpenUnit(scope, unitId);
  if (!unit) return { code: 'NOT_FOUND', field: 'unit' };
  return unit.isBelow ? null : { code: 'NOT_BELOW', field: 'unit' };
}

/** Records that the acting unit has inspected a unit below it, once for a key. */
export async function recordInspection(
  context: RequestContext,
  input: Omit<InspectionFacts, 'documentId'> & { readonly documentId: string | null | undefined; readonly unitId: string | null; readonly idempotencyKey: string },
): Promise<Recorded> {
  const { unitId, idempotencyKey, documentId, ...asked } = input;
  const change = { name: 'inspection.record', action: 'record.supervise', type: 'Inspection', blame: 'unit', once: { key: idempotencyKey, input } } as const;
  return await record(context, change, async ({ transaction, scope, today }) => {
    const cannot = await cannotSupervise(scope, unitId);
    if (cannot || unitId === null) return { refused: cannot ?? { code: 'NOT_FOUND', field: 'unit' } };
    const facts = readInspection({ ...asked, documentId: documentId ?? null }, today);
    if ('refused' in facts) return facts;
    if (documentId === undefined || (documentId !== null && !(await findDocumentsById(scope, [documentId])).has(documentId))) return { refused: { code: 'NOT_FOUND', field: 'document' } };
    return { id: await insertInspection(transaction, scope.actor, { ...facts, unitId }) };
  });
}

/** Sends a reminder from the acting unit to a unit below it, once for a key. */
export async function sendReminder(context: RequestContext, input: ReminderFacts & { readonly unitId: string | null; readonly idempotencyKey: string }): Promise<Recorded> {
  const { unitId, idempotencyKey, ...asked } = input;
  const change = { name: 'reminder.send', action: 'record.supervise', type: 'Reminder', blame: 'unit', once: { key: idempotencyKey, input } } as const;
  return await record(context, change, async ({ transaction, scope, today }) => {
    const cannot = await cannotSupervise(scope, unitId);
    if (cannot || unitId === null) return { refused: cannot ?? { code: 'NOT_FOUND', field: 'unit' } };
    const facts = readReminder(asked, today);
    return 'refused' in facts ? facts : { id: await insertReminder(transaction, scope.actor, { ...facts, unitId }) };
  });
}

/** Answers a reminder for the unit that it was sent to, or puts the answer right: by whoever has that unit in scope, and not the one that sent it. */
export async function answerReminder(context: RequestContext, { on, reply, ...named }: Named & { readonly on: Day; readonly reply: string }): Promise<Recorded> {
  return await record(context, { name: 'reminder.answer', action: 'record.keep', type: 'Reminder', blame: 'reminder' }, async ({ transaction, scope, today }) => {
    const reminder = await findStanding('reminder', named, async (ids) => await findRemindersById(scope, ids));
    if ('code' in reminder) return { refused: reminder };
    if (reminder.isMaker) return { refused: { code: 'NOT_YOURS_TO_ANSWER', field: 'reminder' } };
    const end = readEnd(on, { from: reminder.on, today }, { field: 'reply', text: reply });
    return 'refused' in end ? end : await written(scope, 'Reminder', reminder, await writeReply(transaction, scope.actor, reminder, end));
  });
}
