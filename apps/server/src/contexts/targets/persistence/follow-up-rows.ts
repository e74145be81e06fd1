import type { ObstacleStanding, ReminderStanding } from '@banyan/schema/records';
import type { Actor } from '../../../kernel/actor.ts';
import type { Cursor } from '../../../kernel/connection.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { FollowUp, Inspection, InspectionAge, InspectionFacts, Obstacle, ObstacleFacts, Reminder, ReminderFacts } from '../domain/follow-up.ts';
import type { Kept } from '../domain/kept.ts';
import { keptColumns } from './kept-columns.ts';

/** A page of records with one more than asked, each with the day that it is ordered by, and the exact number of the whole. */
export interface FollowUpPage<T> {
  readonly rows: readonly { readonly row: T; readonly key: string }[];
  readonly totalCount: number;
}

/** Where a page begins and how long it is. */
export interface Asked {
  readonly unitId: string;
  readonly first: number;
  readonly after: Cursor | null;
}

/** How a kind of record is read: its columns beside those that every record has, and the table `r`. */
interface Listed {
  readonly table: string;
  readonly columns: string;
}

const obstacles: Listed = {
  table: 'obstacle',
  columns: `r.unit_id as "unitId", r.title, r.details, r.owner_name as "ownerName", r.raised_on::text as "raisedOn", r.due_on::text as "dueOn",
  r.resolved_on::text as "resolvedOn", r.resolution, r.resolver_name as "resolverName"`,
};
const inspections: Listed = {
  table: 'inspection',
  columns: `r.unit_id as "unitId", r.by_unit_id as "byUnitId", r.by_position + 0 between $1 and $2 as "isMaker", r.inspected_on::text as "on", r.title, r.conclusion, r.inspector, r.document_id as "documentId"`,
};
const reminders: Listed = {
  table: 'reminder',
  columns: `r.unit_id as "unitId", r.by_unit_id as "byUnitId", r.by_position + 0 between $1 and $2 as "isMaker", r.sent_on::text as "on", r.text, r.answer_until::text as "answerUntil",
  r.reply, r.replied_on::text as "repliedOn", r.replier_name as "replierName"`,
};

/** Which records of the subtree of a unit, by which day they are ordered, and which way. */
interface Part {
  readonly where: string;
  readonly by: string;
  readonly way: 'asc' | 'desc';
}

/** A day that may be missing, which then comes last. */
const orNever = (column: string) => `(case when ${column} is null then date 'infinity' else ${column} end)`;

async function list<T extends Kept>(scope: Scope, { table, columns }: Listed, { where, by, way }: Part, { unitId, first, after, today }: Asked & { readonly today: Day }): Promise<FollowUpPage<T>> {
  const filtered = `r.position between w.lo and w.hi and r.position + 0 between $1 and $2 and r.taken_back_reason is null and $4::date is not null and ${where}`;
  const rows = await scope.query<T & { readonly key: string; readonly total: string }>(
    `with within as materialized (select u.lo, u.hi from unit u where u.id = $3 and u.lo between $1 and $2)
     select listed.*, whole.total from (select count(*) as total from within w join ${table} r on ${filtered}) whole
     left join lateral (
       select ${keptColumns('r')}, ${columns}, ${by}::text as key from within w join ${table} r on ${filtered}
       where $5::date is null or (${by}, r.id) ${way === 'asc' ? '>' : '<'} ($5::date, $6::uuid)
       order by ${by} ${way}, r.id ${way} limit $7
     ) listed on true`,
    [scope.lo, scope.hi, unitId, today, after?.[0] ?? null, after?.[1] ?? null, first + 1],
  );
  return { rows: rows.flatMap((row) => (row.id === null ? [] : [{ row, key: row.key }])), totalCount: Number(rows[0]?.total ?? 0) };
}

