-- A member whose way was taken up wrongly: the line that undoes it leaves a way that is none.
alter table candidacy drop constraint candidacy_state_known;
alter table candidacy add constraint candidacy_state_known check (state in (
  'SOURCE', 'LISTED', 'TRAINING', 'TRAINED', 'FILE_OPEN', 'VERIFYING', 'CELL_PROPOSED', 'GRASSROOTS_PROPOSED',
  'SUBMITTED', 'RETURNED', 'ADMISSION_DECIDED', 'PROBATIONARY', 'RECOGNITION_PROPOSED', 'RECOGNITION_SUBMITTED',
  'REMOVAL_PROPOSED', 'OFFICIAL', 'REFUSED', 'DROPPED', 'WITHDRAWN', 'REMOVED', 'EXPELLED', 'LEFT_BY_REQUEST',
  'DECEASED', 'ADMISSION_ANNULLED', 'TAKEN_BACK'));
