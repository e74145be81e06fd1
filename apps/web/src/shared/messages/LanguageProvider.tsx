import type { Language } from '@banyan/schema/enums';
import type { Texts } from '@banyan/schema/texts/vi';
import type { LifecycleTexts } from '@banyan/schema/texts/vi-lifecycle';
import { vi as viTexts } from '@banyan/schema/texts/vi';
import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import { makeFormats, type Formats } from '../format/formats.ts';
import { writeLanguage } from './language-store.ts';
import { vi, type Messages } from './vi.ts';

/** A language with everything that prints in it. */
export interface LanguagePack {
  readonly language: Language;
  readonly m: Messages;
  readonly texts: Texts;
  /** The words of the way to membership, where they are not the Vietnamese ones: those come with the pages that print them. */
  readonly lifecycle: LifecycleTexts | null;
}

/** What a component needs to print. */
export interface Printing extends LanguagePack {
  readonly f: Formats;
  readonly setLanguage: (language: Language) => Promise<void>;
}

const vietnamese: LanguagePack = { language: 'VI', m: vi, texts: viTexts, lifecycle: null };

const PrintingContext = createContext<Printing | null>(null);

/** Loads a language. Vietnamese is part of the application, English comes when it is wanted. */
export async function loadLanguage(language: Language): Promise<LanguagePack> {
  if (language === 'VI') return vietnamese;
  const [{ en }, { en: enTexts }, { enLifecycle }] = await Promise.all([import('./en.ts'), import('@banyan/schema/texts/en'), import('@banyan/schema/texts/en-lifecycle')]);
  return { language, m: en, texts: enTexts, lifecycle: enLifecycle };
}

/** Gives the language to everything below and keeps the page's own `lang` in step. */
export function LanguageProvider({ initial, children }: { initial: LanguagePack; children: ReactNode }) {
  const [pack, setPack] = useState(initial);
  useEffect(() => {
    document.documentElement.lang = pack.language === 'VI' ? 'vi' : 'en';
  }, [pack.language]);
  const printing = useMemo<Printing>(
    () => ({
      ...pack,
      f: makeFormats(pack.language),
      setLanguage: async (language) => {
        const next = await loadLanguage(language);
        writeLanguage(language);
        setPack(next);
      },
    }),
    [pack],
  );
  return <PrintingContext value={printing}>{children}</PrintingContext>;
}

/** The language, its texts and its formats. */
export function usePrinting(): Printing {
  const printing = use(PrintingContext);
  if (printing === null) throw new Error('usePrinting needs a LanguageProvider above it');
  return printing;
}
