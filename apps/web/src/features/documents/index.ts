export { DocumentNumber } from './DocumentNumber.tsx';
