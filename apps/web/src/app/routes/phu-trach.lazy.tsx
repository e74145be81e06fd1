import { createLazyFileRoute } from '@tanstack/react-router';
import { SupervisionPage } from '../../features/supervision/index.ts';

export const Route = createLazyFileRoute('/phu-trach')({ component: SupervisionPage });
