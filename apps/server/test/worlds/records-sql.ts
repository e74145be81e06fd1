const named = `jsonb_to_recordset($1::jsonb) as k (id uuid, parent uuid, token text, "handsDown" boolean) join unit u on u.id = k.id`;

/**
 * What each unit ($1) keeps, under the unit's own id: a document, a plan of 2016 with an item that was done, an obstacle, and, where a unit stands
 * above it, an inspection and a reminder from there. Every text names the unit: "Văn bản" what may be handed down, "Hồ sơ" what is not.
 */
export const recordsSql = [
  `insert into document (id, unit_id, position, kind, number, issuer, issued_on, title, implements_id, is_handed_down, recorder_name)
   select u.id, u.id, u.lo, 'RESOLUTION', 'Văn bản ' || k.token, 'Văn bản ' || k.token, '2016-03-01', 'Văn bản ' || k.token, k.parent, k."handsDown", 'Văn bản ' || k.token from ${named} order by u.lo`,
  `insert into plan (id, unit_id, position, year, document_id, parent_id, is_handed_down, recorder_name)
   select u.id, u.id, u.lo, 2016, u.id, k.parent, k."handsDown", 'Văn bản ' || k.token from ${named} order by u.lo`,
  `insert into plan_item (id, plan_id, position, period, due_on, title, responsible, recorder_name)
   select u.id, u.id, u.lo, '2016-03', '2016-03-31', 'Văn bản ' || k.token, 'Văn bản ' || k.token, 'Văn bản ' || k.token from ${named}`,
  `insert into plan_item_check (id, item_id, position, done_on, note, recorder_name)
   select u.id, u.id, u.lo, '2016-03-15', 'Văn bản ' || k.token, 'Văn bản ' || k.token from ${named}`,
  `insert into obstacle (id, unit_id, position, title, details, owner_name, raised_on, due_on, recorder_name)
   select u.id, u.id, u.lo, 'Hồ sơ ' || k.token, 'Hồ sơ ' || k.token, 'Hồ sơ ' || k.token, '2016-03-01', '2016-04-01', 'Hồ sơ ' || k.token from ${named}`,
  `insert into inspection (id, unit_id, position, by_unit_id, by_position, inspected_on, title, conclusion, inspector, document_id, recorder_name)
   select u.id, u.id, u.lo, b.id, b.lo, '2016-03-01', 'Hồ sơ ' || k.token, 'Hồ sơ ' || k.token, 'Hồ sơ ' || k.token, b.id, 'Hồ sơ ' || k.token from ${named} join unit b on b.id = k.parent`,
  `insert into reminder (id, unit_id, position, by_unit_id, by_position, sent_on, text, answer_until, recorder_name)
   select u.id, u.id, u.lo, b.id, b.lo, '2016-03-01', 'Hồ sơ ' || k.token, '2016-04-01', 'Hồ sơ ' || k.token from ${named} join unit b on b.id = k.parent`,
];
