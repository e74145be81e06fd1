import { isLasting } from '@banyan/schema/personal';
import type { Actor } from '../../../kernel/actor.ts';
import { conflictOf } from '../../../kernel/conflict.ts';
import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import { encodeId } from '../../../kernel/ids.ts';
import { readText, refuseText } from '../../../kernel/text.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { scopeOf } from '../../../platform/scope.ts';
import { insertAuditLines, madeBefore, type Once, rememberKey } from '../../access/index.ts';
import type { PersonRefusal } from '../domain/correction.ts';
import { overlap, readMark, type AskedMark, type Mark } from '../domain/mark.ts';
import type { Person } from '../domain/person.ts';
import { findMarksOf, findSuccessor, holdMarks, insertMark, type KeptMark } from '../persistence/mark-rows.ts';
import { findPeopleById } from '../persistence/person-reads.ts';
import { cannotMark } from './may-keep.ts';

type Marked = { readonly personId: string } | { readonly refused: PersonRefusal };

/** The person whose marks change, those that stand, and the one in whose place a line comes. */
interface Held {
  readonly actor: Actor;
  readonly person: Person;
  readonly marks: readonly KeptMark[];
  readonly replaced: KeptMark | null;
  readonly today: Day;
}

interface Line {
  readonly mark: Mark;
  readonly reason: string | null;
  readonly isTakenBack: boolean;
}

/** The mark that has come in the place of another one, as the API names it; null where that was taken back or never was of the person. */
async function standingIdOf(transaction: WriteTransaction, personId: string, markId: string | null): Promise<string | null> {
  const successor = markId === null ? null : await findSuccessor(transaction, personId, markId);
  return successor && encodeId('Mark', successor);
}

/** Adds a line to the marks of a person of the scope, for those who do the daily work. */
async function addLine(context: RequestContext, at: { personId: string | null; replaces: string | null | undefined; once?: Once }, action: string, judge: (held: Held) => Line | PersonRefusal): Promise<Marked> {
  const add = async (transaction: WriteTransaction, actor: Actor): Promise<Marked> => {
    const scope = scopeOf(transaction, actor);
    const made = at.once && (await madeBefore(transaction, actor, action, at.once));
    if (made && 'refused' in made) return made;
    // Held first: who is received by another unit meanwhile is not found here any more.
    if (at.personId) await holdMarks(transaction, at.personId);
    const person = at.personId ? (await findPeopleById(scope, [at.personId])).get(at.personId) : undefined;
    if (!person) return { refused: { code: 'NOT_FOUND', field: 'person' } };
    if (made && 'resultId' in made) return { personId: person.id };
    const marks = await findMarksOf(scope, [person.id]);
    const replaced = marks.find(({ id }) => id === at.replaces) ?? null;
    // Somebody else has changed it meanwhile, or it is another person's.
    if (at.replaces !== undefined && !replaced) return { refused: { ...conflictOf(at.replaces === null ? '' : encodeId('Mark', at.replaces), await standingIdOf(transaction, person.id, at.replaces), 'mark'), personId: person.id } };
    const judged = judge({ actor, person, marks, replaced, today: todayOf(actor.lastDataOn, dayInVietNam(context.now())) });
    if ('code' in judged) return { refused: judged };
    await insertMark(transaction, actor, { ...judged, personId: person.id, replaces: replaced?.id ?? null });
    if (at.once && made) await rememberKey(transaction, actor, { key: at.once.key, inputHash: made.inputHash, resultId: person.id });
    await insertAuditLines(transaction, { ...context, actor }, [{ action, result: 'DONE', subjectKind: 'Person', subjectId: person.id }]);
    return { personId: person.id };
  };
  const outcome = await context.database.write(context.credential, async (transaction): Promise<Marked> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: 'person' } };
    const forbidden = cannotMark(actor);
    if (forbidden) return { refused: { code: forbidden, field: 'person' } };
    return await add(transaction, actor);
  });
  await context.renew();
  return outcome;
}

/** The reason of a line in the place of another one, or why it is none. */
function readReason(text: string, isNeeded: boolean): { readonly reason: string | null } | PersonRefusal {
  const reason = readText(text, 'note');
  if (reason === null) return refuseText(text, 'note', 'reason');
  if (reason === '' && isNeeded) return { code: 'FACT_MISSING', field: 'reason' };
  return { reason: reason === '' ? null : reason };
}

/** Notes a mark of a person once for a key, or puts one right or ends it: then it says why and which. Exemption and suspension are of members, one at a time; no count changes. */
export async function recordMark(context: RequestContext, input: AskedMark & { personId: string | null; replaces: string | null | undefined; reason: string; idempotencyKey: string }): Promise<Marked> {
  return await addLine(context, { ...input, once: { key: input.idempotencyKey, input } }, 'person.mark', ({ actor, person, marks, replaced, today }) => {
    const mark = readMark(input, today);
    if ('refused' in mark) return mark.refused;
    const reason = readReason(input.reason, replaced !== null);
    if ('code' in reason) return reason;
    if (isLasting(mark.kind)) {
      const cannot = cannotMark(actor, person.state);
      if (cannot) return { code: cannot, field: 'kind' };
      if (marks.some((other) => other.id !== replaced?.id && isLasting(other.kind) && overlap(other, mark))) return { code: 'MARK_LASTS_ALREADY', field: 'on' };
    }
    return { mark, ...reason, isTakenBack: false };
  });
}

/** Takes a mark back, for a reason. The line stays on record. */
export async function takeBackMark(context: RequestContext, input: { personId: string | null; markId: string | null; reason: string }): Promise<Marked> {
  return await addLine(context, { personId: input.personId, replaces: input.markId }, 'person.takeBackMark', ({ replaced }) => {
    if (!replaced) return { code: 'NOT_FOUND', field: 'mark' };
    const reason = readReason(input.reason, true);
    return 'code' in reason ? reason : { mark: replaced, ...reason, isTakenBack: true };
  });
}
