import type pg from 'pg';
import type { Knowledge } from './judge.ts';
import { rowsFor } from './literals.ts';
import { changeTargetsOutside } from './targets-outside.ts';

/** The people who belong to no unit of a reader's scope, so that no figure counts them either, and of whom no letter that is seen speaks. */
export function strangersTo({ oracle, scope, letters }: Knowledge): string[] {
  const inside = new Set(oracle.visiblePeople(scope, 'BOARD'));
  return oracle.world.people.flatMap(({ id }, person) => (inside.has(person) || letters.has(person) ? [] : [id]));
}

/** Changes what is asked of strangers: who they are, where they stand, what is due, who sends them where, and whom their units admitted. */
async function changeStrangers(owner: pg.Client, strangers: readonly string[]): Promise<void> {
  for (const sql of [
    `update person set birth_date = birth_date + 1 where id = any ($1)`,
    `update candidacy set state = 'TRAINED', certificate_on = current_date - interval '58 months', due_kind = 'CERTIFICATE_EXPIRES', due_on = current_date + interval '2 months', due_runs_from = current_date - interval '58 months', due_counted_in = 'MONTHS' where id = any ($1)`,
    `update transfer set kind = 'INTERNAL', due_on = '2099-01-01', person_name = 'ai đó', destination = 'khác' where id = any ($1) and state = 'ISSUED'`,
    `insert into entry (event_id, unit_id, position_then, position_now, occurred_on, measure, delta, subject_kind, subject_id, gender, age_band, youth_union, occupation, enterprise_relation, education, unit_type, areas)
     select gen_random_uuid(), u.id, u.lo, u.lo, current_date - 30, 'ADMITTED', 1, 'PERSON', p.id, 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'UNKNOWN', 'OTHER', '{}' from person p join unit u on u.id = p.unit_id where p.id = any ($1) and u.closed_on is null`,
  ]) {
    await owner.query(sql, [strangers]);
  }
}

/** Changes what lies outside a reader's scope: names, people, entries and accounts come and go. */
export async function changeOutside(owner: pg.Client, reader: Knowledge): Promise<void> {
  const { world } = reader.oracle;
  const { units, people } = rowsFor(reader);
  const ids = units.out.filter((unit) => !reader.stubs.has(unit)).map((unit) => world.units[unit]!.id);
  const strangers = people.out.map((person) => world.people[person]!.id);
  await owner.query(`update unit set name = name || ' khác', code = code || '%' where id = any ($1)`, [ids]);
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
  await changeStrangers(owner, strangersTo(reader).filter((_, index) => index % 2 === 0));
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
