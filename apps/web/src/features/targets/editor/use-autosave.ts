import { readTypedAmount } from '@banyan/schema/typed-amount';
import type { TargetKind } from '@banyan/schema/targets';
import { useEffect, useRef, useState } from 'react';
import { SaveAllocationDraft } from '../target-documents.ts';
import { useTargetChange } from '../use-target-change.ts';
import { problemOf, type Worksheet } from './worksheet.ts';

const pause = 1_200;

function numberOf(text: string, kind: TargetKind): number | null {
  const read = readTypedAmount(text, kind);
  return 'value' in read ? read.value : null;
}

/** The text of a cell that is no number, so that it is found again where it was typed. What no text may hold stays on the page alone. */
function unreadOf(text: string, kind: TargetKind): string | null {
  return problemOf(text, kind) === undefined || text.length > 100 || /\p{C}/u.test(text) ? null : text;
}

/** The draft as the server keeps it: numbers as numbers, and what is none yet as it is typed. */
function draftOf(sheet: Worksheet, kind: TargetKind) {
  const reserve = numberOf(sheet.reserve, kind);
  return {
    sumRule: sheet.rule,
    reserve: reserve === null ? null : { low: reserve, high: numberOf(sheet.reserveHigh, kind) },
    lines: sheet.rows.map(({ unit, low, high, note, isLocked }) => ({ unit, low: numberOf(low, kind), high: numberOf(high, kind), unreadLow: unreadOf(low, kind), unreadHigh: unreadOf(high, kind), note: note.trim() === '' ? null : note, isLocked })),
  };
}

export type Saving = { readonly state: 'NONE' | 'SAVING' | 'FAILED' | 'CONFLICT' } | { readonly state: 'SAVED'; readonly at: string };

interface AutosaveOptions {
  readonly target: string;
  readonly kind: TargetKind;
  readonly sheet: Worksheet;
  /** Version of the draft that the page began with; 0 where there was none. */
  readonly version: number;
  /** Nothing is saved for the time being. */
  readonly isPaused: boolean;
  /** Somebody else saved or published meanwhile. */
  readonly onConflict: () => void;
}

/** Saves a worksheet a moment after the last key, one saving after the other. What somebody else saved meanwhile is not written over. */
export function useAutosave({ target, kind, sheet, version, isPaused, onConflict }: AutosaveOptions) {
  const [saving, setSaving] = useState<Saving>({ state: 'NONE' });
  const known = useRef(version);
  const saved = useRef(sheet);
  const { send } = useTargetChange(SaveAllocationDraft, [], ({ code }) => {
    const isConflict = code === 'VERSION_CONFLICT';
    setSaving({ state: isConflict ? 'CONFLICT' : 'FAILED' });
    if (isConflict) onConflict();
  });
  const isBlocked = saving.state === 'CONFLICT' || saving.state === 'SAVING';
  useEffect(() => {
    if (isPaused || isBlocked || saved.current === sheet) return undefined;
    const save = async () => {
      setSaving({ state: 'SAVING' });
      let isDone = false;
      await send({ target, expectedVersion: known.current, ...draftOf(sheet, kind) }, ({ target: { draft } }) => {
        isDone = true;
        known.current = draft?.version ?? 0;
        saved.current = sheet;
        setSaving({ state: 'SAVED', at: draft?.savedAt ?? '' });
      });
      if (!isDone) setSaving((now) => (now.state === 'SAVING' ? { state: 'FAILED' } : now));
    };
    const timer = setTimeout(() => void save(), pause);
    return () => clearTimeout(timer);
  });
  return {
    saving,
    version: () => known.current,
    /** Goes on from a version that is known now: after somebody else's draft was seen, or the draft is gone. */
    goOn: (from: number, with_: Worksheet | null) => {
      known.current = from;
      if (with_ !== null) saved.current = with_;
      setSaving({ state: 'NONE' });
    },
  };
}
