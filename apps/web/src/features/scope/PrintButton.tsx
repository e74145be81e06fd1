import { IconPrinter } from '@tabler/icons-react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { usePhone } from '../../shared/ui/use-phone.ts';

/** Prints the page once its figures and fonts are there; the style sheets for paper do the rest. A phone prints by its own menu. */
export function PrintButton({ busy }: { busy: boolean }) {
  const { m } = usePrinting();
  const phone = usePhone();
  const print = async () => {
    await document.fonts.ready;
    window.print();
  };
  if (phone) return null;
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
