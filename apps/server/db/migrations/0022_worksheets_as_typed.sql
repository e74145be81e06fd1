-- What is kept back in a worksheet is kept as it was typed: it is judged when the worksheet is published.

alter table allocation_draft alter column reserve_low type double precision, alter column reserve_high type double precision;
