import type { DocumentWarning } from '@banyan/schema/records';
import type { RequestContext } from '../../../platform/request-context.ts';
import type { Document } from '../domain/document.ts';
import { findDocumentsById } from '../persistence/document-rows.ts';
import { DocumentType } from './document-types.ts';
import { keptValue, loadKept } from './record-values.ts';

/** A document as its resolvers pass it on. */
export type DocumentValue = DocumentType & { readonly document: Document };

function warningsOf({ isOlderThanImplemented, hasTwin }: Document): DocumentWarning[] {
  return [...(isOlderThanImplemented ? (['OLDER_THAN_IMPLEMENTED'] as const) : []), ...(hasTwin ? (['SAME_NUMBER_IN_YEAR'] as const) : [])];
}

/** A document as the API shows it. */
export function documentValue(document: Document): DocumentValue {
  const { kind, number, issuedOn, title, issuer, isHandedDown } = document;
  return Object.assign(new DocumentType(), { ...keptValue('Document', document), document, kind, number, issuedOn, title, issuer, isHandedDown, warnings: warningsOf(document) });
}

/** A document that the reader sees, by its row id. */
export async function loadDocument(context: RequestContext, id: string): Promise<DocumentValue | null> {
  const document = await loadKept(context, 'Document', id, findDocumentsById);
  return document && documentValue(document);
}
