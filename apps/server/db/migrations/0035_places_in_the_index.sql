-- A unit is found by its code, and a letter by its id, together with its place: of one that lies outside the scope no row is read, as of one that is not there.
create unique index unit_code_place_idx on unit (code, lo);
create unique index transfer_place_idx on transfer (id, from_position);
create unique index transfer_receiver_place_idx on transfer_receiver (transfer_id, position);
