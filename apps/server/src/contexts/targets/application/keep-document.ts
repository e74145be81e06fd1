import type { RequestContext } from '../../../platform/request-context.ts';
import { readDocument, type Document, type DocumentFacts } from '../domain/document.ts';
import type { RecordRefusal } from '../domain/record-refusal.ts';
import { readNeeded } from '../domain/record-text.ts';
import { findDocumentsById, implementsAnother, insertDocument, updateDocument } from '../persistence/document-rows.ts';
import { isOpenUnit, takeBack } from '../persistence/record-rows.ts';
import { record, type Recorded, type Recording } from './record.ts';

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
  const change = { name: 'document.register', action: 'document.record', subjectKind: 'Document', blame: 'unit', once: { key: idempotencyKey, input } } as const;
  return await record(context, change, async (recording) => {
    if (unitId === null || !(await isOpenUnit(recording.scope, unitId))) return { refused: { code: 'NOT_FOUND', field: 'unit' } };
    const facts = await judge(recording, asked, null);
    return 'refused' in facts ? facts : { id: await insertDocument(recording.transaction, recording.scope.actor, { ...facts, unitId }) };
  });
}

interface Seen {
  readonly documentId: string | null;
  readonly expectedVersion: number;
}

/** A document of the scope that stands as it was seen, or why it is not to be changed. What was handed down from above is not changed from below. */
async function findSeen({ scope }: Recording, { documentId, expectedVersion }: Seen): Promise<Document | RecordRefusal> {
  const document = documentId ? (await findDocumentsById(scope, [documentId])).get(documentId) : undefined;
  if (!document?.isWithin) return { code: 'NOT_FOUND', field: 'document' };
  if (document.takenBackReason !== null) return { code: 'TAKEN_BACK', field: 'document' };
  return document.version === expectedVersion ? document : { code: 'VERSION_CONFLICT', field: 'expectedVersion' };
}

const conflict: Recorded = { refused: { code: 'VERSION_CONFLICT', field: 'expectedVersion' } };

/** Changes what the register says of a document of the scope. */
export async function changeDocument(context: RequestContext, { documentId, expectedVersion, ...asked }: AskedDocument & Seen): Promise<Recorded> {
  return await record(context, { name: 'document.change', action: 'document.record', subjectKind: 'Document', blame: 'document' }, async (recording) => {
    const document = await findSeen(recording, { documentId, expectedVersion });
    if ('code' in document) return { refused: document };
    const facts = await judge(recording, asked, document.id);
    if ('refused' in facts) return facts;
    return (await updateDocument(recording.transaction, document, facts)) ? { id: document.id } : conflict;
  });
}

/** Takes a document back that was entered wrongly, for a reason. It stays in the register and says so. */
export async function takeBackDocument(context: RequestContext, { reason, ...seen }: Seen & { readonly reason: string }): Promise<Recorded> {
  return await record(context, { name: 'document.takeBack', action: 'document.record', subjectKind: 'Document', blame: 'document' }, async (recording) => {
    const document = await findSeen(recording, seen);
    if ('code' in document) return { refused: document };
    const read = readNeeded('reason', reason, 'note');
    if ('code' in read) return { refused: read };
    return (await takeBack(recording.scope, 'document', document, read.text)) ? { id: document.id } : conflict;
  });
}
