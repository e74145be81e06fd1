-- The policies compare a counter's position: with it in the index a read needs no look at the table.
alter table counter drop constraint counter_pkey, add primary key (unit_id, measure, grain, starts_on) include (value, position);
alter table slice_counter drop constraint slice_counter_pkey, add primary key (unit_id, measure, dimension, starts_on, key) include (value, position);
