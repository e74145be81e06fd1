import { createLazyFileRoute } from '@tanstack/react-router';
import { ComparisonPage } from '../../features/comparison/index.ts';

export const Route = createLazyFileRoute('/so-sanh')({ component: ComparisonPage });
