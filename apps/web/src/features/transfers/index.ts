export { BeginAgainAct } from './person/BeginAgainAct.tsx';
export { TransferAct } from './person/TransferAct.tsx';
export { TransferCard } from './person/TransferCard.tsx';
export { TransfersPage } from './list/TransfersPage.tsx';
