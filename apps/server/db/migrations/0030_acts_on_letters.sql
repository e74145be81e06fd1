-- What happened to a letter of transfer has an instant and a name of its own, so that it stands in the timeline of the person.
alter table transfer add column closed_at timestamptz, add column canceller_name text constraint transfer_canceller_name_length check (char_length(canceller_name) between 1 and 200);
comment on column transfer.closed_at is 'When it was recorded that it was cancelled or ended; null where that is not on record.';
comment on column transfer.canceller_name is 'Who cancelled it, of the side that issued it.';
alter table transfer_receiver add column accepted_at timestamptz;
comment on column transfer_receiver.accepted_at is 'When it was accepted; null where that is not on record.';

update transfer t set closed_at = (select max(a.at) from audit_event a where a.subject_kind = 'Transfer' and a.subject_id = t.id and a.action in ('transfer.cancel', 'transfer.end') and a.result = 'DONE')
where t.state in ('CANCELLED', 'ENDED');
