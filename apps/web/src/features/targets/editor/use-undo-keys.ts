import { useEffect, useRef } from 'react';
import type { useWorksheet } from './use-worksheet.ts';

/** Ctrl+Z and Ctrl+Y inside a worksheet go back and forth through what was typed. Gives back where to put the worksheet. */
export function useUndoKeys({ undo, redo }: Pick<ReturnType<typeof useWorksheet>, 'undo' | 'redo'>) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey)) return;
      const isRedo = event.key === 'y' || (event.key === 'z' && event.shiftKey);
      const act = isRedo ? redo : event.key === 'z' ? undo : null;
      if (act === null) return;
      event.preventDefault();
      act();
    };
    const element = place.current;
    element?.addEventListener('keydown', press);
    return () => element?.removeEventListener('keydown', press);
  });
  return place;
}
