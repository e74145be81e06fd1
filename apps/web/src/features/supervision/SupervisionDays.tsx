import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import type { SupervisionData } from './supervision-documents.ts';
import { useSupervisionTexts } from './use-supervision-texts.ts';

type Dated = Pick<SupervisionData, 'from' | 'until' | 'endedAt' | 'endCause'>;

/** From when to when somebody is in charge, and where it ended before its last day, when and why. */
export function SupervisionDays({ from, until, endedAt, endCause }: Dated) {
  const { f } = usePrinting();
  const { t, words } = useSupervisionTexts();
  const days = until === null ? t.from(f.date(from)) : t.between(f.date(from), f.date(until));
  if (endedAt === null || endCause === null) return days;
  return `${days}; ${words.endCauses[endCause].toLocaleLowerCase()}, ${f.dateTime(endedAt)}`;
}
