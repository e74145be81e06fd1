-- The code of a unit and the id of a letter are unique by themselves: together with a place they need not be checked again at every write.
drop index unit_code_place_idx, transfer_place_idx, transfer_receiver_place_idx;
create index unit_code_place_idx on unit (code, lo);
create index transfer_place_idx on transfer (id, from_position);
create index transfer_receiver_place_idx on transfer_receiver (transfer_id, position);
