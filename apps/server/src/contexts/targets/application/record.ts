import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { scopeOf, type Scope } from '../../../platform/scope.ts';
import { insertAuditLines, isAllowed, madeBefore, rememberKey, type Action } from '../../access/index.ts';
import type { KeptType } from '../domain/kept.ts';
import type { RecordRefusal } from '../domain/record-refusal.ts';

/** What a change works with: its transaction, the scope of who changes, and the day. */
export interface Recording {
  readonly transaction: WriteTransaction;
  readonly scope: Scope;
  readonly today: Day;
}

/** The row that was changed, or why it was not. */
export type Recorded = { readonly id: string } | { readonly refused: RecordRefusal };

/** How a change is called, who may make it, and what it makes. */
interface Change {
  /** In the audit log, and for the key. */
  readonly name: string;
  readonly action: Action;
  readonly type: KeptType;
  /** The input to blame where nobody may make it. */
  readonly blame: string;
  /** Where it makes something anew: its key and all of its input. Sent again, nothing is made. */
  readonly once?: { readonly key: string; readonly input: object };
}

async function make({ context, change, recording }: { context: RequestContext; change: Change; recording: Recording }, work: (recording: Recording) => Promise<Recorded>): Promise<Recorded> {
  const { transaction, scope: { actor } } = recording;
  const made = change.once && (await madeBefore(transaction, actor, change.name, change.once));
  if (made && 'refused' in made) return made;
  if (made && 'resultId' in made) return { id: made.resultId };
  const recorded = await work(recording);
  if ('refused' in recorded) return recorded;
  if (change.once && made) await rememberKey(transaction, actor, { key: change.once.key, inputHash: made.inputHash, resultId: recorded.id });
  await insertAuditLines(transaction, { ...context, actor }, [{ action: change.name, result: 'DONE', subjectKind: change.type, subjectId: recorded.id }]);
  return recorded;
}

/** Makes one change of what units keep, once for its key, in a transaction with its line in the audit log. */
export async function record(context: RequestContext, change: Change, work: (recording: Recording) => Promise<Recorded>): Promise<Recorded> {
  const outcome = await context.database.write(context.credential, async (transaction): Promise<Recorded> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: change.blame } };
    if (!isAllowed(actor.role, change.action)) return { refused: { code: 'FORBIDDEN_FOR_ROLE', field: change.blame } };
    const recording = { transaction, scope: scopeOf(transaction, actor), today: todayOf(actor.lastDataOn, dayInVietNam(context.now())) };
    return await make({ context, change, recording }, work);
  });
  await context.renew();
  return outcome;
}
