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

/** A paper of a file. There may be several of a kind, made at different times. */
export interface Paper extends PaperFacts {
  readonly id: string;
  readonly candidacyId: string;
  readonly kind: PaperKind;
  readonly version: number;
}

interface PaperRow {
  id: string;
  candidacy_id: string;
  kind: PaperKind;
  version: number;
  is_there: boolean;
  made_on: Day;
  number: string | null;
  body: string | null;
  conclusion: PaperConclusion | null;
  reference: string | null;
}

const columns = 'id, candidacy_id, kind, version, is_there, made_on::text, number, body, conclusion, reference';

function paperOf(row: PaperRow): Paper {
  return {
    id: row.id, candidacyId: row.candidacy_id, kind: row.kind, version: row.version, isThere: row.is_there, madeOn: row.made_on, number: row.number, body: row.body, conclusion: row.conclusion, reference: row.reference,
  };
}

/** The papers of candidacies that the reader sees, the newest of each kind first. */
export async function findPapersOf(sql: Sql, candidacyIds: readonly string[]): Promise<Paper[]> {
  const rows = await sql.query<PaperRow>(`select ${columns} from paper where candidacy_id = any ($1::uuid[]) order by kind, made_on desc, id desc`, [candidacyIds]);
  return rows.map(paperOf);
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

/** Writes what is noted of a paper anew, one version on. */
export async function updatePaper(sql: Sql, paperId: string, paper: PaperFacts, recorderName: string): Promise<void> {
  await sql.query(
    `update paper set version = version + 1, is_there = $2, made_on = $3::date, number = $4, body = $5, conclusion = $6, reference = $7, recorder_name = $8 where id = $1`,
    [paperId, paper.isThere, paper.madeOn, paper.number, paper.body, paper.conclusion, paper.reference, recorderName],
  );
}
