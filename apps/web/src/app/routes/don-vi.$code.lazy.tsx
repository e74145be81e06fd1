import { createLazyFileRoute } from '@tanstack/react-router';
import { UnitPage } from '../../features/unit-page/index.ts';

export const Route = createLazyFileRoute('/don-vi/$code')({ component: UnitPage });
