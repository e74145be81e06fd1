import { createLazyFileRoute } from '@tanstack/react-router';
import { TransfersPage } from '../../features/transfers/list/TransfersPage.tsx';

export const Route = createLazyFileRoute('/chuyen-sinh-hoat')({ component: TransfersPage });
