import { enTargets } from '@banyan/schema/texts/en-targets';
import { viTargets } from '@banyan/schema/texts/vi-targets';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { en } from './texts/en.ts';
import { vi } from './texts/vi.ts';

/** The texts of targets: they come with their page. `words` are those that the server prints too. */
export function useTargetTexts() {
  return usePrinting().language === 'VI' ? { t: vi, words: viTargets } : { t: en, words: enTargets };
}
