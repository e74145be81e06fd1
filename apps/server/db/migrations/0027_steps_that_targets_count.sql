-- Two indicators count steps: of a unit, all below it included, between two days. Without this each such figure reads every step there is.
create index candidacy_step_counted_idx on candidacy_step (step, position, happened_on) where step in ('LISTED', 'CERTIFIED') and reverses is null;
