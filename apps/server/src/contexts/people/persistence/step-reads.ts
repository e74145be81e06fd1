import type { RemovalGround, Step, StepWarning } from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { RecordedStep } from '../domain/dossier.ts';

/** A line of the timeline. */
export interface TimelineStep extends RecordedStep {
  readonly id: string;
  readonly candidacyId: string;
  readonly dueOn: Day | null;
  /** Of the beginning of a readmission: when a conviction was cleared. */
  readonly convictionClearedOn: Day | null;
  /** What it left open of the rules. */
  readonly warnings: readonly StepWarning[];
  readonly entryEventId: string | null;
  /** The line that this one undoes. */
  readonly reverses: string | null;
  /** The line that undid this one. */
  readonly reversedBy: string | null;
  readonly recordedAt: Date;
  readonly recorderName: string;
}

interface StepRow {
  id: string;
  candidacy_id: string;
  step: Step;
  happened_on: Day;
  document_number: string | null;
  certificate_number: string | null;
  province_consent_number: string | null;
  received_on: Day | null;
  upper_consent_number: string | null;
  removal_ground: RemovalGround | null;
  conviction_cleared_on: Day | null;
  warnings: StepWarning[];
  reason: string | null;
  vote_base: number | null;
  vote_present: number | null;
  vote_in_favour: number | null;
  due_on: Day | null;
  entry_event_id: string | null;
  reverses: string | null;
  reversed_by: string | null;
  recorded: number;
  recorder_name: string;
}

function timelineStepOf(row: StepRow): TimelineStep {
  return {
    id: row.id,
    candidacyId: row.candidacy_id,
    step: row.step,
    on: row.happened_on,
    documentNumber: row.document_number,
    certificateNumber: row.certificate_number,
    provinceConsentNumber: row.province_consent_number,
    receivedOn: row.received_on,
    upperConsentNumber: row.upper_consent_number,
    removalGround: row.removal_ground,
    convictionClearedOn: row.conviction_cleared_on,
    warnings: row.warnings,
    reason: row.reason,
    vote: row.vote_base === null || row.vote_present === null || row.vote_in_favour === null ? null : { base: row.vote_base, present: row.vote_present, inFavour: row.vote_in_favour },
    dueOn: row.due_on,
    entryEventId: row.entry_event_id,
    reverses: row.reverses,
    reversedBy: row.reversed_by,
    recordedAt: new Date(row.recorded),
    recorderName: row.recorder_name,
  };
}

/** The timelines of candidacies that the reader sees, each in the order of recording. */
export async function findStepsOf(sql: Sql, candidacyIds: readonly string[]): Promise<TimelineStep[]> {
  const rows = await sql.query<StepRow>(
    `select s.id, s.candidacy_id, s.step, s.happened_on::text, s.document_number, s.certificate_number, s.province_consent_number, s.received_on::text, s.upper_consent_number, s.removal_ground, s.conviction_cleared_on::text, s.warnings, s.reason,
       s.vote_base, s.vote_present, s.vote_in_favour, s.due_on::text, s.entry_event_id, s.reverses, r.id as reversed_by, (extract(epoch from s.recorded_at) * 1000)::float8 as recorded, s.recorder_name
     from candidacy_step s left join candidacy_step r on r.reverses = s.id
     where s.candidacy_id = any ($1::uuid[]) order by s.candidacy_id, s.id`,
    [candidacyIds],
  );
  return rows.map(timelineStepOf);
}
