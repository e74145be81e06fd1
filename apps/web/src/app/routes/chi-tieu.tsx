import { createFileRoute } from '@tanstack/react-router';
import { readTargetsSearch } from '../../features/targets/targets-search.ts';

export const Route = createFileRoute('/chi-tieu')({ validateSearch: readTargetsSearch });
