import { createRootRoute } from '@tanstack/react-router';
import { NoPage } from '../shell/NoPage.tsx';
import { Shell } from '../shell/Shell.tsx';

export const Route = createRootRoute({ component: Shell, notFoundComponent: () => <NoPage isRefused={false} /> });
