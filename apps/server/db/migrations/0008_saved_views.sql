-- Views of the application that an account keeps under a name: an address, for the grant under which it was saved.
create table saved_view (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account on delete cascade,
  grant_id uuid not null references access_grant on delete cascade,
  name text not null constraint saved_view_name_form check (char_length(name) between 1 and 80 and name is nfc normalized and name !~ U&'[[:cntrl:]\200B-\200F\202A-\202E\2060-\2069\FEFF]'),
  address text not null constraint saved_view_address_form check (char_length(address) <= 1000 and address ~ '^/([^/\\.%]|$)' and address !~ '(//|[[:cntrl:][:space:]\\#])'),
  created_at timestamptz not null default now()
);
create index saved_view_account_idx on saved_view (account_id);
create unique index saved_view_name_unique on saved_view (grant_id, lower(name));
