import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { usePersonalTexts } from '../use-personal-texts.ts';
import type { Personal } from './use-correction.ts';

/** Meetings on record that a date of birth makes questionable. */
export function AgeWarnings({ warnings }: { readonly warnings: Personal['ageWarnings'] }) {
  const { f } = usePrinting();
  const { p } = usePersonalTexts();
  return warnings.map(({ on, code }) => (
    <Notice key={on} tone="warning">
      {code === 'TOO_YOUNG' ? p.correct.tooYoung(f.date(on)) : p.correct.consentNeeded(f.date(on))}
    </Notice>
  ));
}
