import { lazy, Suspense } from 'react';
import { loadPatiently } from '../../shared/ui/load-patiently.ts';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import type { DocumentFieldProps } from './DocumentField.tsx';

const Loaded = lazy(async () => ({ default: (await loadPatiently(async () => await import('./DocumentField.tsx'))).DocumentField }));

/** The field that a document is picked in: it comes when a form with it is opened. */
export function DocumentField(props: DocumentFieldProps) {
  return (
    <Suspense fallback={<Skeleton height="4rem" />}>
      <Loaded {...props} />
    </Suspense>
  );
}
