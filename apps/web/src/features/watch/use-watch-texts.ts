import { enTargets } from '@banyan/schema/texts/en-targets';
import { enWatch } from '@banyan/schema/texts/en-watch';
import { viTargets } from '@banyan/schema/texts/vi-targets';
import { viWatch } from '@banyan/schema/texts/vi-watch';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { en } from './texts/en.ts';
import { vi } from './texts/vi.ts';

/** The texts of watch lists: they come with their page. `words` are those that the server prints too. */
export function useWatchTexts() {
  return usePrinting().language === 'VI' ? { t: vi, words: viWatch, bases: viTargets.bases } : { t: en, words: enWatch, bases: enTargets.bases };
}
