import { dayInVietNam } from '../../../kernel/day.ts';
import type { FileMediaType } from '@banyan/schema/lifecycle';
import type { FileRefusal } from '../../../kernel/file-refusal.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { scopeOf, type Walls } from '../../../platform/scope.ts';
import { isIdempotencyKey } from '../../../kernel/text.ts';
import { findKey, insertAuditLines, madeBefore, rememberKey } from '../../access/index.ts';
import { fileNameOf } from '../domain/kept-file.ts';
import { holdCandidacies } from '../persistence/candidacy-writes.ts';
import { findFile, findFileLimits, findRoom, holdAccountFiles, insertFile } from '../persistence/file-rows.ts';
import { cannotAttach } from './may-keep.ts';

/** Who sends or asks for a file, and how it reached the server. */
export type FileContext = Pick<RequestContext, 'database' | 'credential' | 'requestId' | 'network'> & { readonly walls: Walls };

/** A file that has arrived and lies in the folder. */
export interface Arrived extends Pick<Announced, 'key'> {
  readonly id: string;
  readonly paperId: string;
  readonly name: string;
  readonly mediaType: FileMediaType;
  readonly bytes: number;
  readonly sha256: Buffer;
}

/** What is said of a file before it comes: for which paper, how large it is, and the key under which it is sent, however often. */
export interface Announced {
  readonly paperId: string | null;
  readonly bytes: number;
  readonly key: string;
}

/**
 * Judges an upload before its bytes are taken: who sends it, for which paper, and whether there is room for what it says it holds. What was
 * kept under the same key has its room already. Gives back how many bytes may come, and on whose account.
 */
export async function admitUpload({ database, credential, walls }: FileContext, { paperId, bytes, key }: Announced): Promise<{ readonly atMostBytes: number; readonly accountId: string } | { readonly refused: FileRefusal }> {
  const transaction = await database.read(credential);
  try {
    if (!transaction.actor) return { refused: { code: 'SIGNED_OUT' } };
    const { actor } = transaction;
    const forbidden = cannotAttach(actor);
    if (forbidden) return { refused: forbidden };
    const scope = scopeOf(transaction, actor, walls);
    const room = paperId === null ? null : await findRoom(scope, scope, paperId);
    if (!room) return { refused: { code: 'NOT_FOUND' } };
    if (!isIdempotencyKey(key)) return { refused: { code: 'KEY_NOT_POSSIBLE' } };
    const limits = await findFileLimits(scope);
    const refused = (await findKey(transaction, actor, key)) ? null : cannotAttach(actor, { room, bytes, limits });
    return refused ? { refused } : { atMostBytes: limits.FILE_BYTES, accountId: actor.accountId };
  } finally {
    transaction.end();
  }
}

/** The file that is kept: the one that has arrived, or the one that was kept under its key before. */
export type KeptFile = { readonly id: string; readonly name: string } | { readonly refused: FileRefusal };

/**
 * Keeps a file that has arrived with its paper, and its line of the audit log with it. Judged again: something may have changed while the
 * bytes came. Sent again under its key it is not kept twice: whoever still sees the first one is told that, and the second is for the sweep.
 */
export async function keepUpload({ database, credential, requestId, network, walls }: FileContext, arrived: Arrived): Promise<KeptFile> {
  const name = fileNameOf(arrived.name, arrived.mediaType);
  if (name === null) return { refused: { code: 'NAME_NOT_POSSIBLE' } };
  return await database.write(credential, async (transaction): Promise<KeptFile> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT' } };
    const forbidden = cannotAttach(actor);
    if (forbidden) return { refused: forbidden };
    const scope = scopeOf(transaction, actor, walls);
    const { key, paperId, sha256 } = arrived;
    const made = await madeBefore(transaction, actor, 'candidacy.uploadFile', { key, input: { paperId, name, sha256: sha256.toString('hex') } });
    if ('refused' in made) return { refused: { code: made.refused.code === 'KEY_USED_OTHERWISE' ? 'KEY_USED_OTHERWISE' : 'KEY_NOT_POSSIBLE' } };
    if ('resultId' in made) return (await findFile(transaction, scope, made.resultId)) ?? { refused: { code: 'NOT_FOUND' } };
    await holdAccountFiles(transaction, actor);
    const before = await findRoom(transaction, scope, arrived.paperId);
    const held = before && (await holdCandidacies(transaction, scope, [before.candidacyId], dayInVietNam(new Date()))).get(before.candidacyId);
    const room = held && (await findRoom(transaction, scope, arrived.paperId));
    if (!room) return { refused: { code: 'NOT_FOUND' } };
    const refused = cannotAttach(actor, { room, bytes: arrived.bytes, limits: await findFileLimits(transaction) });
    if (refused) return { refused };
    await insertFile(transaction, { ...arrived, name }, actor);
    await rememberKey(transaction, actor, { key, inputHash: made.inputHash, resultId: arrived.id });
    await insertAuditLines(transaction, { requestId, network, actor }, [{ action: 'candidacy.uploadFile', result: 'DONE', subjectKind: 'Candidacy', subjectId: room.candidacyId }]);
    return { id: arrived.id, name };
  });
}
