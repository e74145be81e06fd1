const key = 'banyan.font-size';

export const fontSizes = ['normal', 'large', 'largest'] as const;
export type FontSize = (typeof fontSizes)[number];

/** The size of text chosen on this device. */
export function readFontSize(): FontSize {
  try {
    const stored = localStorage.getItem(key);
    return fontSizes.find((size) => size === stored) ?? 'normal';
  } catch {
    return 'normal';
  }
}

/** Sets the size of all text at once and remembers it on this device. */
export function applyFontSize(size: FontSize): void {
  document.documentElement.dataset['size'] = size;
  try {
    localStorage.setItem(key, size);
  } catch {
    // Without storage the size holds for this page.
  }
}
