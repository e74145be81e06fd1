import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { insertAuditLines, isAllowed } from '../../access/index.ts';
import type { AllocationSums } from '../domain/allocation.ts';
import type { TargetRefusal } from '../domain/target.ts';

/** What one unit below gets by an allocation: what it had, null where it had none, and what it gets. */
export interface AllocationChange {
  readonly unitId: string;
  readonly before: { readonly low: number; readonly high: number | null } | null;
  readonly after: { readonly low: number; readonly high: number | null };
}

/** What became of a change: the target, or why it was refused. The target is also told where another version of it is there. */
export type TargetOutcome =
  | { readonly targetId: string; readonly isWritten: boolean; readonly sums?: AllocationSums; readonly changes?: readonly AllocationChange[] }
  | { readonly refused: readonly TargetRefusal[]; readonly targetId?: string; readonly sums?: AllocationSums };

/** A refusal of one thing. */
export function refusedFor(refusal: TargetRefusal, targetId?: string): TargetOutcome {
  return { refused: [refusal], ...(targetId === undefined ? {} : { targetId }) };
}

/** Who changes a target, in which transaction and on which day. */
export interface TargetWork {
  readonly transaction: WriteTransaction;
  readonly actor: Actor;
  readonly today: Day;
}

/** Takes a change of targets in its transaction, for the roles that hand them out, and leaves a line in the audit log where something was written. */
export async function changeTargets(context: RequestContext, action: string, work: (given: TargetWork) => Promise<TargetOutcome>): Promise<TargetOutcome> {
  const outcome = await context.database.write(context.credential, async (transaction): Promise<TargetOutcome> => {
    const { actor } = transaction;
    if (!actor) return refusedFor({ code: 'SIGNED_OUT', field: 'target' });
    if (!isAllowed(actor.role, 'target.issue')) return refusedFor({ code: 'FORBIDDEN_FOR_ROLE', field: 'target' });
    const made = await work({ transaction, actor, today: todayOf(actor.lastDataOn, dayInVietNam(context.now())) });
    if ('isWritten' in made && made.isWritten) {
      await insertAuditLines(transaction, { ...context, actor }, [{ action, result: 'DONE', subjectKind: 'Target', subjectId: made.targetId }]);
    }
    return made;
  });
  await context.renew();
  return outcome;
}
