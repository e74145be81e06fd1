import { createLazyFileRoute } from '@tanstack/react-router';
import { TodoPage } from '../../features/todo/TodoPage.tsx';

export const Route = createLazyFileRoute('/viec')({ component: TodoPage });
