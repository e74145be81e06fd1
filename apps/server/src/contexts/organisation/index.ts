export type { Unit, UnitKind, UnitStub } from './domain/unit.ts';
export type { ChildFounded } from './persistence/unit-details.ts';
export { loadAncestors, loadChildrenFounded, loadStub, loadTerm, loadUnit } from './graphql/unit-loaders.ts';
export { dayFor, resolveUnitName, UnitCountsResolver, UnitKindResolver, UnitResolver } from './graphql/unit-resolver.ts';
export { NodeType, PageInfoType, UnitStubType, UnitType } from './graphql/unit-types.ts';
export { connectionOf, stubValue, unitNode, unitValue, type UnitValue } from './graphql/unit-values.ts';
export { ViewerUnitResolver, GrantUnitResolver } from './graphql/viewer-resolver.ts';
export { replant } from './domain/replant.ts';
export {
  canEnd,
  canRename,
  endUnit,
  insertName,
  insertProfile,
  insertUnit,
  intervalWidths,
  listClosedBelow,
  listSubtree,
  lockUnit,
  nextPosition,
  replaceUnits,
  type NewUnit,
  type ClosedUnit,
  type PlacedUnit,
} from './persistence/unit-writes.ts';
export { findTermsInForce } from './persistence/unit-details.ts';
