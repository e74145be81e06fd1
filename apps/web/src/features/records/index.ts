export { UnitLocalities } from './localities/UnitLocalities.tsx';
export { UnitRecords } from './UnitRecords.tsx';
