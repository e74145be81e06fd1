import type { CombinedError } from 'urql';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden.tsx';

interface PageFailureProps {
  /** Name of the page. */
  readonly title: string;
  readonly error: CombinedError;
  readonly onRetry: () => void;
}

/** A page whose question failed: what happened, and how to try again. */
export function PageFailure({ title, error, onRetry }: PageFailureProps) {
  return (
    <>
      <VisuallyHidden>
        <h1>{title}</h1>
      </VisuallyHidden>
      <QueryFailure error={error} onRetry={onRetry} />
    </>
  );
}
