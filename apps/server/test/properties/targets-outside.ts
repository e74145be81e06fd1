import type pg from 'pg';

/** Changes what is asked of units (by their ids): more, in other words, divided otherwise, with worksheets and places that come. As the owner, past what the database holds. What a unit inside has given to one that has left stays: its giver knows it. */
export async function changeTargetsOutside(owner: pg.Client, ids: readonly string[]): Promise<void> {
  for (const sql of [
    `update target_version set low = low + 5, high = high + 5, note = 'khác', reason = 'khác', document_number = 'khác', recorder_name = 'ai đó' where unit_id = any ($1) and exists (select from target t where t.id = target_version.target_id and t.issuer_id = any ($1))`,
    `update allocation set document_number = 'khác', reserve_low = reserve_low + 3, reserve_high = reserve_high + 3, sum_rule = 'WITH_RESERVE', recorder_name = 'ai đó' where unit_id = any ($1)`,
    `delete from allocation_draft where unit_id = any ($1)`,
    `insert into locality (unit_id, position, name, since, recorder_name) select id, lo, 'Thôn khác', '2015-01-01', 'ai đó' from unit where id = any ($1)`,
    `insert into target (unit_id, position, issuer_id, issuer_position, indicator, period, starts_on, ends_on) select id, lo, id, lo, 'RECOGNISED', '2016', '2016-01-01', '2016-12-31' from unit where id = any ($1)`,
  ]) {
    await owner.query(sql, [ids]);
  }
}

const told = 'id low number note isPart documentNumber unit { code } issuer { code name } whole { id low } versions { number low recordedBy } progress { actual percentOfLow expectedLow standing } below { units low high } viewerCanAdjust { because }';

/** Questions about targets that look at all of a scope. */
export const questionsOfTargets = [
  `{ units(first: 100) { nodes { code targets { ${told} } rollup(period: "2016") { admitted { value target { low percentOfLow standing } } childrenByTarget { standing count } } } } }`,
  '{ units(first: 30) { nodes { code targets { allocation { number documentNumber sums { holds allocated { low } difference { low } } } parts { id low unit { code } } worksheet { members lastYear pool unit { code } current { low } } draft { version lines { unit low note } } } } } }',
];
