import { createLazyFileRoute } from '@tanstack/react-router';
import { UnitTreePage } from '../../features/unit-tree/index.ts';

export const Route = createLazyFileRoute('/to-chuc')({ component: UnitTreePage });
