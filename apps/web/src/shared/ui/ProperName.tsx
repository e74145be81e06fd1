import { usePrinting } from '../messages/LanguageProvider.tsx';

/** A name in Vietnamese, marked as such where the page is in another language, so that a reader says it right. */
export function ProperName({ children }: { children: string }) {
  const { language } = usePrinting();
  return language === 'VI' ? children : <span lang="vi">{children}</span>;
}
