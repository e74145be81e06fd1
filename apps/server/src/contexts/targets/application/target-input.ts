import { sliceKeys, type Dimension } from '@banyan/schema/enums';
import { parsePeriod } from '@banyan/schema/period';
import { groupDimensions } from '@banyan/schema/target-groups';
import { isRate, type Indicator, type TargetBase, type TargetKind } from '@banyan/schema/targets';
import type { Day } from '../../../kernel/day.ts';
import { resolvePeriod } from '../../../kernel/period.ts';
import type { Scope } from '../../../platform/scope.ts';
import { findTermsInForce } from '../../organisation/index.ts';
import { readText } from '../../../kernel/text.ts';
import { suitsKind } from '../domain/indicator.ts';
import { readAmount, type TargetRefusal, type TargetTerms } from '../domain/target.ts';
import { findDocumentsById } from '../persistence/document-rows.ts';
import type { TargetKey } from '../persistence/target-rows.ts';
import { openEnd } from '../persistence/target-reads.ts';

/** How much is asked for, as it is sent. */
export interface TermsInput {
  readonly kind: TargetKind;
  readonly low: number;
  readonly high: number | null;
  readonly base: TargetBase | null;
  readonly baseNumber: number | null;
}

/** What a target counts, as it is sent. */
export interface KeyInput {
  readonly indicator: Indicator;
  readonly slice: { readonly dimension: Dimension; readonly key: string } | null;
  readonly period: string;
}

/** The paper that a change rests on, as it is sent. */
export interface PaperInput {
  /** Undefined where what was sent is no id of a document. */
  readonly documentId: string | null | undefined;
  readonly documentNumber: string | null;
  readonly issuedOn: Day;
  readonly reason: string | null;
  readonly note: string | null;
}

/** The terms of a target as they are kept, or why they cannot be. */
export function readTerms(indicator: Indicator, input: TermsInput): TargetTerms | TargetRefusal {
  if (!suitsKind(indicator, input.kind)) return { code: 'KIND_NOT_POSSIBLE', field: 'kind' };
  const amount = readAmount(input.kind, input);
  if ('code' in amount) return amount;
  if (!isRate(input.kind)) return { kind: input.kind, ...amount, base: null, baseNumber: null };
  if (input.base === null) return { code: 'BASE_MISSING', field: 'base' };
  const { base, baseNumber } = input;
  if (base === 'FIXED_NUMBER' && (baseNumber === null || !Number.isInteger(baseNumber) || baseNumber < 1)) return { code: 'NUMBER_NOT_POSSIBLE', field: 'baseNumber' };
  return { kind: input.kind, ...amount, base, baseNumber: base === 'FIXED_NUMBER' ? baseNumber : null };
}

/** What a target counts and when, bound to days by the term of the unit on a day, or why it cannot be. */
export async function readKey(scope: Scope, unitId: string, input: KeyInput, on: Day): Promise<TargetKey | TargetRefusal> {
  const { indicator, slice, period } = input;
  if (slice) {
    const keys: readonly string[] = sliceKeys[slice.dimension];
    if (!groupDimensions[indicator].includes(slice.dimension) || !keys.includes(slice.key)) return { code: 'SLICE_NOT_POSSIBLE', field: 'slice' };
  }
  const parts = parsePeriod(period);
  if (!parts) return { code: 'PERIOD_NOT_POSSIBLE', field: 'period' };
  const term = parts.form === 'TERM' ? (await findTermsInForce(scope, [unitId], on)).get(unitId) : null;
  if (term === undefined) return { code: 'PERIOD_NOT_POSSIBLE', field: 'period' };
  const { from, endsOn } = resolvePeriod(period, on, term);
  return { indicator, slice, period, startsOn: from, endsOn: endsOn === openEnd ? null : endsOn };
}

/** The paper of a change as it is kept. */
export interface Paper {
  readonly documentId: string | null;
  readonly documentNumber: string | null;
  readonly issuedOn: Day;
  readonly reason: string | null;
  readonly note: string | null;
}

/** A text as it is kept, null where there is none, or that it cannot be. */
function readOptional(text: string | null, kind: 'line' | 'note'): { readonly text: string | null } | null {
  const kept = text === null ? '' : readText(text, kind);
  return kept === null ? null : { text: kept === '' ? null : kept };
}

/** What is written of the paper, its texts as they are kept and the number of its document, or why it cannot be. */
export async function readPaper(scope: Scope, input: PaperInput): Promise<Paper | TargetRefusal> {
  const documentNumber = readOptional(input.documentNumber, 'line');
  if (!documentNumber) return { code: 'TEXT_NOT_POSSIBLE', field: 'documentNumber' };
  const reason = readOptional(input.reason, 'note');
  if (!reason) return { code: 'TEXT_NOT_POSSIBLE', field: 'reason' };
  const note = readOptional(input.note, 'note');
  if (!note) return { code: 'TEXT_NOT_POSSIBLE', field: 'note' };
  const { documentId, issuedOn } = input;
  const rest = { issuedOn, reason: reason.text, note: note.text };
  if (documentId === null) return { documentId, documentNumber: documentNumber.text, ...rest };
  const document = documentId === undefined ? undefined : (await findDocumentsById(scope, [documentId])).get(documentId);
  return document ? { documentId: document.id, documentNumber: document.number, ...rest } : { code: 'NOT_FOUND', field: 'document' };
}
