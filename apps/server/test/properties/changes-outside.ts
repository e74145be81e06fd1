import type pg from 'pg';
import type { Knowledge } from './judge.ts';
import { rowsFor } from './literals.ts';
import { changeTargetsOutside } from './targets-outside.ts';

/** The people who belong to no unit of a reader's scope, so that no figure counts them either, and of whom no letter that is seen speaks. */
export function strangersTo({ oracle, scope, letters }: Knowledge): string[] {
  const inside = new Set(oracle.visiblePeople(scope, 'BOARD'));
  return oracle.world.people.flatMap(({ id }, person) => (inside.has(person) || letters.has(person) ? [] : [id]));
}

/**
 * Changes what is asked of strangers to a unit: who they are, where they stand, what is due, who sends them where, and whom their units admitted, but for what
 * those did while they stood below it.
 */
async function changeStrangers(owner: pg.Client, strangers: readonly string[], to: string): Promise<void> {
  for (const sql of [
    `update person set birth_date = birth_date + 1, ceremony_on = case when state <> 'CANDIDATE' then coalesce(ceremony_on + 1, '2016-06-06') end where id = any ($1)`,
    `update candidacy set state = 'TRAINED', began_on = began_on - 1, certificate_on = current_date - interval '58 months', due_kind = 'CERTIFICATE_EXPIRES', due_on = current_date + interval '2 months', due_runs_from = current_date - interval '58 months', due_counted_in = 'MONTHS' where id = any ($1)`,
    `update transfer set kind = 'INTERNAL', due_on = '2099-01-01', person_name = 'ai đó', destination = 'khác' where id = any ($1) and state = 'ISSUED'`,
    `update participant set name = 'ai đó', valid = daterange(lower(valid), '2017-01-01') where candidacy_id = any ($1)`,
    `insert into entry (event_id, unit_id, position_then, position_now, occurred_on, recorded_at, measure, delta, subject_kind, subject_id, gender, age_band, youth_union, occupation, enterprise_relation, education, unit_type, areas)
     select gen_random_uuid(), u.id, l.lo, u.lo, f.day, f.day + 1, f.measure, 1, 'PERSON', p.id, 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'OTHER', '{}' from person p join unit u on u.id = p.unit_id
     cross join (values (current_date - 30, 'ADMITTED'), ('2016-05-05', 'ADMITTED'), ('2016-05-05', 'OFFICIAL_MEMBERS')) as f (day, measure) join placement l on l.unit_id = u.id and l.valid @> f.day where p.id = any ($1) and u.closed_on is null
       and not exists (select from placement s where s.unit_id = $2 and l.lo between s.lo and s.hi)`,
  ]) {
    await owner.query(sql, sql.includes('$2') ? [strangers, to] : [strangers]);
  }
}

