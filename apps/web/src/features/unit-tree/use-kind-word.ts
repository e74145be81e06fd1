import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';

/** The word for a kind that fits a column; the whole name where the catalogue has no shorter one. */
export function useKindWord(): (kind: string, name: string) => string {
  const { texts } = usePrinting();
  const short: Readonly<Record<string, string>> = texts.unitKindsShort;
  return (kind, name) => short[kind] ?? name;
}
