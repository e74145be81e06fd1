import type { Dimension, Language } from './enums.ts';
import { en } from './texts/en.ts';
import { vi, type Texts } from './texts/vi.ts';

export type { Texts } from './texts/vi.ts';

/** The texts of each language, whole. The web loads one language at a time from `./texts/vi` or `./texts/en`. */
export const texts: Readonly<Record<Language, Texts>> = { VI: vi, EN: en };

/** The label of a slice, or its key where the catalogue does not know it (a key added to the data later). */
export function sliceLabel(language: Language, dimension: Dimension, key: string): string {
  const labels: Readonly<Record<string, string>> = texts[language].slices[dimension];
  return labels[key] ?? key;
}
