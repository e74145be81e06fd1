-- An item of a plan names the target that it works towards.

alter table target add constraint target_in_its_place unique (id, position);
alter table plan_item add column target_id uuid;
-- No two units share a position: a target in the place of the plan is one of the plan's own unit.
alter table plan_item add constraint plan_item_target_of_its_unit foreign key (target_id, position) references target (id, position) on update cascade on delete restrict;
comment on column plan_item.target_id is 'The target of the same unit that it works towards; null where it is for none.';
create index plan_item_target_idx on plan_item (target_id) where target_id is not null;
