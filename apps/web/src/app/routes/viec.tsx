import { createFileRoute } from '@tanstack/react-router';
import { readTodoSearch } from '../../features/todo/todo-search.ts';

export const Route = createFileRoute('/viec')({ validateSearch: readTodoSearch });
