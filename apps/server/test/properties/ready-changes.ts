import type pg from 'pg';
import { opaque } from './literals.ts';

/*
 * What a change can be made of, just now: for each mutation the inputs that name something that is ready for it inside a scope, with the
 * version and the days that it stands at. Chance alone would make some changes once in a night, and a property of refusals proves little.
 */

/** What is known to who asks, and to the database as a hash alone: the codes of letters by their ids, and who was unlocked by which account at which version. */
export interface Heard {
  readonly codes: Map<string, string>;
  readonly unlocked: Map<string, { readonly person: string; readonly version: string }>;
}

/** Input fields by name, as literals. */
export type Ready = Readonly<Record<string, string>>;

const latest = `not exists (select from candidacy l where l.person_id = c.person_id and l.ordinal > c.ordinal) and exists (select from unit u where u.lo = c.position and u.closed_on is null)`;
const openCandidacies = `select c.id as candidacy, c.version as "expectedVersion", c.last_on::text as on from candidacy c where c.position between $1 and $2 and ${latest}`;
const letters = `select t.id as transfer, t.version as "expectedVersion" from transfer t join transfer_receiver r on r.transfer_id = t.id
  where t.from_position between $1 and $2 and r.position between $1 and $2`;

const items = `select i.id as item, i.version as "expectedVersion", (select k.done_on from plan_item_check k where k.item_id = i.id order by k.id desc limit 1) as done
  from plan_item i where i.position between $1 and $2 and i.taken_back_reason is null`;

const localities = `select l.id as locality, l.version as "expectedVersion" from locality l where l.position between $1 and $2 and l.ended_on is null and l.taken_back_reason is null`;

/** One row of what is ready for a mutation, its columns named like the input fields. $3 are the ids of letters whose codes are known. */
const questions: Readonly<Record<string, string>> = {
  recordStep: `select q.*, 'LISTED' as step from (${openCandidacies} and c.state = 'SOURCE') q`,
  recordSteps: `select q.*, 'LISTED' as step, false as "dryRun" from (${openCandidacies} and c.state = 'SOURCE') q`,
  undoStep: `select c.id as candidacy, s.id as step, c.version as "expectedVersion" from candidacy c
    cross join lateral (select l.* from candidacy_step l where l.candidacy_id = c.id order by l.id desc limit 1) s
    where c.position between $1 and $2 and ${latest} and s.step in ('LISTED', 'DROPPED', 'WITHDRAWN') and s.reverses is null`,
  beginAgain: `${openCandidacies} and c.state in ('DROPPED', 'WITHDRAWN')`,
  takeUpMember: `select p.id as person from person p join unit u on u.id = p.unit_id
    where p.position between $1 and $2 and u.closed_on is null and p.state = 'OFFICIAL' and not exists (select from candidacy c where c.person_id = p.id)
      and (select sum(e.delta) from entry e where e.subject_id = p.id and e.unit_id = p.unit_id and e.measure = 'OFFICIAL_MEMBERS') = 1`,
  nameParticipant: `select q.candidacy, 'NOMINATOR' as kind, 'TRADE_UNION' as organisation, null as member, null as together, null as "togetherSince", q.on as "from" from (${openCandidacies} and c.state = 'SOURCE') q`,
  changePaper: `select p.candidacy_id as candidacy, p.id as paper, p.version as "expectedVersion" from paper p where p.position between $1 and $2`,
  dismissParticipant: `select t.candidacy_id as candidacy, t.id as participant, t.version as "expectedVersion", lower(t.valid)::text as on
    from participant t where t.position between $1 and $2 and upper_inf(t.valid)`,
  issueTransfer: `select p.id as person, 'OFFICIAL' as kind, null as "toUnit", false as "isUnderOneUpper", '2021-05-01' as on from person p join unit u on u.id = p.unit_id
    where p.position between $1 and $2 and u.closed_on is null and p.state <> 'FORMER'
      and not exists (select from transfer t where t.person_id = p.id and (t.state = 'ISSUED' or (t.state = 'ACCEPTED' and t.kind = 'TEMPORARY')))`,
  acceptTransfer: `select q.*, '2021-06-01' as on from (${letters} and t.state = 'ISSUED') q`,
  endTemporaryTransfer: `select q.*, '2021-06-01' as on from (${letters} and t.state = 'ACCEPTED' and t.kind = 'TEMPORARY') q`,
  claimTransfer: `select t.id as code, u.id as unit, '2021-06-01' as on from transfer t, unit u join unit_kind k on k.configuration = u.configuration and k.code = u.kind
    where t.id = any ($3::uuid[]) and t.state = 'ISSUED' and not t.is_under_one_upper and t.kind <> 'INTERNAL' and t.from_position between $1 and $2
      and u.lo between $1 and $2 and u.id <> t.from_unit_id and k.holds_members and u.closed_on is null`,
  givePower: `select u.id as unit, 'DECIDES_ADMISSIONS' as power, d.day as from, d.day as until from unit u join unit_kind k on k.configuration = u.configuration and k.code = u.kind
    cross join (select (date '2030-01-01' + (random() * 9999)::int)::text as day) d
    where u.lo between $1 and $2 and u.closed_on is null and k.is_grassroots_organisation and not k.holds_members and not 'DECIDES_ADMISSIONS' = any (k.powers)
      and exists (select from unit a join unit_kind ak on ak.configuration = a.configuration and ak.code = a.kind where a.lo >= $1 and a.lo < u.lo and a.hi >= u.hi and 'DECIDES_ADMISSIONS' = any (ak.powers))`,
  endPower: `select w.id as power, w.version as "expectedVersion", '2016-03-10' as on from unit_power w join unit u on u.id = w.unit_id
    where u.lo between $1 and $2 and u.closed_on is null and w.valid = daterange('2016-02-01', '2016-08-01')
      and exists (select from unit a join unit_kind ak on ak.configuration = a.configuration and ak.code = a.kind where a.lo >= $1 and a.lo < u.lo and a.hi >= u.hi and 'DECIDES_ADMISSIONS' = any (ak.powers))`,
  checkPlanItem: `select item, "expectedVersion", '2018-03-10' as on from (${items}) q where done is null`,
  uncheckPlanItem: `select item, "expectedVersion" from (${items}) q where done is not null`,
  answerReminder: `select r.id as reminder, r.version as "expectedVersion", '2018-03-10' as on from reminder r
    where r.position between $1 and $2 and not r.by_position between $1 and $2 and r.taken_back_reason is null`,
  changeLocality: `select locality, "expectedVersion" from (${localities}) q`,
  endLocality: `select locality, "expectedVersion", '2019-03-10' as on from (${localities}) q`,
  makePlan: `select u.id as unit, y.year, null as document, null as parent from unit u cross join generate_series(2018, 2024) as y (year)
    where u.lo between $1 and $2 and u.closed_on is null and not exists (select from plan p where p.unit_id = u.id and p.year = y.year)`,
};

