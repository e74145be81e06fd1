import { IconDeviceTv } from '@tabler/icons-react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { usePhone } from '../../shared/ui/use-phone.ts';

/** Shows the overview to a room; a phone has none. */
export function TvButton({ onStart }: { onStart: () => void }) {
  const { m } = usePrinting();
  if (usePhone()) return null;
  return (
    <Button tone="quiet" icon={<IconDeviceTv size="1.25em" stroke={1.7} aria-hidden="true" />} onClick={onStart}>
      {m.tv.start}
    </Button>
  );
}
