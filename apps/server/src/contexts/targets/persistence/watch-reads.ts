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

/** The places inside the unit and the scope, and the open bodies that are watched, each with the places of its cells. */
function bodiesOf(values: Values, { lo, hi }: Scope, { unitId, tier, today }: WatchQuestion): string {
  const scope = `between ${values.at(lo)}::bigint and ${values.at(hi)}::bigint`;
  const open = (condition: string) => `select u.id, u.lo, u.founded_on from root r join unit u on u.lo between r.lo and r.hi and u.lo + 0 ${scope} and u.closed_on is null
    join unit_kind k on k.configuration = u.configuration and k.code = u.kind where ${condition}`;
  const places = tier === 'CELLS'
    ? 'select b.id as body_id, b.lo as position from body b'
    : `select b.id as body_id, c.lo as position from cell c join placement p on p.unit_id = c.id and p.valid @> ${values.at(today)}::date and p.position + 0 ${scope}
       cross join lateral unnest(p.ancestors) as a (id) join body b on b.id = a.id`;
  return `root as materialized (select u.lo, u.hi from unit u where u.id = ${values.at(unitId)}::uuid and u.lo + 0 ${scope}),
    cell as materialized (${open('k.holds_members')}),
    body as materialized (${tier === 'CELLS' ? 'select * from cell' : open('k.is_grassroots_organisation')}),
    place as materialized (${places})`;
}

const nothing = 'null::date as since, null::int as count, null::uuid as candidacy_id, null::text as name';

/** The rows of each list, `listed (id, key, unit_id, since, count, candidacy_id, name)`, and of how many they are, `whole (base)`. */
const texts: Readonly<Record<CountedList, (values: Values, scope: Scope, question: WatchQuestion) => string>> = {
  SOURCES_WITHOUT_ADMISSION: (values, scope, question) => {
    const [from, to] = [values.at(question.from), values.at(question.to)];
    return `${bodiesOf(values, scope, question)},
      eligible as materialized (
        select c.id, c.position, c.certificate_on, c.state = any (${values.at(listedStates)}::text[]) as waits from root r
        join candidacy c on c.position between r.lo and r.hi and c.position + 0 between ${values.at(scope.lo)}::bigint and ${values.at(scope.hi)}::bigint
        where (c.state = any (${values.at(listedStates)}::text[]) or (c.state = any (${values.at(leftStates)}::text[]) and c.last_on >= ${from}::date))
          and c.certificate_on <= ${to}::date and c.certificate_on + interval '${certificateMonths} months' >= ${from}::date),
      had as materialized (
        select p.body_id, count(*)::int as count, min(e.certificate_on) as since, (array_agg(e.id order by e.certificate_on, e.id) filter (where e.waits))[1] as candidacy_id
        from place p join eligible e on e.position = p.position group by p.body_id),
      whole as (select count(*) as base from had),
      listed as materialized (
        select h.body_id as id, h.since::text as key, h.body_id as unit_id, h.since, h.count, h.candidacy_id, null::text as name from had h
        where not exists (select from place p join entry e on e.position_now = p.position and e.measure = 'ADMITTED' and e.occurred_on between ${from}::date and ${to}::date
          where p.body_id = h.body_id having sum(e.delta) > 0))`;
  },
  NO_ADMISSION: (values, scope, question) => `${bodiesOf(values, scope, question)},
    last as materialized (
      select b.id, b.founded_on, (select max(d.on_day) from place p cross join lateral (
        select e.occurred_on as on_day from entry e where e.position_now = p.position and e.measure = 'ADMITTED' and e.occurred_on <= ${values.at(question.today)}::date
        group by e.occurred_on having sum(e.delta) > 0 order by e.occurred_on desc limit 1) d where p.body_id = b.id) as on_day from body b),
    whole as (select count(*) as base from body),
    listed as materialized (
      select l.id, coalesce(l.on_day, l.founded_on)::text as key, l.id as unit_id, coalesce(l.on_day, l.founded_on) as since, case when l.on_day is null then 0 end as count, null::uuid as candidacy_id, null::text as name
      from last l where coalesce(l.on_day, l.founded_on) < ${values.at(question.before)}::date)`,
  NO_SOURCE: (values, scope, question) => `${bodiesOf(values, scope, question)},
    source as materialized (
      select y.position from root r join tally y on y.position between r.lo and r.hi and y.position + 0 between ${values.at(scope.lo)}::bigint and ${values.at(scope.hi)}::bigint
      where y.subject = 'CANDIDACY' and y.state = any (${values.at(listedStates)}::text[]) group by y.position having sum(y.count) > 0),
    whole as (select count(*) as base from body),
    listed as materialized (
      select b.id, lpad((b.lo - ${values.at(scope.lo)}::bigint)::text, 19, '0') as key, b.id as unit_id, ${nothing} from body b
      where not exists (select from place p join source s on s.position = p.position where p.body_id = b.id))`,
  CERTIFICATES_EXPIRING: (values, scope, question) => `${bodiesOf(values, scope, question)},
    held as materialized (
      select c.id, c.person_id, c.position, (c.certificate_on + interval '${certificateMonths} months')::date as until from root r
      join candidacy c on c.position between r.lo and r.hi and c.position + 0 between ${values.at(scope.lo)}::bigint and ${values.at(scope.hi)}::bigint
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
    return `${bodiesOf(values, scope, question)},
      known as materialized (
        select l.* from root r join locality l on l.position between r.lo and r.hi and l.position + 0 between ${values.at(scope.lo)}::bigint and ${values.at(scope.hi)}::bigint where l.since <= ${today} and (l.ended_on is null or l.ended_on > ${today}) and l.taken_back_reason is null),
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
     where r.id = $1::uuid and r.lo + 0 between $2 and $3 and $4::date is not null and $5::date is not null and ${condition} order by u.lo`,
    [unitId, scope.lo, scope.hi, from, endsOn],
  );
  return rows.map(({ id }) => id);
}
