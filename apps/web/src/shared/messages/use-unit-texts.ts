import { enUnits } from './en-units.ts';
import { usePrinting } from './LanguageProvider.tsx';
import { viUnits } from './vi-units.ts';

/** The texts of the pages about units: they come with those pages, and not with the application. */
export function useUnitTexts(): typeof viUnits {
  return usePrinting().language === 'VI' ? viUnits : enUnits;
}
