import type { Step } from '@banyan/schema/lifecycle';
import { useEffect, useState } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { SidePanel } from '../../shared/ui/SidePanel.tsx';
import type { RecordingPanel } from './step/RecordingPanel.tsx';
import { usePeopleTexts } from './use-people-texts.ts';

export interface StepPanelProps {
  /** Opaque id of the candidacy. */
  readonly candidacy: string;
  /** The step that it opens at; what is awaited where it is left out. */
  readonly step?: Step | undefined;
  readonly onClose: () => void;
}

const load = async () => (await import('./step/RecordingPanel.tsx')).RecordingPanel;

/** Lets the panel be there before it is opened: a page that can open it calls this once it is shown. */
export function usePreparedStepPanel(): void {
  useEffect(() => {
    // Where it cannot come now, opening it says so.
    load().catch(() => undefined);
  }, []);
}

/** Records a step of a candidacy beside the page that opened it. It comes after the page; where it cannot come, the page stays and says so. */
export function StepPanel(props: StepPanelProps) {
  const { m } = usePrinting();
  const { t } = usePeopleTexts();
  const [loaded, setLoaded] = useState<{ readonly Panel: typeof RecordingPanel } | 'NOT'>();
  useEffect(() => {
    load().then(
      (panel) => setLoaded({ Panel: panel }),
      () => setLoaded('NOT'),
    );
  }, []);
  if (loaded === undefined) return null;
  if (loaded !== 'NOT') return <loaded.Panel {...props} />;
  // A browser does not ask twice for a part that it could not get.
  return (
    <SidePanel title={t.step.title} onClose={props.onClose}>
      <Message title={m.states.networkTitle} action={<Button onClick={() => location.reload()}>{m.states.reload}</Button>}>
        {m.states.networkBody}
      </Message>
    </SidePanel>
  );
}
