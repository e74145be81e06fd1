import { enPersonal } from '@banyan/schema/texts/en-personal';
import { viPersonal, type PersonalTexts } from '@banyan/schema/texts/vi-personal';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { en } from './texts/en-personal.ts';
import { vi, type PersonalPageTexts } from './texts/vi-personal.ts';

interface Words {
  /** The texts of the pages. */
  readonly p: PersonalPageTexts;
  /** The words that both sides print. */
  readonly kept: PersonalTexts;
}

const vietnamese: Words = { p: vi, kept: viPersonal };
const english: Words = { p: en, kept: enPersonal };

/** The texts of what is kept of one person. */
export function usePersonalTexts(): Words {
  return usePrinting().language === 'VI' ? vietnamese : english;
}