/** Changes what lies outside a reader's scope: names, people, entries and accounts come and go. */
export async function changeOutside(owner: pg.Client, reader: Knowledge): Promise<void> {
  const { world } = reader.oracle;
  const { units, people } = rowsFor(reader);
  const ids = units.out.filter((unit) => !reader.stubs.has(unit)).map((unit) => world.units[unit]!.id);
  const strangers = people.out.map((person) => world.people[person]!.id);
  await owner.query(`update unit set name = name || ' khác', code = code || '%' where id = any ($1)`, [ids]);
  await owner.query(`update unit_name set name = name || ' khác' where unit_id = any ($1)`, [ids]);
  await owner.query(`update unit_profile set unit_type = 'OTHER', areas = '{ISLAND}' where unit_id = any ($1)`, [ids]);
  await owner.query(`update person set full_name = 'ẩn ' || full_name, state = 'FORMER', left_on = '2020-01-01' where id = any ($1)`, [strangers.slice(0, strangers.length / 2)]);
  await owner.query(
    `insert into unit_alias (unit_id, position, alias) select id, lo, 'thêm' from unit where id = any ($1)`,
    [ids],
  );
  await owner.query(
    `insert into entry (event_id, unit_id, position_then, position_now, occurred_on, measure, delta, subject_kind, subject_id, unit_type, areas)
     select gen_random_uuid(), u.id, u.lo, u.lo, lower(p.valid), 'UNITS', 1, 'UNIT', u.id, 'OTHER', '{}' from unit u join placement p on p.unit_id = u.id and p.lo = u.lo where u.id = any ($1) and u.closed_on is null`,
    [ids.slice(0, 3)],
  );
  // One comes beside another, where both are hidden and so is what is above them.
  await owner.query(
    `with beside as (select u.*, p.parent_id, p.ancestors[:cardinality(p.ancestors) - 1] as above, app.next_position(a.lo, a.hi, u.depth::int) as free, gen_random_uuid() as new_id, greatest(lower(p.valid), lower(o.valid)) as since
       from unit u join placement p on p.unit_id = u.id and upper_inf(p.valid) join unit a on a.id = p.parent_id join placement o on o.unit_id = a.id and upper_inf(o.valid) where u.id = any ($1) and a.id = any ($1) and u.closed_on is null order by u.lo limit 1),
     new as (insert into unit (id, code, configuration, kind, name, depth, lo, hi, founded_on) select new_id, new_id, configuration, kind, 'Đơn vị khác', depth, free, free + app.interval_width(depth::int) - 1, since from beside returning *),
     named as (insert into unit_name (unit_id, position, name, valid) select id, lo, name, daterange(founded_on, null) from new),
     kept as (insert into unit_profile (unit_id, position, valid, unit_type, areas) select id, lo, daterange(founded_on, null), 'OTHER', '{}' from new)
     insert into placement (unit_id, position, parent_id, valid, lo, hi, ancestors) select n.id, n.lo, b.parent_id, daterange(n.founded_on, null), n.lo, n.hi, b.above || n.id from new n join beside b on b.new_id = n.id`,
    [ids],
  );
  await changeStrangers(owner, strangersTo(reader).filter((_, index) => index % 2 === 0), world.units[reader.scope]!.id);
  await changeTargetsOutside(owner, ids);
  // What lies above and is handed down is seen; of the rest, each line changes.
  const unseen = units.out.filter((unit) => !reader.documents.has(unit)).map((unit) => world.units[unit]!.id);
  await owner.query(`update document set title = 'khác', number = 'khác', kind = 'DISPATCH', issued_on = '2099-01-01' where unit_id = any ($1)`, [unseen]);
  await owner.query(`update plan set version = 9, taken_back_reason = 'khác', taken_back_by = 'khác' where unit_id = any ($1)`, [unseen]);
  const outside = units.out.map((unit) => world.units[unit]!.id);
  await owner.query(`update obstacle set title = 'khác', due_on = null where unit_id = any ($1)`, [outside]);
  await owner.query(`update inspection set title = 'khác', inspected_on = inspected_on + 1 where unit_id = any ($1)`, [outside]);
  await owner.query(`update reminder set text = 'khác', answer_until = answer_until + 1 where unit_id = any ($1)`, [outside]);
  await owner.query(`update supervision set post = 'khác', document_number = 'khác' where unit_id = any ($1) and account_id <> $2 and end_cause is null`, [ids, reader.account.id]);
  await owner.query(`update holiday_change set name = 'khác' where unit_id = any ($1)`, [ids]);
  const known = new Set([reader.account, ...reader.assignable, ...reader.supervisions.values()]);
  await owner.query('update account set display_name = $2 where id = any ($1)', [world.accounts.filter((account) => !known.has(account)).map((account) => account.id), 'ai đó']);
}

/** Takes people away as if they had never been recorded. */
export async function removePeople(owner: pg.Client, ids: readonly string[]): Promise<void> {
  const candidacies = 'select id from candidacy where person_id = any ($1)';
  for (const sql of [
    ...['paper_file', 'paper_change', 'paper', 'participant', 'candidacy_step'].map((table) => `delete from ${table} where candidacy_id in (${candidacies})`),
    'delete from transfer_receiver where transfer_id in (select id from transfer where person_id = any ($1))',
    ...['transfer', 'candidacy', 'mark', 'person_correction', 'sensitive_unlock', 'person_sensitive_change', 'person_sensitive'].map((table) => `delete from ${table} where person_id = any ($1)`),
    'delete from person where id = any ($1)',
  ]) {
    await owner.query(sql, [ids]);
  }
}
