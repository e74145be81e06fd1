import { createLazyFileRoute } from '@tanstack/react-router';
import { PipelinePage } from '../../features/candidacies/index.ts';

export const Route = createLazyFileRoute('/nguon')({ component: PipelinePage });
