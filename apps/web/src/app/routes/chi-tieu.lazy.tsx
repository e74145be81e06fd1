import { createLazyFileRoute } from '@tanstack/react-router';
import { TargetsPage } from '../../features/targets/index.ts';

export const Route = createLazyFileRoute('/chi-tieu')({ component: TargetsPage });
