export { PersonRecord } from './PersonRecord.tsx';
