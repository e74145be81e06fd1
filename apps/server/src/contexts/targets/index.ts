export { loadDocument, type DocumentValue } from './graphql/document-values.ts';
export { DocumentType } from './graphql/document-types.ts';
export { DocumentMutations, DocumentQueries, DocumentResolver } from './graphql/document-resolver.ts';
