import { readText } from '../../../kernel/text.ts';
import type { RecordRefusal } from './record-refusal.ts';

type Kind = Parameters<typeof readText>[1];

/** A text that has to be there, as it is kept, or why it cannot be. */
export function readNeeded(field: string, text: string, kind: Kind): { readonly text: string } | RecordRefusal {
  const read = readText(text, kind);
  if (read === null) return { code: 'TEXT_NOT_POSSIBLE', field };
  return read === '' ? { code: 'FACT_MISSING', field } : { text: read };
}

/** A text that may be left out, as it is kept (null where it was), or why it cannot be. */
export function readOptional(field: string, text: string | null, kind: Kind): { readonly text: string | null } | RecordRefusal {
  const read = readText(text ?? '', kind);
  if (read === null) return { code: 'TEXT_NOT_POSSIBLE', field };
  return { text: read === '' ? null : read };
}
