import { enRecords } from '@banyan/schema/texts/en-records';
import { viRecords } from '@banyan/schema/texts/vi-records';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { en } from './texts/en.ts';
import { vi } from './texts/vi.ts';

/** The texts of these pages, and the words that both sides print: they come with their pages, and not with the application. */
export function useRecordTexts() {
  return usePrinting().language === 'VI' ? { t: vi, words: viRecords } : { t: en, words: enRecords };
}
