import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { en } from './texts/en.ts';
import { vi, type RulesPageTexts } from './texts/vi.ts';

/** The texts of the rules and the calendar: they come with their page, and not with the application. */
export function useRulesTexts(): RulesPageTexts {
  return usePrinting().language === 'VI' ? vi : en;
}
