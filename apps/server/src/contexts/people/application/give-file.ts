import type { FileRefusal } from '../../../kernel/file-refusal.ts';
import { scopeOf } from '../../../platform/scope.ts';
import { insertAuditLines, isAllowed } from '../../access/index.ts';
import { findFile, type PaperFile } from '../persistence/file-rows.ts';
import type { FileContext } from './keep-upload.ts';

/** Finds a file of the reader's scope to be given, and writes down that it was. Outside of the scope, and for who works with no people, there is none; an account that `hasPlace` turns away gets none for now. */
export async function giveFile({ database, credential, requestId, network, walls }: FileContext, fileId: string | null, hasPlace: (accountId: string) => boolean): Promise<PaperFile | { readonly refused: FileRefusal }> {
  return await database.write(credential, async (transaction): Promise<PaperFile | { readonly refused: FileRefusal }> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT' } };
    const scope = scopeOf(transaction, actor, walls);
    const file = fileId === null || !isAllowed(actor.role, 'candidacy.read') ? null : await findFile(transaction, scope, fileId);
    if (!file) return { refused: { code: 'NOT_FOUND' } };
    if (!hasPlace(actor.accountId)) return { refused: { code: 'TOO_MANY_DOWNLOADS' } };
    await insertAuditLines(transaction, { requestId, network, actor }, [{ action: 'candidacy.readFile', result: 'DONE', subjectKind: 'Candidacy', subjectId: file.candidacyId }]);
    return file;
  });
}
