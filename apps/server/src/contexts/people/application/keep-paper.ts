import type { PaperKind } from '@banyan/schema/lifecycle';
import { conflictOf } from '../../../kernel/conflict.ts';
import type { Day } from '../../../kernel/day.ts';
import { readText, refuseText } from '../../../kernel/text.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { findPaper, insertPaper, updatePaper, type PaperFacts } from '../persistence/paper-rows.ts';
import { changeFile, type Kept } from './change-file.ts';
import type { Refusal } from './refusal.ts';

/** The texts of a paper as they are kept, or what stands against them. */
function readPaper(input: PaperFacts, today: Day): { readonly facts: PaperFacts } | { readonly refused: Refusal } {
  if (input.madeOn > today) return { refused: { code: 'DATE_IN_FUTURE', field: 'madeOn', limit: { until: today } } };
  const { isThere, madeOn, conclusion } = input;
  const texts: Record<'number' | 'body' | 'reference', string | null> = { number: null, body: null, reference: null };
  for (const field of ['number', 'body', 'reference'] as const) {
    const text = readText(input[field] ?? '', 'line');
    if (text === null) return { refused: refuseText(input[field], 'line', field) };
    texts[field] = text === '' ? null : text;
  }
  return { facts: { isThere, madeOn, conclusion, ...texts } };
}

/** What is sent to put a paper into a file. */
export interface PaperInput extends PaperFacts {
  readonly candidacyId: string | null;
  readonly kind: PaperKind;
  /** Chosen by the caller; sent again, the paper is not there twice. */
  readonly idempotencyKey: string;
}

/** Notes that a paper is there or was asked for, beside those of its kind from before. Of a background check it keeps status, day, body, conclusion and reference, never the content. */
export async function recordPaper(context: RequestContext, input: PaperInput): Promise<Kept> {
  const once = { key: input.idempotencyKey, input };
  return await changeFile(context, { candidacyId: input.candidacyId, action: 'candidacy.keepPaper', once }, async ({ transaction, actor, held, today }) => {
    const read = readPaper(input, today);
    if ('refused' in read) return read.refused;
    await insertPaper(transaction, { ...read.facts, candidacyId: held.candidacy.id, kind: input.kind }, actor.displayName);
    return null;
  });
}

/** What is sent to change what is noted of a paper. */
export interface PaperChange extends PaperFacts {
  readonly candidacyId: string | null;
  readonly paperId: string | null;
  readonly expectedVersion: number;
}

/** Changes what is noted of a paper: one that was asked for has come, a number was wrong. Where somebody else changed it meanwhile nothing is written. */
export async function changePaper(context: RequestContext, input: PaperChange): Promise<Kept> {
  return await changeFile(context, { candidacyId: input.candidacyId, action: 'candidacy.changePaper' }, async ({ transaction, actor, held, today }) => {
    const paper = input.paperId === null ? null : await findPaper(transaction, held.candidacy.id, input.paperId);
    if (!paper) return { code: 'NOT_FOUND', field: 'paper' };
    if (paper.version !== input.expectedVersion) return { ...conflictOf(input.expectedVersion, paper.version), candidacyId: held.candidacy.id };
    const read = readPaper(input, today);
    if ('refused' in read) return read.refused;
    await updatePaper(transaction, paper.id, read.facts, actor.displayName);
    return null;
  });
}
