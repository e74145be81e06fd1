import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { tableStyles } from '../../candidacies/index.ts';
import type { Letter } from '../../people/index.ts';
import { useTransferTexts } from '../use-transfer-texts.ts';

/** Where a letter stands, since when, and why where it was cancelled. */
export function Standing({ letter }: { readonly letter: Letter }) {
  const { f } = usePrinting();
  const { t, words } = useTransferTexts();
  const day = letter.endedOn ?? letter.acceptedOn;
  const state = words.transferStates[letter.state];
  return (
    <span>
      {day === null ? state : t.on(state, f.date(day))}
      {letter.cancelReason === null ? null : <span className={tableStyles['small']}><ProperName>{letter.cancelReason}</ProperName></span>}
    </span>
  );
}
