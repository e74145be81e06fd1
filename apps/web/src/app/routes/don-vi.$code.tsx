import { createFileRoute } from '@tanstack/react-router';
import { readUnitSearch } from '../../features/unit-page/unit-search.ts';

export const Route = createFileRoute('/don-vi/$code')({ validateSearch: readUnitSearch });
