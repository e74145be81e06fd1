import { useState } from 'react';
import type { Letter } from '../../people/index.ts';

/** A letter as it was when a form was opened, and whether somebody else has changed it meanwhile. */
export function useSeen(letter: Letter, isBusy: boolean) {
  const [seen, setSeen] = useState(letter);
  return { seen, isConflict: !isBusy && seen.version !== letter.version, review: () => setSeen(letter) };
}
