import type pg from 'pg';

/** Takes the ways of people from a world that was loaded, as of members who were members before the records began: the people and their entries stay. */
export async function forgetWays(owner: pg.Client, people: readonly string[]): Promise<void> {
  const ways = 'select id from candidacy where person_id = any ($1::uuid[])';
  for (const table of ['paper_file', 'paper_change', 'paper', 'participant', 'candidacy_step']) await owner.query(`delete from ${table} where candidacy_id in (${ways})`, [people]);
  await owner.query('delete from candidacy where person_id = any ($1::uuid[])', [people]);
}
