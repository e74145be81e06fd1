-- The way of a member who was one before it was recorded is taken up: its first line says so.
alter table candidacy_step drop constraint candidacy_step_step_known;
alter table candidacy_step add constraint candidacy_step_step_known check (step in (
  'IDENTIFIED', 'TAKEN_UP', 'LISTED', 'ENROLLED', 'CERTIFIED', 'FILE_OPENED', 'FILE_RENEWED', 'VERIFICATION_STARTED', 'CELL_PROPOSED',
  'COMMITTEE_PROPOSED', 'SUBMITTED', 'RETURNED', 'REFUSED', 'EXTENDED', 'ADMISSION_DECIDED', 'CEREMONY_HELD',
  'VOTE_FAILED', 'RECOGNITION_PROPOSED', 'RECOGNITION_SUBMITTED', 'RECOGNISED', 'REMOVAL_PROPOSED',
  'REMOVAL_DECLINED', 'REMOVED', 'DROPPED', 'WITHDRAWN', 'EXPELLED', 'LEFT_BY_REQUEST', 'DECEASED',
  'ADMISSION_ANNULLED'));
