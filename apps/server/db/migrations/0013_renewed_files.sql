-- A file that is older than twelve months is made anew, as a step of its own; and what is recorded is dated when its turn came.

alter table candidacy_step drop constraint candidacy_step_step_known;
alter table candidacy_step add constraint candidacy_step_step_known check (step in (
  'IDENTIFIED', 'LISTED', 'ENROLLED', 'CERTIFIED', 'FILE_OPENED', 'FILE_RENEWED', 'VERIFICATION_STARTED', 'CELL_PROPOSED',
  'COMMITTEE_PROPOSED', 'SUBMITTED', 'RETURNED', 'REFUSED', 'EXTENDED', 'ADMISSION_DECIDED', 'CEREMONY_HELD',
  'VOTE_FAILED', 'RECOGNITION_PROPOSED', 'RECOGNITION_SUBMITTED', 'RECOGNISED', 'REMOVAL_PROPOSED',
  'REMOVAL_DECLINED', 'REMOVED', 'DROPPED', 'WITHDRAWN', 'EXPELLED', 'LEFT_BY_REQUEST', 'DECEASED',
  'ADMISSION_ANNULLED'));
comment on column candidacy_step.due_on is 'Last day on which the step would have been in time, where a limit that ran was about it.';

-- The start of the statement, not of the transaction: who waited for somebody else's lock recorded after them.
alter table entry alter column recorded_at set default statement_timestamp();
