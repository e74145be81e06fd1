import { createLazyFileRoute } from '@tanstack/react-router';
import { PersonPage } from '../../features/people/page/PersonPage.tsx';

export const Route = createLazyFileRoute('/nguoi/$id')({ component: PersonPage });
