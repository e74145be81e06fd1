export { WatchCard } from './WatchCard.tsx';
export { WatchPage } from './WatchPage.tsx';
