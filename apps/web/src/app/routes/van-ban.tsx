import { createFileRoute } from '@tanstack/react-router';
import { readDocumentsSearch } from '../../features/records/documents/documents-search.ts';

export const Route = createFileRoute('/van-ban')({ validateSearch: readDocumentsSearch });
