export { UnitRecords } from './UnitRecords.tsx';
