import { createLazyFileRoute } from '@tanstack/react-router';
import { AddCandidatePage } from '../../features/people/add/AddCandidatePage.tsx';

export const Route = createLazyFileRoute('/nguon_/them')({ component: AddCandidatePage });
