import { enLifecycle } from '@banyan/schema/texts/en-lifecycle';
import { viLifecycle, type LifecycleTexts } from '@banyan/schema/texts/vi-lifecycle';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { en } from './texts/en.ts';
import { vi, type TransferTexts } from './texts/vi.ts';

interface Words {
  /** The texts of these pages. */
  readonly t: TransferTexts;
  /** The words of the way to membership and of transfers. */
  readonly words: LifecycleTexts;
}

const vietnamese: Words = { t: vi, words: viLifecycle };
const english: Words = { t: en, words: enLifecycle };

/** The texts about transfers and readmission: they come with their pages, and not with the application. */
export function useTransferTexts(): Words {
  return usePrinting().language === 'VI' ? vietnamese : english;
}
