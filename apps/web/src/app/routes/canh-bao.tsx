import { createFileRoute } from '@tanstack/react-router';
import { readWatchSearch } from '../../features/watch/watch-search.ts';

export const Route = createFileRoute('/canh-bao')({ validateSearch: readWatchSearch });
