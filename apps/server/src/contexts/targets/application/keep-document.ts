import type { RequestContext } from '../../../platform/request-context.ts';
import { readDocument, type DocumentFacts } from '../domain/document.ts';
import type { RecordRefusal } from '../domain/record-refusal.ts';
import { findDocumentsById, implementsAnother, insertDocument, updateDocument } from '../persistence/document-rows.ts';
import { findOpenUnit } from '../persistence/record-rows.ts';
import { record, type Recorded, type Recording } from './record.ts';
import { findStanding, written, type Named } from './standing.ts';

/** What is sent about a document: `implementsId` is undefined where what was sent is no id of a document. */
export type AskedDocument = Omit<DocumentFacts, 'implementsId'> & { readonly implementsId: string | null | undefined };

/** The facts that are to be kept, or why they cannot be: the document that is implemented has to be one that the reader sees. */
async function judge({ transaction, scope, today }: Recording, { implementsId, ...asked }: AskedDocument, id: string | null): Promise<DocumentFacts | { readonly refused: RecordRefusal }> {
  const facts = readDocument({ ...asked, implementsId: implementsId ?? null }, today);
  if ('refused' in facts || implementsId === null) return facts;
  if (implementsId === undefined || !(await findDocumentsById(scope, [implementsId])).has(implementsId)) return { refused: { code: 'NOT_FOUND', field: 'implements' } };
  return id !== null && (await implementsAnother(transaction, implementsId, id)) ? { refused: { code: 'IMPLEMENTS_ITSELF', field: 'implements' } } : facts;
}

/** Enters a document in the register of a unit of the scope, once for a key. */
export async function registerDocument(context: RequestContext, input: AskedDocument & { readonly unitId: string | null; readonly idempotencyKey: string }): Promise<Recorded> {
  const { unitId, idempotencyKey, ...asked } = input;
  const change = { name: 'document.register', action: 'record.keep', type: 'Document', blame: 'unit', once: { key: idempotencyKey, input } } as const;
  return await record(context, change, async (recording) => {
    if (unitId === null || !(await findOpenUnit(recording.scope, unitId))) return { refused: { code: 'NOT_FOUND', field: 'unit' } };
    const facts = await judge(recording, asked, null);
    return 'refused' in facts ? facts : { id: await insertDocument(recording.transaction, recording.scope.actor, { ...facts, unitId }) };
  });
}

/** Changes what the register says of a document of the scope. */
export async function changeDocument(context: RequestContext, { id, expectedVersion, ...asked }: AskedDocument & Named): Promise<Recorded> {
  return await record(context, { name: 'document.change', action: 'record.keep', type: 'Document', blame: 'document' }, async (recording) => {
    const document = await findStanding('document', { id, expectedVersion }, async (ids) => await findDocumentsById(recording.scope, ids));
    if ('code' in document) return { refused: document };
    const facts = await judge(recording, asked, document.id);
    return 'refused' in facts ? facts : await written(recording.scope, 'Document', document, await updateDocument(recording.transaction, document, facts));
  });
}
