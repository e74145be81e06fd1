import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import type { DemoRecords } from '@banyan/demo';

const recorder = 'Dữ liệu minh hoạ';
const kept = (row: string) => `'${recorder}', ${row} + interval '9 hours'`;

/** What units keep ($1, as JSON), at the units of their codes. */
const recordsSql = [
  `insert into document (id, unit_id, position, kind, number, issuer, issued_on, title, implements_id, is_handed_down, recorder_name, recorded_at)
   select d.id, u.id, u.lo, d.kind, d.number, d.issuer, d."issuedOn", d.title, d."implementsId", d."isHandedDown", ${kept('d."issuedOn"')}
   from jsonb_to_recordset($1::jsonb->'documents') as d (id uuid, "unitCode" text, kind text, number text, issuer text, "issuedOn" date, title text, "implementsId" uuid, "isHandedDown" boolean) join unit u on u.code = d."unitCode"`,
  `insert into plan (id, unit_id, position, year, document_id, parent_id, is_handed_down, recorder_name, recorded_at)
   select p.id, u.id, u.lo, p.year, p."documentId", p."parentId", p."isHandedDown", ${kept('least(make_date(p.year, 1, 10), app.today() - 2)')}
   from jsonb_to_recordset($1::jsonb->'plans') as p (id uuid, "unitCode" text, year int, "documentId" uuid, "parentId" uuid, "isHandedDown" boolean) join unit u on u.code = p."unitCode"`,
  `insert into plan_item (id, plan_id, position, period, due_on, title, responsible, target_id, recorder_name, recorded_at)
   select i.id, p.id, p.position, i.period, i."dueOn", i.title, i.responsible,
     (select t.id from target t where t.unit_id = p.unit_id and t.indicator = i.towards and t.dimension is null and t.period = p.year::text limit 1), p.recorder_name, p.recorded_at
   from jsonb_to_recordset($1::jsonb->'items') as i (id uuid, "planId" uuid, period text, "dueOn" date, title text, responsible text, towards text) join plan p on p.id = i."planId"`,
  `insert into plan_item_check (item_id, position, done_on, note, recorder_name, recorded_at)
   select i.id, i.position, d."doneOn", d.note, ${kept('d."doneOn"')}
   from jsonb_to_recordset($1::jsonb->'items') as d (id uuid, "doneOn" date, note text) join plan_item i on i.id = d.id where d."doneOn" is not null`,
  `insert into obstacle (unit_id, position, title, details, owner_name, raised_on, due_on, resolved_on, resolution, resolver_name, recorder_name, recorded_at)
   select u.id, u.lo, o.title, o.details, o."ownerName", o."raisedOn", o."dueOn", o."resolvedOn", o.resolution, case when o.resolution is not null then '${recorder}' end, ${kept('o."raisedOn"')}
   from jsonb_to_recordset($1::jsonb->'obstacles') as o ("unitCode" text, title text, details text, "ownerName" text, "raisedOn" date, "dueOn" date, "resolvedOn" date, resolution text) join unit u on u.code = o."unitCode"`,
  `insert into inspection (unit_id, position, by_unit_id, by_position, inspected_on, title, conclusion, inspector, recorder_name, recorded_at)
   select u.id, u.lo, b.id, b.lo, i."on", i.title, i.conclusion, i.inspector, ${kept('i."on"')}
   from jsonb_to_recordset($1::jsonb->'inspections') as i ("unitCode" text, "byCode" text, "on" date, title text, conclusion text, inspector text) join unit u on u.code = i."unitCode" join unit b on b.code = i."byCode"`,
  `insert into reminder (unit_id, position, by_unit_id, by_position, sent_on, text, answer_until, replied_on, reply, replier_name, recorder_name, recorded_at)
   select u.id, u.lo, b.id, b.lo, r."on", r.text, r."answerUntil", r."repliedOn", r.reply, case when r.reply is not null then '${recorder}' end, ${kept('r."on"')}
   from jsonb_to_recordset($1::jsonb->'reminders') as r ("unitCode" text, "byCode" text, "on" date, text text, "answerUntil" date, "repliedOn" date, reply text) join unit u on u.code = r."unitCode" join unit b on b.code = r."byCode"`,
  `insert into locality (unit_id, position, name, since, own_cell_since, shared_cell_since, member_since, recorder_name, recorded_at)
   select u.id, u.lo, l.name, l.since, l."ownCellSince", l."sharedCellSince", l."memberSince", ${kept('greatest(l.since, l."ownCellSince", l."sharedCellSince", l."memberSince")')}
   from jsonb_to_recordset($1::jsonb->'localities') as l ("unitCode" text, name text, since date, "ownCellSince" date, "sharedCellSince" date, "memberSince" date) join unit u on u.code = l."unitCode"`,
] as const;

/** Loads what the units of all provinces keep: some hundreds of rows, in eight statements. */
export async function loadRecords(client: pg.Client, provinces: readonly DemoRecords[]): Promise<void> {
  const all = <K extends keyof DemoRecords>(kind: K) => provinces.flatMap((records): DemoRecords[K][number][] => [...records[kind]]);
  const documentIds = new Map(all('documents').map(({ key }) => [key, randomUUID()]));
  const planIds = new Map(all('plans').map(({ unitCode, year }) => [`${unitCode} ${year}`, randomUUID()]));
  const idOf = (ids: ReadonlyMap<string, string>, key: string | null) => (key === null ? null : ids.get(key));
  const plans = all('plans').map(({ items, ...plan }) => ({
    ...plan, items, id: idOf(planIds, `${plan.unitCode} ${plan.year}`), documentId: idOf(documentIds, plan.documentKey), parentId: idOf(planIds, plan.parentCode && `${plan.parentCode} ${plan.year}`),
  }));
  const json = JSON.stringify({
    documents: all('documents').map((document) => ({ ...document, id: idOf(documentIds, document.key), implementsId: idOf(documentIds, document.implementsKey) })),
    plans,
    items: plans.flatMap(({ id, items }) => items.map((item) => ({ ...item, id: randomUUID(), planId: id }))),
    obstacles: all('obstacles'),
    inspections: all('inspections'),
    reminders: all('reminders'),
    localities: all('localities'),
  });
  for (const sql of recordsSql) await client.query(sql, [json]);
}
