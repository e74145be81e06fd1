import { useState } from 'react';

/** What was typed and not sent, by the name of its form. In the memory of the page alone: a person's data is written to no disk. */
export class Drafts<Values> {
  private readonly kept = new Map<string, Draft<Values>>();

  constructor() {
    all.push(this);
  }

  get(name: string): Draft<Values> | undefined {
    return this.kept.get(name);
  }

  set(name: string, draft: Draft<Values>): void {
    this.kept.set(name, draft);
    watch();
  }

  forget(name: string): void {
    this.kept.delete(name);
    watch();
  }

  clear(): void {
    this.kept.clear();
  }

  get isEmpty(): boolean {
    return this.kept.size === 0;
  }
}

interface Draft<Values> {
  readonly values: Values;
  /** By which the server knows a form that is sent again, also after it was closed and opened. */
  readonly key: string;
}

const all: { readonly isEmpty: boolean; clear(): void }[] = [];

const ask = (event: BeforeUnloadEvent) => event.preventDefault();

/** The browser asks before it leaves the page for as long as something would be lost with it. */
function watch(): void {
  if (all.every(({ isEmpty }) => isEmpty)) removeEventListener('beforeunload', ask);
  else addEventListener('beforeunload', ask);
}

/** Forgets all of them: somebody else is here, or the same person under another grant. */
export function forgetDrafts(): void {
  for (const drafts of all) drafts.clear();
  sent.clear();
  watch();
}

/** A text that nobody else has, by which the server knows a form that is sent again. */
export function makeKey(): string {
  // Where the page did not come over a safe line, the browser makes none by itself.
  if ('randomUUID' in crypto) return crypto.randomUUID();
  return Array.from(globalThis.crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const sent = new Map<string, string>();

/** The key of a change of something that has a version: the same for exactly the same, also from a form that was closed and opened meanwhile. */
export function keyOf(input: object): string {
  const text = JSON.stringify(input);
  const key = sent.get(text) ?? makeKey();
  sent.set(text, key);
  return key;
}

/**
 * What is typed into a form, kept when the form is closed before it was sent (by Escape, a click beside it, another page) and there again
 * when it is opened. `settle` is called once it was sent, `forget` where somebody wants it gone or the form begins anew.
 */
export function useDraft<Values>(drafts: Drafts<Values>, name: string, fresh: () => Values) {
  const [found] = useState(() => drafts.get(name));
  const [draft, setDraft] = useState<Draft<Values>>(() => found ?? { values: fresh(), key: makeKey() });
  const [isKept, setKept] = useState(found !== undefined);
  const setValues = (values: Values) => {
    const typed = { ...draft, values };
    setDraft(typed);
    drafts.set(name, typed);
  };
  // It was sent; what was typed stays before the eyes.
  const settle = () => {
    drafts.forget(name);
    setKept(false);
  };
  const forget = () => {
    settle();
    setDraft({ values: fresh(), key: makeKey() });
  };
  return { values: draft.values, key: draft.key, isKept, setValues, settle, forget };
}
