import { createFileRoute } from '@tanstack/react-router';
import { readPlanSearch } from '../../features/records/plans/plan-search.ts';

export const Route = createFileRoute('/ke-hoach')({ validateSearch: readPlanSearch });
