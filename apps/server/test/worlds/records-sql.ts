const named = `jsonb_to_recordset($1::jsonb) as k (id uuid, parent uuid, token text, "handsDown" boolean) join unit u on u.id = k.id`;

/** Of every third unit, by its token. */
const some = (value: string) => `case when mod(hashtext(k.token), 3) = 0 then ${value} end`;

/**
 * What each unit ($1) keeps, under the unit's own id: a document, a plan of 2016 with an item that was done, an obstacle, and, where a unit stands
 * above it, an inspection and a reminder from there; some are cleared, and answered. Every text names the unit and its own field: "Văn bản" what may
 * be handed down, "Hồ sơ" what is not.
 */
export const recordsSql = [
  `insert into document (id, unit_id, position, kind, number, issuer, issued_on, title, implements_id, is_handed_down, recorder_name)
   select u.id, u.id, u.lo, 'RESOLUTION', 'Văn bản số ' || k.token, 'Văn bản nơi ban hành ' || k.token, '2016-03-01', 'Văn bản tên ' || k.token, k.parent, k."handsDown", 'Văn bản người ghi ' || k.token from ${named} order by u.lo`,
  `insert into plan (id, unit_id, position, year, document_id, parent_id, is_handed_down, recorder_name)
   select u.id, u.id, u.lo, 2016, u.id, k.parent, k."handsDown", 'Văn bản người ghi kế hoạch ' || k.token from ${named} order by u.lo`,
  `insert into plan_item (id, plan_id, position, period, due_on, title, responsible, recorder_name)
   select u.id, u.id, u.lo, '2016-03', '2016-03-31', 'Văn bản tên việc ' || k.token, 'Văn bản người làm ' || k.token, 'Văn bản người ghi việc ' || k.token from ${named}`,
  `insert into plan_item_check (id, item_id, position, done_on, note, recorder_name)
   select u.id, u.id, u.lo, '2016-03-15', 'Văn bản lời ghi ' || k.token, 'Văn bản người ghi kết quả ' || k.token from ${named}`,
  `insert into obstacle (id, unit_id, position, title, details, owner_name, raised_on, due_on, recorder_name, resolved_on, resolution, resolver_name)
   select u.id, u.id, u.lo, 'Hồ sơ tên vướng mắc ' || k.token, 'Hồ sơ chi tiết ' || k.token, 'Hồ sơ người gỡ ' || k.token, '2016-03-01', '2016-04-01', 'Hồ sơ người ghi vướng mắc ' || k.token,
     ${some(`date '2016-03-20'`)}, ${some(`'Hồ sơ cách gỡ ' || k.token`)}, ${some(`'Hồ sơ người đóng ' || k.token`)} from ${named}`,
  `insert into inspection (id, unit_id, position, by_unit_id, by_position, inspected_on, title, conclusion, inspector, document_id, recorder_name)
   select u.id, u.id, u.lo, b.id, b.lo, '2016-03-01', 'Hồ sơ tên cuộc ' || k.token, 'Hồ sơ kết luận ' || k.token, 'Hồ sơ người kiểm tra ' || k.token, b.id, 'Hồ sơ người ghi kiểm tra ' || k.token from ${named} join unit b on b.id = k.parent`,
  `insert into reminder (id, unit_id, position, by_unit_id, by_position, sent_on, text, answer_until, recorder_name, replied_on, reply, replier_name)
   select u.id, u.id, u.lo, b.id, b.lo, '2016-03-01', 'Hồ sơ lời nhắc ' || k.token, '2016-04-01', 'Hồ sơ người nhắc ' || k.token,
     ${some(`date '2016-03-20'`)}, ${some(`'Hồ sơ trả lời ' || k.token`)}, ${some(`'Hồ sơ người trả lời ' || k.token`)} from ${named} join unit b on b.id = k.parent`,
];
