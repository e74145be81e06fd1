import { createFileRoute } from '@tanstack/react-router';
import { readFollowUpSearch } from '../../features/records/follow-up/follow-up-search.ts';

export const Route = createFileRoute('/vuong-mac')({ validateSearch: readFollowUpSearch });
