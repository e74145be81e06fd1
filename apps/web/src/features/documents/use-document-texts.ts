import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { en } from './texts/en.ts';
import { vi } from './texts/vi.ts';

/** The texts of the field for a document: they come with the pages that have one. */
export function useDocumentTexts() {
  return usePrinting().language === 'VI' ? vi : en;
}
