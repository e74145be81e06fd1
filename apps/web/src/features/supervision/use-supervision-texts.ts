import { enSupervision } from '@banyan/schema/texts/en-supervision';
import { viSupervision } from '@banyan/schema/texts/vi-supervision';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { en } from './texts/en.ts';
import { vi } from './texts/vi.ts';

/** The texts of supervision: they come with their page. `words` are those that the server prints too. */
export function useSupervisionTexts() {
  return usePrinting().language === 'VI' ? { t: vi, words: viSupervision } : { t: en, words: enSupervision };
}
