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

/** The texts about transfers and readmission: they come with their pages, and not with the application. */
export function useTransferTexts(): Words {
  const { lifecycle } = usePrinting();
  return lifecycle === null ? vietnamese : { t: en, words: lifecycle };
}
