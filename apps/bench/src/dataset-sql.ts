/** How many districts a data set has; each has 20 communes of 5 cells of 110 members. */
export interface DatasetSize {
  readonly districts: number;
  readonly communes: number;
  readonly cells: number;
  readonly members: number;
  /** Whether its members are there by name too, with their candidacies. */
  readonly hasPeople?: boolean;
  /** Whether every unit has a target for the year that is asked about. */
  readonly hasTargets?: boolean;
}

/** A province, its districts, communes and cells, each with its dated rows. Run as the owner. */
export function treeSql(size: DatasetSize): string {
  const levels = [
    { kind: 'DISTRICT_PARTY', count: size.districts },
    { kind: 'COMMUNE_PARTY', count: size.communes },
    { kind: 'CELL', count: size.cells },
  ];
  const children = levels.map(
    ({ kind, count }, index) => `
    insert into bench_place
    select code || '.' || n, '${kind}', ${index + 1}, new_id, lo + app.interval_width(${index + 1}) * n, lo + app.interval_width(${index + 1}) * (n + 1) - 1, ancestors || new_id
    from (select p.*, n, uuidv7() as new_id from bench_place p cross join generate_series(1, ${count}) as n where p.depth = ${index}) child;`,
  );
  return `
    create temp table bench_place (code text, kind text, depth int, id uuid, lo bigint, hi bigint, ancestors uuid[]) on commit drop;
    insert into bench_place
    select 'bench', 'PROVINCIAL_PARTY', 0, id, lo, lo + app.interval_width(0) - 1, array[id]
    from (select uuidv7() as id, app.next_position(null, null, 0) as lo) root;
    ${children.join('')}
    insert into unit (id, code, configuration, kind, name, depth, lo, hi, founded_on)
    select id, code, 'DISTRICT_TIER', kind, 'Unit ' || code, depth, lo, hi, date '2000-01-01' from bench_place;
    insert into unit_name (unit_id, position, name, valid) select id, lo, 'Unit ' || code, daterange('2000-01-01', null) from bench_place;
    insert into placement (unit_id, position, parent_id, valid, lo, hi, ancestors)
    select id, lo, ancestors[cardinality(ancestors) - 1], daterange('2000-01-01', null), lo, hi, ancestors from bench_place;
    insert into unit_profile (unit_id, position, valid, unit_type) select id, lo, daterange('2000-01-01', null), 'COMMUNE_AREA' from bench_place;`;
}

/**
 * Members of every cell: nine of ten stood there from the beginning, each tenth was admitted on a day since 2016 and recognised a
 * year after, and some left, so that every figure has something to add up. Run as the owner, in the transaction of the tree.
 */
export function entriesSql(size: DatasetSize): string {
  return `
    insert into entry (event_id, unit_id, position_then, position_now, occurred_on, measure, delta, subject_kind, subject_id, unit_type, areas)
    select p.id, p.id, p.lo, p.lo, date '2000-01-01', m.measure, 1, 'UNIT', p.id, 'COMMUNE_AREA', '{}'
    from bench_place p cross join lateral (values ('UNITS', true), ('UNITS_FOUNDED', true), ('GRASSROOTS_ORGANISATIONS', p.depth = 2), ('CELLS', p.depth = 3)) as m (measure, counts)
    where m.counts;
    with person as materialized (
      select p.id as unit_id, p.lo, n, uuidv7() as id, date '2016-01-01' + ((n * 37 + (p.lo >> 19) * 11) % 3000)::int as day
      from bench_place p cross join generate_series(1, ${size.members}) as n where p.depth = 3
    )
    insert into entry (event_id, unit_id, position_then, position_now, occurred_on, measure, delta, subject_kind, subject_id,
      gender, age_band, youth_union, occupation, enterprise_relation, education, unit_type, areas)
    select id, unit_id, lo, lo, f.day, f.measure, f.delta, 'PERSON', id,
      case when n % 3 = 0 then 'F' else 'M' end, 'AGE_18_30', 'YES', 'FARMER', 'NOT_APPLICABLE', 'UPPER_SECONDARY', 'COMMUNE_AREA', '{}'
    from person cross join lateral (
      select date '2005-01-01' as day, 'OFFICIAL_MEMBERS' as measure, 1 as delta where n % 10 <> 0
      union all
      select f.* from (values (day, 'ADMITTED', 1), (day, 'PROBATIONARY_MEMBERS', 1),
        (day + 365, 'RECOGNISED', 1), (day + 365, 'PROBATIONARY_MEMBERS', -1), (day + 365, 'OFFICIAL_MEMBERS', 1)) as f (day, measure, delta) where n % 10 = 0
      union all
      select f.* from (values (day, 'DECEASED', 1), (day, 'OFFICIAL_MEMBERS', -1)) as f (day, measure, delta) where n % 25 = 1
    ) f;`;
}

