import { createLazyFileRoute } from '@tanstack/react-router';
import { PlanPage } from '../../features/records/plans/PlanPage.tsx';

export const Route = createLazyFileRoute('/ke-hoach')({ component: PlanPage });
