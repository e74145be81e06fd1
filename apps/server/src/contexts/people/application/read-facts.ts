import { readText, refuseText } from '../../../kernel/text.ts';
import type { RecordedStep } from '../domain/dossier.ts';
import type { Refusal } from './refusal.ts';

const lines = ['documentNumber', 'certificateNumber', 'provinceConsentNumber', 'upperConsentNumber'] as const;

/** The facts of a step as they are kept: texts composed and trimmed, an empty one as none. Refuses what cannot be seen or is too long. */
export function readFacts(input: RecordedStep): { readonly recorded: RecordedStep } | { readonly refused: Refusal } {
  const texts = [...lines.map((field) => [field, 'line'] as const), ['reason', 'note'] as const];
  const read: Partial<Record<(typeof lines)[number] | 'reason', string | null>> = {};
  for (const [field, kind] of texts) {
    const text = input[field] === null ? '' : readText(input[field], kind);
    if (text === null) return { refused: refuseText(input[field], kind, field) };
    read[field] = text === '' ? null : text;
  }
  const { step, on, receivedOn, removalGround, vote } = input;
  const { documentNumber = null, certificateNumber = null, provinceConsentNumber = null, upperConsentNumber = null, reason = null } = read;
  return { recorded: { step, on, receivedOn, removalGround, vote, documentNumber, certificateNumber, provinceConsentNumber, upperConsentNumber, reason } };
}
