export { SupervisionPage } from './SupervisionPage.tsx';
export { SupervisorsCard } from './SupervisorsCard.tsx';
