import { createFileRoute } from '@tanstack/react-router';
import { readTransfersSearch } from '../../features/transfers/list/transfers-search.ts';

export const Route = createFileRoute('/chuyen-sinh-hoat')({ validateSearch: readTransfersSearch });
