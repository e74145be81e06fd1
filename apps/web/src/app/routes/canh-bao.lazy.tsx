import { createLazyFileRoute } from '@tanstack/react-router';
import { WatchPage } from '../../features/watch/index.ts';

export const Route = createLazyFileRoute('/canh-bao')({ component: WatchPage });
