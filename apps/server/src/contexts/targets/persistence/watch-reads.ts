import { stageOf, candidacyStates, type CandidacyState, type Stage } from '@banyan/schema/lifecycle';
import type { WatchList } from '@banyan/schema/watch';
import type { Cursor } from '../../../kernel/connection.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { WatchPage, WatchQuestion, WatchRow } from '../domain/watch.ts';

/** The lists that the database makes alone; the others need the figures of their units. */
export type CountedList = Exclude<WatchList, 'BEHIND_PACE' | 'RATE_BELOW'>;

function statesOf(...stages: Stage[]): CandidacyState[] {
  return candidacyStates.filter((state) => stages.includes(stageOf[state]));
}

/** States of those who are on the list and were not admitted yet. */
const listedStates = statesOf('SOURCES', 'AWARENESS_CLASS', 'FILE', 'APPROVAL', 'CEREMONY').filter((state) => state !== 'SOURCE');
const leftStates: readonly CandidacyState[] = ['DROPPED', 'WITHDRAWN'];
/** For so long a certificate of the awareness class can be used. */
const certificateMonths = 60;

/** Takes the values of a statement and gives their places back. */
class Values {
  readonly all: unknown[] = [];
  at(value: unknown): string {
    this.all.push(value);
    return `$${this.all.length}`;
  }
}

function within(values: Values, { lo, hi }: Scope): string {
  return `between ${values.at(lo)}::bigint and ${values.at(hi)}::bigint`;
}

/** The unit in whose subtree a list is made. */
function rootOf(values: Values, scope: Scope, { unitId }: WatchQuestion): string {
  return `root as materialized (select u.lo, u.hi from unit u where u.id = ${values.at(unitId)}::uuid and u.lo + 0 ${within(values, scope)})`;
}

/**
 * Whether a unit `u` is one of those that are watched. "Is true" keeps the kinds a small table that each row is looked up in: a join
 * to them would cost more than all the rest.
 */
function isWatched({ tier }: WatchQuestion): string {
  const flag = tier === 'CELLS' ? 'holds_members' : 'is_grassroots_organisation';
  return `u.closed_on is null and ((u.configuration, u.kind) in (select k.configuration, k.code from unit_kind k where k.${flag})) is true`;
}

/**
 * The open units that are watched, and the places that count for each: its own and all below it. The planner cannot know how many
 * they are, and two lists of them that are joined would be compared each with each: what is asked of them goes by place, and is
 * gathered by unit; the places below a unit are looked up for each (the offset keeps it from becoming a join).
 */
function placesOf(values: Values, scope: Scope, question: WatchQuestion): string {
  const scoped = within(values, scope);
  const places = question.tier === 'CELLS'
    ? 'select b.id as body_id, b.lo as body_lo, b.founded_on, b.lo as position from body b'
    : `select b.id as body_id, b.lo as body_lo, b.founded_on, u.lo as position from body b
        cross join lateral (select u.lo from unit u where u.lo between b.lo and b.hi and u.lo + 0 ${scoped} offset 0) u`;
  return `${rootOf(values, scope, question)},
    body as materialized (select u.id, u.lo, u.hi, u.founded_on from root r join unit u on u.lo between r.lo and r.hi and u.lo + 0 ${scoped} where ${isWatched(question)}),
    place as materialized (${places})`;
}

const nothing = 'null::date as since, null::int as count, null::uuid as candidacy_id, null::text as name';

