import type { CandidacyState, DeadlineKind, DeadlineUnit, RemovalGround } from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { Dossier } from '../domain/dossier.ts';

/** A candidacy as it is kept: what its steps add up to, and the limit that runs. */
export interface Candidacy {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  /** 1 for the first way of a person, 2 for the one after it. */
  readonly ordinal: number;
  /** Whether no later one of the person has begun. */
  readonly isLatest: boolean;
  /** Whether an earlier one of the person led to membership, which has ended. */
  readonly isReadmission: boolean;
  readonly version: number;
  readonly rulePack: string;
  readonly beganOn: Day;
  readonly dossier: Dossier;
  readonly deadline: Deadline | null;
}

export interface CandidacyRow {
  id: string;
  person_id: string;
  unit_id: string;
  ordinal: number;
  is_latest: boolean;
  is_readmission: boolean;
  version: number;
  state: CandidacyState;
  rule_pack: string;
  began_on: Day;
  last_on: Day;
  certificate_on: Day | null;
  file_opened_on: Day | null;
  cell_proposed_on: Day | null;
  admission_decided_on: Day | null;
  decision_received_on: Day | null;
  ceremony_on: Day | null;
  recognition_proposed_on: Day | null;
  recognition_decided_on: Day | null;
  official_on: Day | null;
  left_on: Day | null;
  removal_ground: RemovalGround | null;
  failed_votes: number;
  is_extended: boolean;
  due_kind: DeadlineKind | null;
  due_on: Day | null;
  due_runs_from: Day | null;
  due_counted_in: DeadlineUnit | null;
}

/** Columns of a candidacy `c` and of its person `p`: days as texts, whichever connection reads them. */
export const candidacyColumns = `c.id, c.person_id, p.unit_id, c.ordinal, not exists (select from candidacy l where l.person_id = c.person_id and l.ordinal > c.ordinal) as is_latest,
  exists (select from candidacy e where e.person_id = c.person_id and e.ordinal < c.ordinal and e.left_on is not null) as is_readmission, c.version, c.state, c.rule_pack, c.began_on::text, c.last_on::text, c.certificate_on::text, c.file_opened_on::text,
  c.cell_proposed_on::text, c.admission_decided_on::text, c.decision_received_on::text, c.ceremony_on::text, c.recognition_proposed_on::text,
  c.recognition_decided_on::text, c.official_on::text, c.left_on::text, c.removal_ground, c.failed_votes, c.is_extended, c.due_kind, c.due_on::text, c.due_runs_from::text, c.due_counted_in`;

function deadlineOfRow(row: CandidacyRow): Deadline | null {
  const { due_kind: kind, due_on: dueOn, due_runs_from: runsFrom, due_counted_in: countedIn } = row;
  return kind && dueOn && runsFrom && countedIn ? { kind, dueOn, runsFrom, countedIn } : null;
}

/** The candidacy of a row. */
export function candidacyOf(row: CandidacyRow): Candidacy {
  return {
    id: row.id,
    personId: row.person_id,
    unitId: row.unit_id,
    ordinal: row.ordinal,
    isLatest: row.is_latest,
    isReadmission: row.is_readmission,
    version: row.version,
    rulePack: row.rule_pack,
    beganOn: row.began_on,
    dossier: {
      state: row.state,
      lastOn: row.last_on,
      certificateOn: row.certificate_on,
      fileOpenedOn: row.file_opened_on,
      cellProposedOn: row.cell_proposed_on,
      admissionDecidedOn: row.admission_decided_on,
      decisionReceivedOn: row.decision_received_on,
      ceremonyOn: row.ceremony_on,
      recognitionProposedOn: row.recognition_proposed_on,
      recognitionDecidedOn: row.recognition_decided_on,
      officialOn: row.official_on,
      leftOn: row.left_on,
      removalGround: row.removal_ground,
      failedVotes: row.failed_votes,
      isExtended: row.is_extended,
    },
    deadline: deadlineOfRow(row),
  };
}

/** The columns that change with a step. */
export function columnsOf(dossier: Dossier, deadline: Deadline | null): Omit<CandidacyRow, 'id' | 'person_id' | 'unit_id' | 'ordinal' | 'is_latest' | 'is_readmission' | 'version' | 'rule_pack' | 'began_on'> {
  return {
    state: dossier.state,
    last_on: dossier.lastOn,
    certificate_on: dossier.certificateOn,
    file_opened_on: dossier.fileOpenedOn,
    cell_proposed_on: dossier.cellProposedOn,
    admission_decided_on: dossier.admissionDecidedOn,
    decision_received_on: dossier.decisionReceivedOn,
    ceremony_on: dossier.ceremonyOn,
    recognition_proposed_on: dossier.recognitionProposedOn,
    recognition_decided_on: dossier.recognitionDecidedOn,
    official_on: dossier.officialOn,
    left_on: dossier.leftOn,
    removal_ground: dossier.removalGround,
    failed_votes: dossier.failedVotes,
    is_extended: dossier.isExtended,
    due_kind: deadline?.kind ?? null,
    due_on: deadline?.dueOn ?? null,
    due_runs_from: deadline?.runsFrom ?? null,
    due_counted_in: deadline?.countedIn ?? null,
  };
}
