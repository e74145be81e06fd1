-- What the rules ask of steps besides: the consent to a late ceremony, the ground of a removal, a conviction that was cleared; and what a step left open.

alter table candidacy add column removal_ground text constraint candidacy_removal_ground_known check (removal_ground in (
  'ABSENT', 'UNPAID_DUES', 'CARD_GIVEN_UP', 'NO_WILL', 'TWO_YEARS_BREACHING', 'CRITERIA_FAILED', 'UNFIT_IN_PROBATION'));
comment on column candidacy.removal_ground is 'For what the removal was proposed that stands; null where none does, and of those recorded before grounds were.';

alter table candidacy_step add column upper_consent_number text constraint candidacy_step_upper_consent_number_length check (char_length(upper_consent_number) between 1 and 100);
alter table candidacy_step add column removal_ground text constraint candidacy_step_removal_ground_known check (removal_ground in (
  'ABSENT', 'UNPAID_DUES', 'CARD_GIVEN_UP', 'NO_WILL', 'TWO_YEARS_BREACHING', 'CRITERIA_FAILED', 'UNFIT_IN_PROBATION'));
alter table candidacy_step add column conviction_cleared_on date;
alter table candidacy_step add column warnings text[] not null default '{}' constraint candidacy_step_warnings_known check (warnings <@ array[
  'AGE_NEAR_BOUND', 'SCHOOLING_NOT_KNOWN', 'YOUTH_UNION_NOT_KNOWN', 'OVER_YOUTH_AGE', 'TRADE_UNION_INTRODUCES',
  'NEW_MEMBER_CERTIFICATE_MISSING', 'VOTE_NOT_RECORDED']);
comment on column candidacy_step.upper_consent_number is 'Of the upper committee, to a ceremony after its time.';
comment on column candidacy_step.conviction_cleared_on is 'Of a readmission: when the conviction of a less serious crime was cleared.';
comment on column candidacy_step.warnings is 'What the step left open of the rules of its time, as they were judged when it was recorded.';
