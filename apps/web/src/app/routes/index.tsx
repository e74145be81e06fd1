import { createFileRoute, redirect } from '@tanstack/react-router';
import { readPeriodHint } from '../../shared/period/period-hint.ts';

/** Who works with people day by day begins with what is to be done; who oversees them, with the figures. */
const beginWithTodo: readonly (string | undefined)[] = ['STAFF', 'SECRETARY'];

export const Route = createFileRoute('/')({
  beforeLoad: () => {
    throw redirect({ to: beginWithTodo.includes(readPeriodHint()?.role) ? '/viec' : '/tong-quan', replace: true });
  },
});
