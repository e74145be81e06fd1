export { DocumentField } from './LateDocumentField.tsx';
export { DocumentNumber } from './DocumentNumber.tsx';
export { noDocument, readChoice, sentDocument, writeChoice, type DocumentChoice } from './document-choice.ts';
