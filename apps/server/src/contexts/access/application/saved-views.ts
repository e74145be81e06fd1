import type { DeleteViewRefusalCode, SaveViewRefusalCode } from '@banyan/schema/enums';
import { isOwnAddress, readViewName, savedViewLimits } from '@banyan/schema/saved-view';
import type { RequestContext } from '../../../platform/request-context.ts';
import { insertAuditLines } from '../persistence/audit.ts';
import { SavedViewEntity } from '../persistence/entities.ts';
import { countOwnViews, insertView, lockOwnViews } from '../persistence/saved-views.ts';

type Saved = { readonly view: Awaited<ReturnType<typeof insertView>>['value'] } | { readonly refused: SaveViewRefusalCode };

/** Keeps an address of the application under a name, for one's own account under the acting grant. */
export async function saveView(context: RequestContext, input: { readonly name: string; readonly address: string }): Promise<Saved> {
  const name = readViewName(input.name);
  const saved = await context.database.write(context.credential, async (transaction): Promise<Saved> => {
    const { actor } = transaction;
    if (!actor) return { refused: 'SIGNED_OUT' };
    if (name === null) return { refused: 'BAD_NAME' };
    if (!isOwnAddress(input.address)) return { refused: 'BAD_ADDRESS' };
    await lockOwnViews(transaction, actor);
    const { count, isTaken } = await countOwnViews(transaction, actor, name);
    if (isTaken) return { refused: 'NAME_TAKEN' };
    if (count >= savedViewLimits.views) return { refused: 'TOO_MANY' };
    const { rowId, value } = await insertView(transaction, actor, { name, address: input.address });
    await insertAuditLines(transaction, { ...context, actor }, [{ action: 'view.save', result: 'DONE', subjectKind: 'SavedView', subjectId: rowId }]);
    return { view: value };
  });
  await context.renew();
  return saved;
}

/** Deletes a view that one's own account keeps under the acting grant. Returns a refusal, or null where it is deleted. */
export async function deleteView(context: RequestContext, viewId: string | null): Promise<DeleteViewRefusalCode | null> {
  const refusal = await context.database.write(context.credential, async (transaction) => {
    if (!transaction.actor) return 'SIGNED_OUT' as const;
    const { actor, em } = transaction;
    const deleted = viewId ? await em.nativeDelete(SavedViewEntity, { id: viewId, accountId: actor.accountId, grantId: actor.grantId }) : 0;
    if (!viewId || deleted === 0) return 'NOT_FOUND' as const;
    await insertAuditLines(transaction, { ...context, actor }, [{ action: 'view.delete', result: 'DONE', subjectKind: 'SavedView', subjectId: viewId }]);
    return null;
  });
  await context.renew();
  return refusal;
}
