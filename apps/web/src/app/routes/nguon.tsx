import { createFileRoute } from '@tanstack/react-router';
import { readPipelineSearch } from '../../features/candidacies/pipeline/pipeline-search.ts';

export const Route = createFileRoute('/nguon')({ validateSearch: readPipelineSearch });
