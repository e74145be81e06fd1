export { Breadcrumb, BreadcrumbFields } from './Breadcrumb.tsx';
export { UnitLink, type UnitPage } from './UnitLink.tsx';
export { UnitNotFound } from './UnitNotFound.tsx';
