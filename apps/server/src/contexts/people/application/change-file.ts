import type { Actor } from '../../../kernel/actor.ts';
import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { insertAuditLines, madeBefore, type Once, rememberKey } from '../../access/index.ts';
import { holdCandidacies, type HeldCandidacy } from '../persistence/candidacy-writes.ts';
import { cannotKeepFile } from './may-keep.ts';
import type { Refusal } from './refusal.ts';

/** What became of a change of a file. */
export type Kept = { readonly candidacyId: string } | { readonly refused: Refusal };

/** What a change of a file is made in. */
export interface FileChange {
  readonly transaction: WriteTransaction;
  readonly actor: Actor;
  readonly held: HeldCandidacy;
  readonly today: Day;
}

interface Asked {
  readonly candidacyId: string | null;
  /** What the audit log calls it. */
  readonly action: string;
  /** Where something is made: sent again under the same key it is not made twice. */
  readonly once?: Once;
}

/** Changes what lies in the file of a candidacy of the scope, for who does the daily work there. The candidacy is held meanwhile. */
export async function changeFile(context: RequestContext, { candidacyId, action, once }: Asked, change: (file: FileChange) => Promise<Refusal | null>): Promise<Kept> {
  const outcome = await context.database.write(context.credential, async (transaction): Promise<Kept> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: 'candidacy' } };
    const forbidden = cannotKeepFile(actor);
    if (forbidden) return { refused: { code: forbidden, field: 'candidacy' } };
    const made = once && (await madeBefore(transaction, actor, action, once));
    if (made && 'refused' in made) return made;
    const held = candidacyId ? (await holdCandidacies(transaction, actor, [candidacyId], dayInVietNam(context.now()))).get(candidacyId) : undefined;
    if (!held) return { refused: { code: 'NOT_FOUND', field: 'candidacy' } };
    if (made && 'resultId' in made) return { candidacyId: held.candidacy.id };
    const refused = await change({ transaction, actor, held, today: todayOf(held.lastDataOn, dayInVietNam(context.now())) });
    if (refused) return { refused };
    if (once && made) await rememberKey(transaction, actor, { key: once.key, inputHash: made.inputHash, resultId: held.candidacy.id });
    await insertAuditLines(transaction, { ...context, actor }, [{ action, result: 'DONE', subjectKind: 'Candidacy', subjectId: held.candidacy.id }]);
    return { candidacyId: held.candidacy.id };
  });
  await context.renew();
  return outcome;
}
