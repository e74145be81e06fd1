import { markMatch } from '../../shared/format/fold-name.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';

/** A name with what was searched for marked in it. */
export function MarkedUnitName({ name, search }: { name: string; search: string }) {
  const { language } = usePrinting();
  const { before, match, after } = markMatch(name, search);
  return (
    <span lang={language === 'VI' ? undefined : 'vi'}>
      {before}
      {match === '' ? null : <mark>{match}</mark>}
      {after}
    </span>
  );
}
