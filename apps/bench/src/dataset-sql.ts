/** How many districts a data set has; each has 20 communes of 5 cells of 110 members. */
export interface DatasetSize {
  readonly districts: number;
  readonly communes: number;
  readonly cells: number;
  readonly members: number;
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

/**
 * What a peer that plans its own statements reads: the same counters through a view of the reader's rights, for the one period of
 * the bench. It adds neither queued entries nor those of days within a month, which the product does.
 */
export const peersSql = `
  create view rollup with (security_invoker = true) as
  select u.id, u.code, u.name, p.parent_id, f.*
  from unit u join placement p on p.unit_id = u.id and p.valid @> date '2020-12-31'
  cross join lateral (
    select coalesce(sum(value) filter (where measure in ('PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS')), 0)::int as members,
      coalesce(sum(value) filter (where measure = 'PROBATIONARY_MEMBERS'), 0)::int as probationary_members,
      coalesce(sum(value) filter (where measure = 'OFFICIAL_MEMBERS'), 0)::int as official_members,
      coalesce(sum(value) filter (where measure = 'ADMITTED' and starts_on = '2020-01-01'), 0)::int as admitted,
      coalesce(sum(value) filter (where measure = 'RECOGNISED' and starts_on = '2020-01-01'), 0)::int as recognised,
      coalesce(sum(value) filter (where measure = 'TRANSFERRED_IN' and starts_on = '2020-01-01'), 0)::int as transferred_in,
      coalesce(sum(value) filter (where measure = 'TRANSFERRED_OUT' and starts_on = '2020-01-01'), 0)::int as transferred_out,
      coalesce(sum(value) filter (where measure = 'REMOVED' and starts_on = '2020-01-01'), 0)::int as removed,
      coalesce(sum(value) filter (where measure = 'EXPELLED' and starts_on = '2020-01-01'), 0)::int as expelled,
      coalesce(sum(value) filter (where measure = 'LEFT' and starts_on = '2020-01-01'), 0)::int as left_party,
      coalesce(sum(value) filter (where measure = 'DECEASED' and starts_on = '2020-01-01'), 0)::int as deceased,
      coalesce(sum(value) filter (where measure = 'CELLS'), 0)::int as cells
    from counter c where c.unit_id = u.id and c.grain = 'YEAR' and c.starts_on <= '2020-01-01'
  ) f;
  comment on view rollup is E'@primaryKey id\\n@unique code\\n@foreignKey (parent_id) references rollup (id)|@fieldName parentUnit|@foreignFieldName childUnits';
  grant select on rollup to banyan_app;`;

/** One account at the root with one session, whose credential's hash is given. */
export const sessionSql = `
  with made as (insert into account (name, display_name, password_hash) values ('bench', 'Bench', '!') returning id),
  granted as (
    insert into access_grant (account_id, role, unit_id, position, valid)
    select made.id, 'BOARD', u.id, u.lo, daterange('2000-01-01', null) from made, unit u where u.code = 'bench' returning id, account_id
  )
  insert into session (account_id, grant_id, credential_hash, network, expires_at)
  select account_id, id, decode($1, 'hex'), '127.0.0.1', now() + interval '8 hours' from granted`;
