import type { RequestContext } from '../../../platform/request-context.ts';
import { removeFile as removeRow } from '../persistence/file-rows.ts';
import { changeFile, type Kept } from './change-file.ts';

/** Removes a file from its paper: one that was sent by mistake. The paper stays. */
export async function removeFile(context: RequestContext, input: { readonly candidacyId: string | null; readonly fileId: string | null }): Promise<Kept> {
  return await changeFile(context, { candidacyId: input.candidacyId, action: 'candidacy.removeFile' }, async ({ transaction, held }) => {
    const isRemoved = input.fileId !== null && (await removeRow(transaction, held.candidacy.id, input.fileId));
    return isRemoved ? null : { code: 'NOT_FOUND', field: 'file' };
  });
}