/** A target of ten admissions a year for every unit, given by the unit above. Run as the owner, in the transaction of the tree. */
export const targetsSql = `
  insert into target (unit_id, position, issuer_id, issuer_position, indicator, period, starts_on, ends_on)
  select p.id, p.lo, i.id, i.lo, 'ADMITTED', '2020', date '2020-01-01', date '2020-12-31' from bench_place p join bench_place i on i.id = p.ancestors[greatest(1, cardinality(p.ancestors) - 1)];
  insert into target_version (target_id, unit_id, position, number, kind, low, high, issued_on, recorder_name)
  select id, unit_id, position, 1, 'EXACT', 10, 10, date '2020-01-10', 'bench' from target;`;

/**
 * People of every cell with names of a few hundred kinds, one in ten of them on the way to membership and one in seven of the others with
 * a way behind them. Run as the owner, in the transaction of the tree.
 */
export function peopleSql(size: DatasetSize): string {
  return `
    insert into person (unit_id, position, full_name, birth_date, gender, youth_union, occupation, enterprise_relation, education, state, ceremony_on)
    select p.id, p.lo, family[1 + r % 11] || ' ' || middle[1 + r / 11 % 9] || ' ' || given[1 + r / 99 % 24], date '1950-01-01' + r % 18000, 'F', 'NO', 'FARMER', 'NOT_APPLICABLE', 'UPPER_SECONDARY',
      case when n % 10 = 0 then 'CANDIDATE' else 'OFFICIAL' end, case when n % 10 > 0 then date '2016-01-01' + r % 3000 end
    from bench_place p cross join generate_series(1, ${size.members}) as n cross join lateral (select abs(hashint8(p.lo + n)) / 2 as r) as drawn,
      (select array['Nguyễn', 'Nguyễn', 'Nguyễn', 'Trần', 'Lê', 'Phạm', 'Quàng', 'Lò', 'Hoàng', 'Vì', 'Cà'] as family, array['Thị', 'Thị', 'Văn', 'Văn', 'Hồng', 'Minh', 'Đức', 'Thanh', 'Xuân'] as middle,
        array['Nhung', 'An', 'Bình', 'Cường', 'Dung', 'Đức', 'Giang', 'Hà', 'Hùng', 'Khánh', 'Lan', 'Mai', 'Nam', 'Oanh', 'Phúc', 'Quân', 'Sơn', 'Tâm', 'Uyên', 'Vân', 'Xuân', 'Yến', 'Linh', 'Thảo'] as given) as names
    where p.depth = 3;
    insert into candidacy (person_id, position, state, rule_pack, began_on, last_on, certificate_on, due_kind, due_on, due_runs_from, due_counted_in)
    select c.id, c.position, case when c.is_open then (array['SOURCE', 'LISTED', 'TRAINED', 'FILE_OPEN', 'CELL_PROPOSED', 'SUBMITTED', 'RETURNED', 'ADMISSION_DECIDED'])[1 + r % 8] else 'OFFICIAL' end,
      'RULES_2021', '2022-01-01', date '2024-01-01' + r % 700, case when is_open and r % 8 > 1 then date '2022-06-01' + r % 1200 end, case when is_open then 'DOSSIER_AGES' end, case when is_open then date '2025-01-01' + r % 1023 end, case when is_open then date '2025-01-01' end, case when is_open then 'MONTHS' end
    from (select id, position, state = 'CANDIDATE' as is_open, abs(hashtext(id::text)) / 2 as r from person) c where c.is_open or r % 7 = 0;
    analyze person, candidacy;`;
}

const flows = ['admitted', 'recognised', 'transferred_in', 'transferred_out', 'removed', 'expelled', 'left', 'deceased'];
const stocks = { members: 'probationary_members + official_members', probationary_members: 'probationary_members', official_members: 'official_members', cells: 'cells' };
const nameInPeers = (flow: string) => (flow === 'left' ? 'left_party' : flow);

