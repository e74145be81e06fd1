import type { DocumentKind } from '@banyan/schema/records';
import type { Day } from '../../../kernel/day.ts';
import type { Kept } from './kept.ts';
import type { RecordRefusal } from './record-refusal.ts';
import { readNeeded, readOptional } from './record-text.ts';

/** What is kept of a document, besides whose it is. */
export interface DocumentFacts {
  readonly kind: DocumentKind;
  /** As it is written: 6a, 28-NQ/TU. */
  readonly number: string;
  readonly issuedOn: Day;
  readonly title: string;
  /** Who issued it, where the unit did not; null where it did. */
  readonly issuer: string | null;
  readonly implementsId: string | null;
  /** Whether the units below see it. */
  readonly isHandedDown: boolean;
}

/** A document of the register. */
export interface Document extends DocumentFacts, Kept {
  readonly unitId: string;
  /** Whether it is dated before the document that it implements, as far as the reader sees that one. */
  readonly isOlderThanImplemented: boolean;
  /** Whether another one that stands has its unit, issuer, kind, number and year, as far as the reader sees that one. */
  readonly hasTwin: boolean;
}

/** The day on which the party was founded: no document is older. */
const firstDay: Day = '1930-02-03';

/** The facts of a document as they are kept, or why they cannot be. An implementing document may be older than the one it implements: that is only warned about. */
export function readDocument(facts: DocumentFacts, today: Day): DocumentFacts | { readonly refused: RecordRefusal } {
  const number = readNeeded('number', facts.number, 'line');
  if ('code' in number) return { refused: number };
  const title = readNeeded('title', facts.title, 'title');
  if ('code' in title) return { refused: title };
  const issuer = readOptional('issuer', facts.issuer, 'line');
  if ('code' in issuer) return { refused: issuer };
  if (facts.issuedOn > today) return { refused: { code: 'DATE_IN_FUTURE', field: 'issuedOn' } };
  if (facts.issuedOn < firstDay) return { refused: { code: 'DATE_NOT_POSSIBLE', field: 'issuedOn' } };
  return { ...facts, number: number.text, title: title.text, issuer: issuer.text };
}
