-- The days of unfinished months are read from their index alone: it holds what the policies of entries ask, too.
drop index entry_day_idx;
create index entry_day_idx on entry (measure, occurred_on) include (position_then, delta, other_then, position_now, id);
