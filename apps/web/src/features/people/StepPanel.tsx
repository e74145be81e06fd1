import type { Step } from '@banyan/schema/lifecycle';
import { lazy, Suspense } from 'react';
import { loadPatiently } from '../../shared/ui/load-patiently.ts';

const Panel = lazy(async () => ({ default: (await loadPatiently(async () => await import('./step/StepPanel.tsx'))).StepPanel }));

export interface StepPanelProps {
  /** Opaque id of the candidacy. */
  readonly candidacy: string;
  /** The step that it opens at; what is awaited where it is left out. */
  readonly step?: Step | undefined;
  readonly onClose: () => void;
}

/** Records a step of a candidacy beside the page that opened it. It comes when it is first opened. */
export function StepPanel(props: StepPanelProps) {
  return (
    <Suspense>
      <Panel {...props} />
    </Suspense>
  );
}
