import type { PaperConclusion, PaperKind } from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';

/** What is noted of a paper: that it is there or asked for, and where it lies. */
export interface PaperFacts {
  /** Whether it is there; else it was asked for. */
  readonly isThere: boolean;
  readonly madeOn: Day;
  readonly number: string | null;
  readonly body: string | null;
  readonly conclusion: PaperConclusion | null;
  readonly reference: string | null;
}

/** What is noted of a paper, as it stands or stood, and who recorded it so. */
interface PaperVersion extends PaperFacts {
  readonly version: number;
  readonly recordedAt: Date;
  readonly recordedBy: string;
}

/** A paper of a file. There may be several of a kind, made at different times. */
export interface Paper extends PaperVersion {
  readonly id: string;
  readonly candidacyId: string;
  readonly kind: PaperKind;
}

/** What stood of a paper before a change. */
export interface FormerPaper extends PaperVersion {
  readonly paperId: string;
  readonly candidacyId: string;
}

interface VersionRow {
  candidacy_id: string;
  version: number;
  is_there: boolean;
  made_on: Day;
  number: string | null;
  body: string | null;
  conclusion: PaperConclusion | null;
  reference: string | null;
  recorded: number;
  recorder_name: string;
}

interface PaperRow extends VersionRow {
  id: string;
  kind: PaperKind;
}

const versionColumns = 'candidacy_id, version, is_there, made_on::text, number, body, conclusion, reference, (extract(epoch from recorded_at) * 1000)::float8 as recorded, recorder_name';
const columns = `id, kind, ${versionColumns}`;

function versionOf(row: VersionRow): PaperVersion & { readonly candidacyId: string } {
  return {
    candidacyId: row.candidacy_id, version: row.version, isThere: row.is_there, madeOn: row.made_on, number: row.number, body: row.body, conclusion: row.conclusion, reference: row.reference,
    recordedAt: new Date(row.recorded), recordedBy: row.recorder_name,
  };
}

function paperOf(row: PaperRow): Paper {
  return { ...versionOf(row), id: row.id, kind: row.kind };
}

/** The papers of candidacies that the reader sees, the newest of each kind first. */
export async function findPapersOf(sql: Sql, candidacyIds: readonly string[]): Promise<Paper[]> {
  const rows = await sql.query<PaperRow>(`select ${columns} from paper where candidacy_id = any ($1::uuid[]) order by kind, made_on desc, id desc`, [candidacyIds]);
  return rows.map(paperOf);
}

/** What stood of the papers of candidacies that the reader sees, the latest first. */
export async function findFormerPapersOf(sql: Sql, candidacyIds: readonly string[]): Promise<FormerPaper[]> {
  const rows = await sql.query<VersionRow & { paper_id: string }>(`select paper_id, ${versionColumns} from paper_change where candidacy_id = any ($1::uuid[]) order by paper_id, version desc`, [candidacyIds]);
  return rows.map((row) => ({ ...versionOf(row), paperId: row.paper_id }));
}

/** A paper of a candidacy that is held. */
export async function findPaper(sql: Sql, candidacyId: string, paperId: string): Promise<Paper | null> {
  const [row] = await sql.query<PaperRow>(`select ${columns} from paper where candidacy_id = $1 and id = $2`, [candidacyId, paperId]);
  return row ? paperOf(row) : null;
}

/** Puts a paper into a file, beside those of its kind that are there. */
export async function insertPaper(sql: Sql, paper: PaperFacts & { readonly candidacyId: string; readonly kind: PaperKind }, recorderName: string): Promise<void> {
  await sql.query(
    `insert into paper (candidacy_id, position, kind, is_there, made_on, number, body, conclusion, reference, recorder_name)
     select c.id, c.position, $2, $3, $4::date, $5, $6, $7, $8, $9 from candidacy c where c.id = $1`,
    [paper.candidacyId, paper.kind, paper.isThere, paper.madeOn, paper.number, paper.body, paper.conclusion, paper.reference, recorderName],
  );
}

/** Writes what is noted of a paper anew. The database keeps what stood, and sets the version and the instant. */
export async function updatePaper(sql: Sql, paperId: string, paper: PaperFacts, recorderName: string): Promise<void> {
  await sql.query(
    `update paper set is_there = $2, made_on = $3::date, number = $4, body = $5, conclusion = $6, reference = $7, recorder_name = $8 where id = $1`,
    [paperId, paper.isThere, paper.madeOn, paper.number, paper.body, paper.conclusion, paper.reference, recorderName],
  );
}
