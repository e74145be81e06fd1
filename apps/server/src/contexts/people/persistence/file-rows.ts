import type { FileMeasure, FileMediaType, PaperKind } from '@banyan/schema/lifecycle';
import type { Actor } from '../../../kernel/actor.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { FileLimits, RoomForFile } from '../domain/kept-file.ts';

/** A scan or photograph of a paper. Its bytes lie in the folder of files, under its id. */
export interface PaperFile {
  readonly id: string;
  readonly candidacyId: string;
  readonly paperId: string;
  readonly name: string;
  readonly mediaType: FileMediaType;
  readonly bytes: number;
  readonly uploadedAt: Date;
  readonly uploadedBy: string;
}

const columns = `id, candidacy_id as "candidacyId", paper_id as "paperId", name, media_type as "mediaType", bytes, uploaded_at as "uploadedAt", recorder_name as "uploadedBy"`;

/** The files of the papers of candidacies that the reader sees, the oldest first. */
export async function findFilesOf(sql: Sql, candidacyIds: readonly string[]): Promise<PaperFile[]> {
  return await sql.query<PaperFile>(`select ${columns} from paper_file where candidacy_id = any ($1::uuid[]) and removed_at is null order by uploaded_at, id`, [candidacyIds]);
}

/** A file of the scope. */
export async function findFile(sql: Sql, scope: { lo: string; hi: string }, fileId: string): Promise<PaperFile | null> {
  const [row] = await sql.query<PaperFile>(
    `select ${columns} from paper_file where id = $1 and removed_at is null and position + 0 between $2::bigint and $3::bigint`,
    [fileId, scope.lo, scope.hi],
  );
  return row ?? null;
}

/** What is limited about files: the same for everyone. */
export async function findFileLimits(sql: Sql): Promise<FileLimits> {
  const rows = await sql.query<{ measure: FileMeasure; allowed: string }>('select measure, allowed::text from file_limit');
  const of = (measure: FileMeasure) => {
    const row = rows.find((one) => one.measure === measure);
    if (!row) throw new Error(`no limit ${measure}`);
    return Number(row.allowed);
  };
  return { FILE_BYTES: of('FILE_BYTES'), PAPER_FILES: of('PAPER_FILES'), CANDIDACY_BYTES: of('CANDIDACY_BYTES'), ACCOUNT_DAY_BYTES: of('ACCOUNT_DAY_BYTES') };
}

/** A paper of the scope, and what it, its candidacy and the account that acts hold of files already. */
export async function findRoom(sql: Sql, scope: { lo: string; hi: string }, paperId: string): Promise<(RoomForFile & { readonly candidacyId: string }) | null> {
  const [row] = await sql.query<{ candidacyId: string; kind: PaperKind; isThere: boolean; filesOfPaper: number; bytesOfCandidacy: string; bytesOfAccountToday: string }>(
    `select p.candidacy_id as "candidacyId", p.kind, p.is_there as "isThere", f.of_paper as "filesOfPaper", f.bytes::text as "bytesOfCandidacy", app.own_file_bytes_today()::text as "bytesOfAccountToday"
     from paper p cross join lateral (
       select (count(*) filter (where f.paper_id = p.id))::int as of_paper, coalesce(sum(f.bytes), 0) as bytes from paper_file f where f.candidacy_id = p.candidacy_id and f.removed_at is null) f
     where p.id = $1 and p.position + 0 between $2::bigint and $3::bigint`,
    [paperId, scope.lo, scope.hi],
  );
  return row ? { ...row, bytesOfCandidacy: Number(row.bytesOfCandidacy), bytesOfAccountToday: Number(row.bytesOfAccountToday) } : null;
}

/** How many bytes the account that acts has sent today. */
export async function findBytesToday(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ bytes: string }>('select app.own_file_bytes_today()::text as bytes');
  return Number(row?.bytes ?? 0);
}

/** Waits for whoever sends a file under the same account just now, so that what it sends in a day adds up. */
export async function holdAccountFiles(sql: Sql, { accountId }: Actor): Promise<void> {
  await sql.query('select pg_advisory_xact_lock(hashtextextended($1, 5))', [accountId]);
}

/** Keeps a file with its paper. */
export async function insertFile(sql: Sql, file: Pick<PaperFile, 'id' | 'paperId' | 'name' | 'mediaType' | 'bytes'> & { readonly sha256: Buffer }, actor: Actor): Promise<void> {
  await sql.query(
    `insert into paper_file (id, paper_id, candidacy_id, position, name, media_type, bytes, sha256, account_id, recorder_name)
     select $1, p.id, p.candidacy_id, p.position, $3, $4, $5, $6, $7, $8 from paper p where p.id = $2`,
    [file.id, file.paperId, file.name, file.mediaType, file.bytes, file.sha256, actor.accountId, actor.displayName],
  );
}

/** Removes a file of a candidacy that is held; false where there is none. Its bytes are swept afterwards. */
export async function removeFile(sql: Sql, candidacyId: string, fileId: string): Promise<boolean> {
  const rows = await sql.query<{ id: string }>('update paper_file set removed_at = now() where id = $2 and candidacy_id = $1 and removed_at is null returning id', [candidacyId, fileId]);
  return rows.length > 0;
}

/** Which of these ids are files that are kept, of any scope: for the sweeping of the folder. */
export async function keptFilesAmong(pool: { query(text: string, values: unknown[]): Promise<{ rows: { id: string }[] }> }, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query('select app.kept_files($1::uuid[]) as id', [ids]);
  return new Set(rows.map(({ id }) => id));
}
