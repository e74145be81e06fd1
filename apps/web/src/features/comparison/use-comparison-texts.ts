import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { en } from './texts/en.ts';
import { vi, type ComparisonTexts } from './texts/vi.ts';

/** The texts of the comparison: they come with its page, and not with the application. */
export function useComparisonTexts(): ComparisonTexts {
  return usePrinting().language === 'VI' ? vi : en;
}
