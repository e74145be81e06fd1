import { createFileRoute } from '@tanstack/react-router';
import { readAdmissionsSearch } from '../../features/candidacies/admissions/admissions-search.ts';

export const Route = createFileRoute('/ket-nap')({ validateSearch: readAdmissionsSearch });