/** The rows of each list, `listed (id, key, unit_id, since, count, candidacy_id, name)`, and of how many they are, `whole (base)`. */
const texts: Readonly<Record<CountedList, (values: Values, scope: Scope, question: WatchQuestion) => string>> = {
  SOURCES_WITHOUT_ADMISSION: (values, scope, question) => {
    const [from, to] = [values.at(question.from), values.at(question.to)];
    const listed = `c.state = any (${values.at(listedStates)}::text[])`;
    return `${placesOf(values, scope, question)},
      eligible as materialized (
        select c.position, count(*) as count, min(c.certificate_on) as since, min(c.certificate_on) filter (where ${listed}) as waits_since,
          (array_agg(c.id order by c.certificate_on, c.id) filter (where ${listed}))[1] as candidacy_id
        from root r join candidacy c on c.position between r.lo and r.hi and c.position + 0 ${within(values, scope)}
        where (${listed} or (c.state = any (${values.at(leftStates)}::text[]) and c.last_on >= ${from}::date))
          and c.certificate_on <= ${to}::date and c.certificate_on + interval '${certificateMonths} months' >= ${from}::date group by c.position),
      told as (
        select p.position, p.body_id, null::bigint as count, null::date as since, null::date as waits_since, null::uuid as candidacy_id,
          (select sum(e.delta) from entry e where e.position_now = p.position and e.measure = 'ADMITTED' and e.occurred_on between ${from}::date and ${to}::date) as admitted
        from place p
        union all
        select e.position, null, e.count, e.since, e.waits_since, e.candidacy_id, null from eligible e),
      here as materialized (
        select array_agg(t.body_id) filter (where t.body_id is not null) as bodies, max(t.count) as count, min(t.since) as since, min(t.waits_since) as waits_since,
          (array_agg(t.candidacy_id) filter (where t.candidacy_id is not null))[1] as candidacy_id, max(t.admitted) as admitted
        from told t group by t.position),
      had as materialized (
        select b.id, sum(h.count)::int as count, min(h.since) as since, sum(h.admitted) as admitted,
          (array_agg(h.candidacy_id order by h.waits_since, h.candidacy_id) filter (where h.candidacy_id is not null))[1] as candidacy_id
        from here h cross join lateral unnest(h.bodies) as b (id) group by b.id having sum(h.count) > 0),
      whole as (select count(*) as base from had),
      listed as materialized (
        select h.id, h.since::text as key, h.id as unit_id, h.since, h.count, h.candidacy_id, null::text as name from had h where coalesce(h.admitted, 0) <= 0)`;
  },
  NO_ADMISSION: (values, scope, question) => `${placesOf(values, scope, question)},
    last as materialized (
      select p.body_id as id, max((
        select e.occurred_on from entry e where e.position_now = p.position and e.measure = 'ADMITTED' and e.occurred_on <= ${values.at(question.today)}::date
        group by e.occurred_on having sum(e.delta) > 0 order by e.occurred_on desc limit 1)) as on_day, min(p.founded_on) as founded_on
      from place p group by p.body_id),
    whole as (select count(*) as base from body),
    listed as materialized (
      select l.id, coalesce(l.on_day, l.founded_on)::text as key, l.id as unit_id, coalesce(l.on_day, l.founded_on) as since, case when l.on_day is null then 0 end as count, null::uuid as candidacy_id, null::text as name
      from last l where coalesce(l.on_day, l.founded_on) < ${values.at(question.before)}::date)`,
  NO_SOURCE: (values, scope, question) => `${placesOf(values, scope, question)},
    source as materialized (
      select y.position from root r join tally y on y.position between r.lo and r.hi and y.position + 0 ${within(values, scope)}
      where y.subject = 'CANDIDACY' and y.state = any (${values.at(listedStates)}::text[]) group by y.position having sum(y.count) > 0),
    whole as (select count(*) as base from body),
    listed as materialized (
      select p.body_id as id, lpad((min(p.body_lo) - ${values.at(scope.lo)}::bigint)::text, 19, '0') as key, p.body_id as unit_id, ${nothing}
      from place p group by p.body_id having not bool_or(p.position in (select s.position from source s)))`,
  CERTIFICATES_EXPIRING: (values, scope, question) => `${rootOf(values, scope, question)},
    held as materialized (
      select c.id, c.person_id, c.position, (c.certificate_on + interval '${certificateMonths} months')::date as until from root r
      join candidacy c on c.position between r.lo and r.hi and c.position + 0 ${within(values, scope)}
      where c.state = any (${values.at(listedStates)}::text[]) and c.certificate_on is not null),
    usable as materialized (select * from held h where h.until >= ${values.at(question.today)}::date),
    whole as (select count(*) as base from usable),
    listed as materialized (
      select s.id, s.until::text as key, p.unit_id, s.until as since, null::int as count, s.id as candidacy_id, null::text as name
      from usable s join person p on p.id = s.person_id where s.until <= ${values.at(question.until)}::date)`,
  PLACES: (values, scope, question) => {
    const today = `${values.at(question.today)}::date`;
    const had = (column: string) => `coalesce(l.${column} <= ${today}, false)`;
    const lacks = { WITHOUT_CELL: `not ${had('own_cell_since')} and not ${had('shared_cell_since')}`, SHARED_CELL: `not ${had('own_cell_since')} and ${had('shared_cell_since')}`, WITHOUT_MEMBER: `not ${had('member_since')}` }[question.gap];
    return `${rootOf(values, scope, question)},
      known as materialized (
        select l.* from root r join locality l on l.position between r.lo and r.hi and l.position + 0 ${within(values, scope)} where l.since <= ${today} and (l.ended_on is null or l.ended_on > ${today}) and l.taken_back_reason is null),
      whole as (select count(*) as base from known),
      listed as materialized (
        select l.id, lpad((l.position - ${values.at(scope.lo)}::bigint)::text, 19, '0') as key, l.unit_id, l.since, null::int as count, null::uuid as candidacy_id, l.name from known l where ${lacks})`;
  },
};

