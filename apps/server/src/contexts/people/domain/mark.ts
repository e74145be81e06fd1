import type { MemberState } from '@banyan/schema/enums';
import { isLasting, type MarkKind } from '@banyan/schema/personal';
import type { Day } from '../../../kernel/day.ts';
import { readText, refuseText } from '../../../kernel/text.ts';
import type { PersonRefusal } from './correction.ts';

/** What is noted of a person beside the way to membership: an achievement, or a time in which a member is exempt or suspended. */
export interface Mark {
  readonly kind: MarkKind;
  /** What for, of an achievement. */
  readonly title: string | null;
  /** Day of the achievement, or first day of the time. */
  readonly on: Day;
  /** Last day of the time; null while it lasts, and of an achievement. */
  readonly until: Day | null;
  /** Who gave or decided it. */
  readonly body: string | null;
  readonly documentNumber: string | null;
}

/** What is sent of a mark. */
export type AskedMark = Pick<Mark, 'kind' | 'on' | 'until'> & Readonly<Record<'title' | 'body' | 'documentNumber', string>>;

/** A mark as it is kept, or why it cannot be one. Of an achievement its title is needed, of an exemption or suspension the number of the decision. */
export function readMark(asked: AskedMark, today: Day): Mark | { readonly refused: PersonRefusal } {
  const { kind, on } = asked;
  const texts: Record<'title' | 'body' | 'documentNumber', string | null> = { title: null, body: null, documentNumber: null };
  for (const field of ['title', 'body', 'documentNumber'] as const) {
    const text = readText(asked[field], 'line');
    if (text === null) return { refused: refuseText(asked[field], 'line', field) };
    texts[field] = text === '' ? null : text;
  }
  const until = isLasting(kind) ? asked.until : null;
  const title = isLasting(kind) ? null : texts.title;
  const needed = isLasting(kind) ? 'documentNumber' : 'title';
  if (texts[needed] === null) return { refused: { code: 'FACT_MISSING', field: needed } };
  if (on > today) return { refused: { code: 'DATE_IN_FUTURE', field: 'on', limit: { until: today } } };
  return until !== null && until < on ? { refused: { code: 'DATES_OUT_OF_ORDER', field: 'until', limit: { from: on } } } : { ...texts, kind, title, on, until };
}

/** Why somebody who stands there cannot be exempt or suspended, or null: members alone are. */
export function refuseLasting(state: MemberState): 'MEMBERS_ONLY' | null {
  return state === 'CANDIDATE' || state === 'FORMER' ? 'MEMBERS_ONLY' : null;
}

/** Whether two times have a day in common. */
export function overlap(one: Pick<Mark, 'on' | 'until'>, other: Pick<Mark, 'on' | 'until'>): boolean {
  return (one.until === null || other.on <= one.until) && (other.until === null || one.on <= other.until);
}

/** Whether a time holds a day. */
export function lastsOn({ kind, on, until }: Pick<Mark, 'kind' | 'on' | 'until'>, day: Day): boolean {
  return isLasting(kind) && on <= day && (until === null || day <= until);
}
