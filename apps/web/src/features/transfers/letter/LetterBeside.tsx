import { lazy, Suspense } from 'react';
import { useLast } from '../../../shared/graphql/use-last.ts';
import { loadPatiently } from '../../../shared/ui/load-patiently.ts';
import type { Letter } from '../../people/index.ts';

const LetterPanel = lazy(async () => ({ default: (await loadPatiently(async () => await import('./LetterPanel.tsx'))).LetterPanel }));

interface LetterBesideProps {
  readonly id: string;
  /** The letters of the list beside which it is shown. */
  readonly rows: readonly Letter[];
  readonly isLoading: boolean;
  readonly today: string;
  readonly onClose: () => void;
}

/** A letter beside its list. What was signed leaves the list, and stays beside it until it is closed. */
export function LetterBeside({ id, rows, isLoading, today, onClose }: LetterBesideProps) {
  const letter = useLast(rows.find((row) => row.id === id));
  return (
    <Suspense>
      <LetterPanel letter={letter} isLoading={isLoading} today={today} onClose={onClose} />
    </Suspense>
  );
}