interface Row extends Omit<WatchRow, 'id' | 'percent'> {
  readonly id: string | null;
  readonly total: number;
  readonly base: number;
}

/** A page of a list, the most urgent first, by one statement. */
export async function readCountedList(scope: Scope, list: CountedList, question: WatchQuestion, page: { first: number; after: Cursor | null }): Promise<WatchPage> {
  const values = new Values();
  const text = texts[list](values, scope, question);
  const follows = page.after ? `(l.key, l.id) > (${values.at(page.after[0])}::text, ${values.at(page.after[1])}::uuid)` : 'true';
  const rows = await scope.query<Row>(
    `with ${text}
     select (select count(*)::int from listed) as total, w.base::int as base, s.id, s.key, s.unit_id as "unitId", s.since::text as since, s.count, s.candidacy_id as "candidacyId", s.name
     from whole w left join lateral (select * from listed l where ${follows} order by l.key collate "C", l.id limit ${values.at(page.first + 1)}) s on true order by s.key collate "C", s.id`,
    values.all,
  );
  const [one] = rows;
  return {
    rows: rows.flatMap(({ id, total: _total, base: _base, ...row }) => (id === null ? [] : [{ id, percent: null, ...row }])),
    totalCount: one?.total ?? 0,
    base: one?.base ?? 0,
  };
}

/** The open organisations below a unit, and the open units below it that have a target of admissions for the days of a period. */
export async function findWatchedUnits(scope: Scope, { unitId, from, endsOn }: WatchQuestion, what: 'ORGANISATIONS' | 'WITH_TARGET'): Promise<string[]> {
  const condition = what === 'ORGANISATIONS'
    ? 'exists (select from unit_kind k where k.configuration = u.configuration and k.code = u.kind and k.is_grassroots_organisation)'
    : `exists (select from target t where t.unit_id = u.id and t.indicator = 'ADMITTED' and t.dimension is null and t.starts_on = $4::date and coalesce(t.ends_on, '9999-12-31') = $5::date and t.position + 0 between $2 and $3)`;
  const rows = await scope.query<{ id: string }>(
    `select u.id from unit r join unit u on u.lo between r.lo and r.hi and u.lo + 0 between $2::bigint and $3::bigint and u.closed_on is null
     where r.id = $1::uuid and r.lo between $2 and $3 and $4::date is not null and $5::date is not null and ${condition} order by u.lo`,
    [unitId, scope.lo, scope.hi, from, endsOn],
  );
  return rows.map(({ id }) => id);
}