const typesOf: Readonly<Record<string, string>> = { person: 'Person', candidacy: 'Candidacy', paper: 'Paper', participant: 'Participant', transfer: 'Transfer', unit: 'Unit', item: 'PlanItem', reminder: 'Reminder', locality: 'Locality' };

function literal(mutation: string, name: string, value: unknown, heard: Heard): string {
  const text = String(value);
  if (name === 'code') return JSON.stringify(heard.codes.get(text));
  if (mutation === 'undoStep' && name === 'step') return JSON.stringify(opaque('CandidacyStep', text));
  if (mutation === 'endPower' && name === 'power') return JSON.stringify(opaque('UnitPower', text));
  if (name === 'step' || name === 'power' || name === 'kind' || typeof value !== 'string') return text;
  return JSON.stringify(typesOf[name] ? opaque(typesOf[name], text) : text);
}

/** What a mutation can be made of inside an interval by an account, or null where nothing is ready. */
export async function readyFor(owner: pg.Client, mutation: string, at: { readonly lo: string; readonly hi: string; readonly account: string }, heard: Heard): Promise<Ready | null> {
  if (mutation === 'recordSensitive') {
    const seen = heard.unlocked.get(at.account);
    return seen ? { person: JSON.stringify(opaque('Person', seen.person)), expectedVersion: JSON.stringify(seen.version) } : null;
  }
  const question = questions[mutation];
  if (!question) return null;
  const codes = question.includes('$3') ? [[...heard.codes.keys()]] : [];
  const { rows } = await owner.query<Record<string, unknown>>(`select * from (${question}) ready order by random() limit 1`, [at.lo, at.hi, ...codes]);
  return rows[0] ? Object.fromEntries(Object.entries(rows[0]).map(([name, value]) => [name, literal(mutation, name, value, heard)])) : null;
}
