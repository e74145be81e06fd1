import { createLazyFileRoute } from '@tanstack/react-router';
import { AdmissionsPage } from '../../features/candidacies/index.ts';

export const Route = createLazyFileRoute('/ket-nap')({ component: AdmissionsPage });