const rollupColumns = [
  ...Object.entries(stocks).map(([name, of]) => `coalesce(sum(${of}), 0)::int as ${name}`),
  ...flows.map((flow) => `coalesce(sum("${flow}") filter (where starts_on >= from_day), 0)::int as ${nameInPeers(flow)}`),
].join(',\n');

const countedColumns = ['probationary_members', 'official_members', 'cells', ...flows];
const quoted = countedColumns.map((column) => `"${column}"`);
const queuedColumns = countedColumns.map((column) => `case e.measure when '${column.toUpperCase()}' then e.delta::int else 0 end`);

/**
 * What a peer that plans its own statements reads, in two ways: as one computed row a unit and period of whole months, by a function;
 * and as a view of counters and queued entries, of which it makes sums itself. Both leave out what the product also adds: the days
 * within a month, units that keep no counters, and flows across a border that are still queued.
 */
export const peersSql = `
  create type unit_rollup as (${[...Object.keys(stocks), ...flows.map(nameInPeers)].map((name) => `${name} int`).join(', ')});
  create function unit_rollup(u unit, from_day date, to_day date) returns unit_rollup language sql stable
  return (select f::unit_rollup from (
    select ${rollupColumns}
    from (
      select c.starts_on, ${quoted.join(', ')} from counter c
      where c.unit_id = u.id and c.grain = 'YEAR' and c.starts_on < date_trunc('year', (to_day + 1)::timestamp)
        and (c.starts_on + interval '1 year' <= from_day or c.starts_on >= from_day)
      union all
      select c.starts_on, ${quoted.join(', ')} from counter c
      where c.unit_id = u.id and c.grain = 'MONTH' and c.starts_on <= to_day
        and (c.starts_on >= date_trunc('year', (to_day + 1)::timestamp) or (date_trunc('year', from_day::timestamp) < from_day and date_trunc('year', c.starts_on::timestamp) = date_trunc('year', from_day::timestamp)))
      union all
      select e.occurred_on, ${queuedColumns.join(', ')}
      from pending w join entry e on e.id = w.entry_id
      where w.position between u.lo and u.hi and e.occurred_on <= to_day
    ) part
  ) f);
  create view child_unit with (security_invoker = true) as
  select u.*, p.parent_id from unit u join placement p on p.unit_id = u.id and p.valid @> date '2020-12-31';
  comment on view child_unit is E'@primaryKey id\n@foreignKey (parent_id) references unit (id)|@fieldName parentUnit|@foreignFieldName childUnits';
  create function child_unit_rollup(u child_unit, from_day date, to_day date) returns unit_rollup language sql stable
  return (select unit_rollup(o, from_day, to_day) from unit o where o.id = u.id);
  create view counted with (security_invoker = true) as
  select unit_id, grain, starts_on, ${quoted.join(', ')} from counter
  union all
  select above.unit_id, g.grain, date_trunc(lower(g.grain), e.occurred_on::timestamp)::date, ${queuedColumns.join(', ')}
  from pending w join entry e on e.id = w.entry_id join placement p on p.lo = e.position_then
  cross join lateral unnest(p.ancestors) as above (unit_id) cross join (values ('YEAR'), ('MONTH')) as g (grain);
  comment on view counted is E'@primaryKey unit_id,grain,starts_on\n@foreignKey (unit_id) references unit (id)|@fieldName ofUnit|@foreignFieldName counters\n@foreignKey (unit_id) references child_unit (id)|@fieldName ofChild|@foreignFieldName counters';
  grant select on counted, child_unit to banyan_app;
  grant execute on function unit_rollup(unit, date, date), child_unit_rollup(child_unit, date, date) to banyan_app;`;

/** An account ($1) over a unit ($2) with one session, whose credential's hash ($3) is given. */
export const sessionSql = `
  with made as (insert into account (name, display_name, password_hash) values ($1, $1, '!') returning id),
  granted as (
    insert into access_grant (account_id, role, unit_id, position, valid)
    select made.id, 'BOARD', u.id, u.lo, daterange('2000-01-01', null) from made, unit u where u.code = $2 returning id, account_id
  )
  insert into session (account_id, grant_id, credential_hash, network, expires_at)
  select account_id, id, decode($3, 'hex'), '127.0.0.1', now() + interval '8 hours' from granted`;
