export { UnitPage } from './UnitPage.tsx';
export { readUnitSearch, type UnitSearch } from './unit-search.ts';
