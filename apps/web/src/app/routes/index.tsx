import { createFileRoute, redirect } from '@tanstack/react-router';
import { readPeriodHint } from '../../shared/period/period-hint.ts';
import { Home, homeOf } from '../shell/Home.tsx';

export const Route = createFileRoute('/')({
  beforeLoad: () => {
    const hint = readPeriodHint();
    if (hint !== null) throw redirect({ to: homeOf(hint.role), replace: true });
  },
  component: Home,
});
