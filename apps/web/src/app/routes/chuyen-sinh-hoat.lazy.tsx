import { createLazyFileRoute } from '@tanstack/react-router';
import { TransfersPage } from '../../features/transfers/index.ts';

export const Route = createLazyFileRoute('/chuyen-sinh-hoat')({ component: TransfersPage });
