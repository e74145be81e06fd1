export { MarkedUnitName } from './MarkedUnitName.tsx';
export { RowSkeleton } from './RowSkeleton.tsx';
export { TreeSkeleton } from './TreeSkeleton.tsx';
export { readTreeSearch, type TreeSearch } from './tree-search.ts';
export { readUnitRow, UnitRowFields, type UnitRow } from './unit-row.ts';
export { UnitTable } from './UnitTable.tsx';
export { UnitTreePage } from './UnitTreePage.tsx';
