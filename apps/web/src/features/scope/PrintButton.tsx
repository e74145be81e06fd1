import { IconPrinter } from '@tabler/icons-react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';

/** Prints the page once its figures and fonts are there; the style sheets for paper do the rest. */
export function PrintButton({ busy }: { busy: boolean }) {
  const { m } = usePrinting();
  const print = async () => {
    await document.fonts.ready;
    window.print();
  };
  return (
    <Button
      tone="quiet"
      icon={<IconPrinter size="1.25em" stroke={1.7} aria-hidden="true" />}
      aria-disabled={busy || undefined}
      onClick={() => {
        if (!busy) void print();
      }}
    >
      {m.files.print}
    </Button>
  );
}
