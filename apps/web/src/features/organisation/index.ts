export { Breadcrumb, BreadcrumbFields } from './Breadcrumb.tsx';
