export { AdmissionsPage } from './admissions/AdmissionsPage.tsx';
export { PipelinePage } from './pipeline/PipelinePage.tsx';
export { TodoPage } from './todo/TodoPage.tsx';
