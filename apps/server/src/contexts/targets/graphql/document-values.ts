import type { DocumentWarning } from '@banyan/schema/records';
import { encodeId } from '../../../kernel/ids.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import type { Recorded } from '../application/record.ts';
import type { Document } from '../domain/document.ts';
import { findDocumentsById } from '../persistence/document-rows.ts';
import { DocumentChangedType, DocumentType } from './document-types.ts';
import { recordRefusedValue } from './record-types.ts';

/** A document as its resolvers pass it on. */
export type DocumentValue = DocumentType & { readonly document: Document };

function warningsOf({ isOlderThanImplemented, hasTwin }: Document): DocumentWarning[] {
  return [...(isOlderThanImplemented ? (['OLDER_THAN_IMPLEMENTED'] as const) : []), ...(hasTwin ? (['SAME_NUMBER_IN_YEAR'] as const) : [])];
}

/** A document as the API shows it. */
export function documentValue(document: Document): DocumentValue {
  const { version, kind, number, issuedOn, title, issuer, isHandedDown, recordedAt, takenBackReason, takenBackBy } = document;
  return Object.assign(new DocumentType(), {
    document, version, kind, number, issuedOn, title, issuer, isHandedDown, recordedAt, takenBackReason, takenBackBy,
    id: encodeId('Document', document.id),
    warnings: warningsOf(document),
    recordedBy: document.recorderName,
  });
}

/** A document that the reader sees, by its row id. */
export async function loadDocument(context: RequestContext, id: string): Promise<DocumentValue | null> {
  const loader = context.loader<string, Document | null>('document', async (ids) => {
    const found = await findDocumentsById(await context.scope(), ids);
    return ids.map((key) => found.get(key) ?? null);
  });
  const document = await loader.load(id);
  return document && documentValue(document);
}

/** What became of a change, as the API tells it: the document read anew, or the refusal. */
export async function documentOutcome(context: RequestContext, outcome: Recorded) {
  if ('refused' in outcome) return recordRefusedValue(outcome.refused);
  const document = await loadDocument(context, outcome.id);
  // What was made before under the key may lie elsewhere by now.
  return document ? Object.assign(new DocumentChangedType(), { document }) : recordRefusedValue({ code: 'NOT_FOUND', field: 'document' });
}
