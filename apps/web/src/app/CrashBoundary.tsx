import { Component, type ReactNode } from 'react';
import { usePrinting } from '../shared/messages/LanguageProvider.tsx';
import { Button } from '../shared/ui/Button.tsx';
import { Message } from '../shared/ui/Notice.tsx';

interface CrashState {
  readonly crashed: boolean;
}

/** Shows a defect as a sentence instead of an empty page. */
export class CrashBoundary extends Component<{ readonly children: ReactNode }, CrashState> {
  override state: CrashState = { crashed: false };

  static getDerivedStateFromError(): CrashState {
    return { crashed: true };
  }

  override render() {
    return this.state.crashed ? <Crashed /> : this.props.children;
  }
}

function Crashed() {
  const { m } = usePrinting();
  return (
    <main>
      <Message title={m.states.crashTitle} action={<Button onClick={() => location.reload()}>{m.states.reload}</Button>}>
        {m.states.crashBody}
      </Message>
    </main>
  );
}
