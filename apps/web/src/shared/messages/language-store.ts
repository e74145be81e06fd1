import type { Language } from '@banyan/schema/enums';

const key = 'banyan.language';

/** The language chosen on this device; Vietnamese where nothing was chosen or nothing may be stored. */
export function readLanguage(): Language {
  try {
    return localStorage.getItem(key) === 'EN' ? 'EN' : 'VI';
  } catch {
    return 'VI';
  }
}

/** Remembers the language on this device. It is a preference of the device, not of an account. */
export function writeLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // A browser that stores nothing keeps the language for this page only.
  }
}