async function findById<T extends Kept>(scope: Scope, { table, columns }: Listed, ids: readonly string[]): Promise<Map<string, T>> {
  const rows = await scope.query<T>(`select ${keptColumns('r')}, ${columns} from ${table} r where r.id = any ($3::uuid[]) and r.position + 0 between $1 and $2`, [scope.lo, scope.hi, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

const obstacleParts: Record<ObstacleStanding, Part> = {
  OPEN: { where: 'r.resolved_on is null', by: orNever('r.due_on'), way: 'asc' },
  OVERDUE: { where: 'r.resolved_on is null and r.due_on < $4::date', by: 'r.due_on', way: 'asc' },
  RESOLVED: { where: 'r.resolved_on is not null', by: 'r.resolved_on', way: 'desc' },
};

/** Obstacles of a unit and of those below it: the open ones by their day, so that the overdue come first; the resolved ones the latest first. */
export async function listObstacles(scope: Scope, today: Day, standing: ObstacleStanding, asked: Asked): Promise<FollowUpPage<Obstacle>> {
  return await list<Obstacle>(scope, obstacles, obstacleParts[standing], { ...asked, today });
}

/** Obstacles of the scope by id. */
export async function findObstaclesById(scope: Scope, ids: readonly string[]): Promise<Map<string, Obstacle>> {
  return await findById<Obstacle>(scope, obstacles, ids);
}

/** Inspections of a unit and of those below it, the latest first. */
export async function listInspections(scope: Scope, today: Day, asked: Asked): Promise<FollowUpPage<Inspection>> {
  return await list<Inspection>(scope, inspections, { where: 'true', by: 'r.inspected_on', way: 'desc' }, { ...asked, today });
}

/** Inspections of the scope by id. */
export async function findInspectionsById(scope: Scope, ids: readonly string[]): Promise<Map<string, Inspection>> {
  return await findById<Inspection>(scope, inspections, ids);
}

const reminderParts: Record<ReminderStanding, Part> = {
  WAITING: { where: 'r.replied_on is null', by: orNever('r.answer_until'), way: 'asc' },
  OVERDUE: { where: 'r.replied_on is null and r.answer_until < $4::date', by: 'r.answer_until', way: 'asc' },
  ANSWERED: { where: 'r.replied_on is not null', by: 'r.replied_on', way: 'desc' },
};

/** Reminders to a unit and to those below it: those that wait by their day, so that the overdue come first; the answered ones the latest first. */
export async function listReminders(scope: Scope, today: Day, standing: ReminderStanding, asked: Asked): Promise<FollowUpPage<Reminder>> {
  return await list<Reminder>(scope, reminders, reminderParts[standing], { ...asked, today });
}

/** Reminders of the scope by id. */
export async function findRemindersById(scope: Scope, ids: readonly string[]): Promise<Map<string, Reminder>> {
  return await findById<Reminder>(scope, reminders, ids);
}

/** The children of a unit by when they were last inspected: those that never were first. */
export async function listInspectionAges(scope: Scope, today: Day, { unitId, first, after }: Asked): Promise<FollowUpPage<InspectionAge>> {
  const rows = await scope.query<InspectionAge & { readonly key: string; readonly total: string }>(
    `with child as materialized (
       select u.id as "unitId", (select max(r.inspected_on) from inspection r where r.unit_id = u.id and r.taken_back_reason is null and r.position + 0 between $1 and $2) as last_on,
         (select count(*)::int from inspection r where r.unit_id = u.id and r.taken_back_reason is null and r.position + 0 between $1 and $2) as inspections
       from placement p join unit u on u.id = p.unit_id
       where p.parent_id = $3 and p.valid @> $4::date and u.lo + 0 between $1 and $2 and p.position + 0 between $1 and $2
     )
     select listed.*, whole.total from (select count(*) as total from child) whole
     left join lateral (
       select c."unitId", c.last_on::text as "lastOn", c.inspections, coalesce(c.last_on, date '-infinity')::text as key from child c
       where $5::date is null or (coalesce(c.last_on, date '-infinity'), c."unitId") > ($5::date, $6::uuid)
       order by coalesce(c.last_on, date '-infinity'), c."unitId" limit $7
     ) listed on true`,
    [scope.lo, scope.hi, unitId, today, after?.[0] ?? null, after?.[1] ?? null, first + 1],
  );
  return { rows: rows.flatMap((row) => (row.unitId === null ? [] : [{ row, key: row.key }])), totalCount: Number(rows[0]?.total ?? 0) };
}

/** How much there is to follow up at a unit of the scope and below it. */
export async function countFollowUp(scope: Scope, today: Day, unitId: string): Promise<FollowUp | null> {
  const standing = (table: string) => `from ${table} r where r.position between w.lo and w.hi and r.position + 0 between $1 and $2 and r.taken_back_reason is null`;
  const [row] = await scope.query<FollowUp>(
    `select (select count(*)::int ${standing('obstacle')} and r.resolved_on is null) as "openObstacles",
       (select count(*)::int ${standing('obstacle')} and r.resolved_on is null and r.due_on < $4::date) as "overdueObstacles",
       (select count(*)::int ${standing('reminder')} and r.replied_on is null) as "waitingReminders",
       (select count(*)::int ${standing('reminder')} and r.replied_on is null and r.answer_until < $4::date) as "overdueReminders",
       (select count(*)::int from placement p join unit u on u.id = p.unit_id where p.parent_id = w.id and p.valid @> $4::date and u.lo + 0 between $1 and $2
         and not exists (select ${standing('inspection')} and r.unit_id = u.id)) as "neverInspected"
     from unit w where w.id = $3 and w.lo between $1 and $2`,
    [scope.lo, scope.hi, unitId, today],
  );
  return row ?? null;
}

async function insertedId(rows: Promise<{ id: string }[]>): Promise<string> {
  const [row] = await rows;
  if (!row) throw new Error('the record was entered and is not there');
  return row.id;
}

/** Records an obstacle of a unit. Gives back its id. */
export async function insertObstacle(sql: Sql, actor: Actor, { unitId, ...facts }: ObstacleFacts & { readonly unitId: string }): Promise<string> {
  return await insertedId(sql.query(
    `insert into obstacle (unit_id, position, title, details, owner_name, raised_on, due_on, recorder_name) select id, lo, $2, $3, $4, $5::date, $6::date, $7 from unit where id = $1 returning id`,
    [unitId, facts.title, facts.details, facts.ownerName, facts.raisedOn, facts.dueOn, actor.displayName],
  ));
}

/** Changes an obstacle that stands as it was seen. False where it has changed meanwhile. */
export async function updateObstacle(sql: Sql, { id, version }: Pick<Obstacle, 'id' | 'version'>, facts: ObstacleFacts): Promise<boolean> {
  const rows = await sql.query(
    'update obstacle set version = version + 1, title = $3, details = $4, owner_name = $5, raised_on = $6::date, due_on = $7::date where id = $1 and version = $2 returning id',
    [id, version, facts.title, facts.details, facts.ownerName, facts.raisedOn, facts.dueOn],
  );
  return rows.length > 0;
}

/** Resolves an obstacle that stands as it was seen, or puts its resolution right. False where it has changed meanwhile. */
export async function writeResolution(sql: Sql, actor: Actor, { id, version }: Pick<Obstacle, 'id' | 'version'>, end: { readonly on: Day; readonly text: string }): Promise<boolean> {
  const rows = await sql.query('update obstacle set version = version + 1, resolved_on = $3::date, resolution = $4, resolver_name = $5 where id = $1 and version = $2 returning id', [
    id, version, end.on, end.text, actor.displayName,
  ]);
  return rows.length > 0;
}

/** The acting unit and a unit below it. */
const belowActing = 'from unit u cross join unit b where u.id = $1 and b.id = $2';

/** Records that the acting unit has inspected a unit below it. Gives back its id. */
export async function insertInspection(sql: Sql, actor: Actor, { unitId, ...facts }: InspectionFacts & { readonly unitId: string }): Promise<string> {
  return await insertedId(sql.query(
    `insert into inspection (unit_id, position, by_unit_id, by_position, inspected_on, title, conclusion, inspector, document_id, recorder_name)
     select u.id, u.lo, b.id, b.lo, $3::date, $4, $5, $6, $7::uuid, $8 ${belowActing} returning id`,
    [unitId, actor.unitId, facts.on, facts.title, facts.conclusion, facts.inspector, facts.documentId, actor.displayName],
  ));
}

/** Sends a reminder from the acting unit to a unit below it. Gives back its id. */
export async function insertReminder(sql: Sql, actor: Actor, { unitId, ...facts }: ReminderFacts & { readonly unitId: string }): Promise<string> {
  return await insertedId(sql.query(
    `insert into reminder (unit_id, position, by_unit_id, by_position, sent_on, text, answer_until, recorder_name) select u.id, u.lo, b.id, b.lo, $3::date, $4, $5::date, $6 ${belowActing} returning id`,
    [unitId, actor.unitId, facts.on, facts.text, facts.answerUntil, actor.displayName],
  ));
}

/** Writes the reply to a reminder that stands as it was seen, or puts it right. False where it has changed meanwhile. */
export async function writeReply(sql: Sql, actor: Actor, { id, version }: Pick<Reminder, 'id' | 'version'>, end: { readonly on: Day; readonly text: string }): Promise<boolean> {
  const rows = await sql.query('update reminder set version = version + 1, replied_on = $3::date, reply = $4, replier_name = $5 where id = $1 and version = $2 returning id', [
    id, version, end.on, end.text, actor.displayName,
  ]);
  return rows.length > 0;
}
