import { createLazyFileRoute } from '@tanstack/react-router';
import { TodoPage } from '../../features/candidacies/index.ts';

export const Route = createLazyFileRoute('/viec')({ component: TodoPage });
