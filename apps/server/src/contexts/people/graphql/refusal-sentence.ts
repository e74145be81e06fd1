import type { Language } from '@banyan/schema/enums';
import { formatDate, formatInteger } from '@banyan/schema/format';
import { enLifecycle } from '@banyan/schema/texts/en-lifecycle';
import { enLimits } from '@banyan/schema/texts/en-limits';
import { viLifecycle } from '@banyan/schema/texts/vi-lifecycle';
import { viLimits, type ToldLimit } from '@banyan/schema/texts/vi-limits';
import type { RefusalLimit } from '../../../kernel/refusal-limit.ts';

/** A limit in the words of a language. */
function toldLimit(field: string, { from, until, step, fact, given, least, most, character }: RefusalLimit, language: Language): ToldLimit {
  const words = language === 'VI' ? viLifecycle : enLifecycle;
  const number = (count: number | undefined) => (count === undefined ? undefined : formatInteger(count, language));
  return {
    field,
    from: from && formatDate(from),
    until: until && formatDate(until),
    step: step ? words.steps[step] : undefined,
    fact: fact && words.facts[fact],
    given: number(given),
    least: number(least),
    most: number(most),
    character,
  };
}

/** The sentence of a refusal that names the limit that is not kept, where that is known and the code has one; else in the words of its code. */
export function sentenceOf(refusal: { readonly code: string; readonly field: string; readonly limit?: RefusalLimit | undefined }, language: Language, plain: string): string {
  const sentences: Readonly<Record<string, (limit: ToldLimit) => string>> = language === 'VI' ? viLimits : enLimits;
  const { code, field, limit } = refusal;
  return (limit && sentences[code]?.(toldLimit(field, limit, language))) ?? plain;
}
