import { dayInVietNam } from '../../../kernel/day.ts';
import type { FileMediaType } from '@banyan/schema/lifecycle';
import type { FileRefusal } from '../../../kernel/file-refusal.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { scopeOf, type Walls } from '../../../platform/scope.ts';
import { insertAuditLines, isAllowed } from '../../access/index.ts';
import { fileNameOf, judgeFile } from '../domain/kept-file.ts';
import { holdCandidacies } from '../persistence/candidacy-writes.ts';
import { findFileLimits, findRoom, holdAccountFiles, insertFile } from '../persistence/file-rows.ts';

/** Who sends or asks for a file, and how it reached the server. */
export type FileContext = Pick<RequestContext, 'database' | 'credential' | 'requestId' | 'network'> & { readonly walls: Walls };

/** A file that has arrived and lies in the folder. */
export interface Arrived {
  readonly id: string;
  readonly paperId: string;
  readonly name: string;
  readonly mediaType: FileMediaType;
  readonly bytes: number;
  readonly sha256: Buffer;
}

/** Judges an upload before its bytes are taken: who sends it, for which paper, and whether there is room for what it says it holds. Gives back how many bytes may come, and on whose account. */
export async function admitUpload({ database, credential, walls }: FileContext, paperId: string | null, announcedBytes: number): Promise<{ readonly atMostBytes: number; readonly accountId: string } | { readonly refused: FileRefusal }> {
  const transaction = await database.read(credential);
  try {
    if (!transaction.actor) return { refused: { code: 'SIGNED_OUT' } };
    if (!isAllowed(transaction.actor.role, 'candidacy.add')) return { refused: { code: 'FORBIDDEN_FOR_ROLE' } };
    const scope = scopeOf(transaction, transaction.actor, walls);
    const room = paperId === null ? null : await findRoom(scope, scope, paperId);
    if (!room) return { refused: { code: 'NOT_FOUND' } };
    const limits = await findFileLimits(scope);
    const refused = judgeFile(room, announcedBytes, limits);
    return refused ? { refused } : { atMostBytes: limits.FILE_BYTES, accountId: transaction.actor.accountId };
  } finally {
    transaction.end();
  }
}

/** Keeps a file that has arrived with its paper, and its line of the audit log with it. Judged again: something may have changed while the bytes came. */
export async function keepUpload({ database, credential, requestId, network, walls }: FileContext, arrived: Arrived): Promise<{ readonly name: string } | { readonly refused: FileRefusal }> {
  const name = fileNameOf(arrived.name, arrived.mediaType);
  if (name === null) return { refused: { code: 'NAME_NOT_POSSIBLE' } };
  return await database.write(credential, async (transaction): Promise<{ readonly name: string } | { readonly refused: FileRefusal }> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT' } };
    if (!isAllowed(actor.role, 'candidacy.add')) return { refused: { code: 'FORBIDDEN_FOR_ROLE' } };
    const scope = scopeOf(transaction, actor, walls);
    await holdAccountFiles(transaction, actor);
    const before = await findRoom(transaction, scope, arrived.paperId);
    const held = before && (await holdCandidacies(transaction, scope, [before.candidacyId], dayInVietNam(new Date()))).get(before.candidacyId);
    const room = held && (await findRoom(transaction, scope, arrived.paperId));
    if (!room) return { refused: { code: 'NOT_FOUND' } };
    const refused = judgeFile(room, arrived.bytes, await findFileLimits(transaction));
    if (refused) return { refused };
    await insertFile(transaction, { ...arrived, name }, actor);
    await insertAuditLines(transaction, { requestId, network, actor }, [{ action: 'candidacy.uploadFile', result: 'DONE', subjectKind: 'Candidacy', subjectId: room.candidacyId }]);
    return { name };
  });
}
