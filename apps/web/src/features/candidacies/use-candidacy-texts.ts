import { viLifecycle, type LifecycleTexts } from '@banyan/schema/texts/vi-lifecycle';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { en } from './texts/en.ts';
import { vi, type CandidacyTexts } from './texts/vi.ts';

interface Words {
  /** The texts of these pages. */
  readonly t: CandidacyTexts;
  /** The words of the way to membership. */
  readonly words: LifecycleTexts;
}

const vietnamese: Words = { t: vi, words: viLifecycle };

/** The texts about many people on their way: they come with their pages, and not with the application. */
export function useCandidacyTexts(): Words {
  const { lifecycle } = usePrinting();
  return lifecycle === null ? vietnamese : { t: en, words: lifecycle };
}
