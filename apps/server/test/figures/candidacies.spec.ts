import { demonstrationAccounts } from '@banyan/demo';
import { candidacyStates, type CandidacyState, type Step } from '@banyan/schema/lifecycle';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deadlineOf, dueOnOf } from '../../src/contexts/people/domain/deadline.ts';
import { beginDossier, takeStep, type Dossier, type RecordedStep } from '../../src/contexts/people/domain/dossier.ts';
import { judgeStep } from '../../src/contexts/people/domain/judge-step.ts';
import { factKindOf } from '../../src/contexts/people/domain/ledger-fact.ts';
import { rulePackOn, type RulePack } from '../../src/contexts/people/domain/rule-pack.ts';
import { dayInVietNam } from '../../src/kernel/day.ts';
import type { FreshDatabase } from '../database.ts';
import { demonstrationDatabase, demonstrationNow } from './demonstration.ts';

interface StepRow extends RecordedStep {
  entryEventId: string | null;
  dueOn: string | null;
}

interface Row {
  id: string;
  person: string;
  root: string;
  kind: string;
  unit: string;
  today: string;
  personState: string;
  birthDate: string;
  education: string;
  youthUnion: string;
  areas: string[];
  organisations: string[];
  rulePack: string;
  version: number;
  beganOn: string;
  introducers: number;
  dossier: Dossier;
  deadline: { kind: string; dueOn: string; runsFrom: string; countedIn: string } | null;
  ofPerson: object;
  moved: boolean;
}

const now = dayInVietNam(demonstrationNow);
let database: FreshDatabase;
let client: pg.Client;
let rows: Row[];
let steps: Map<string, StepRow[]>;
let holidays: Set<string>;

beforeAll(async () => {
  database = await demonstrationDatabase();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  holidays = new Set((await client.query<{ day: string }>('select day::text from holiday')).rows.map(({ day }) => day));
  ({ rows } = await client.query<Row>(
    `select c.id, p.full_name as person, split_part(u.code, '.', 1) as root, u.kind, u.code as unit, coalesce(u.last_data_on::text, $1) as today, p.state as "personState",
       p.birth_date::text as "birthDate", p.education, p.youth_union as "youthUnion",
       (select f.areas from unit_profile f where f.unit_id = u.id and upper_inf(f.valid)) as areas,
       array(select t.organisation from participant t where t.candidacy_id = c.id and t.kind = 'INTRODUCER' and t.organisation is not null) as organisations, c.rule_pack as "rulePack", c.version, c.began_on::text as "beganOn",
       (select count(*)::int from participant t where t.candidacy_id = c.id and t.kind = 'INTRODUCER' and upper_inf(t.valid)) as introducers,
       json_build_object('state', c.state, 'lastOn', c.last_on::text, 'certificateOn', c.certificate_on::text, 'fileOpenedOn', c.file_opened_on::text, 'cellProposedOn', c.cell_proposed_on::text,
         'admissionDecidedOn', c.admission_decided_on::text, 'decisionReceivedOn', c.decision_received_on::text, 'ceremonyOn', c.ceremony_on::text,
         'recognitionProposedOn', c.recognition_proposed_on::text, 'recognitionDecidedOn', c.recognition_decided_on::text, 'officialOn', c.official_on::text,
         'leftOn', c.left_on::text, 'removalGround', c.removal_ground, 'failedVotes', c.failed_votes, 'isExtended', c.is_extended) as dossier,
       case when c.due_kind is not null then json_build_object('kind', c.due_kind, 'dueOn', c.due_on::text, 'runsFrom', c.due_runs_from::text, 'countedIn', c.due_counted_in) end as deadline,
       json_build_object('admissionDecidedOn', p.admission_decided_on::text, 'ceremonyOn', p.ceremony_on::text, 'recognitionDecidedOn', p.recognition_decided_on::text,
         'officialOn', p.official_on::text, 'leftOn', p.left_on::text) as "ofPerson",
       exists (select from entry e where e.subject_id = p.id and e.measure = 'TRANSFERRED_OUT') as moved
     from candidacy c join person p on p.id = c.person_id and p.position = c.position join unit u on u.id = p.unit_id`,
    [now],
  ));
  const timeline = await client.query<{ candidacy: string; steps: StepRow[] }>(
    `select candidacy_id as candidacy, json_agg(json_build_object('step', step, 'on', happened_on::text, 'documentNumber', document_number, 'certificateNumber', certificate_number,
       'provinceConsentNumber', province_consent_number, 'receivedOn', received_on::text, 'upperConsentNumber', upper_consent_number, 'removalGround', removal_ground, 'reason', reason, 'entryEventId', entry_event_id, 'dueOn', due_on::text,
       'vote', case when vote_base is not null then json_build_object('base', vote_base, 'present', vote_present, 'inFavour', vote_in_favour) end) order by id) as steps
     from candidacy_step group by candidacy_id`,
  );
  steps = new Map(timeline.rows.map((row) => [row.candidacy, row.steps]));
}, 480_000);

afterAll(async () => {
  await client.end();
  await database.drop();
});

/** The first complaint about a candidacy, told as a text: all of them are replayed, and one that is wrong is enough. */
function complaintOf(row: Row): string | null {
  const [first, ...others] = steps.get(row.id) ?? [];
  if (first?.step !== 'IDENTIFIED' || first.on !== row.beganOn) return 'does not begin';
  const pack: RulePack = rulePackOn(row.beganOn);
  if (pack.code !== row.rulePack || row.version !== others.length + 1) return `keeps the pack ${row.rulePack} and the version ${row.version}`;
  let dossier = beginDossier(first.on);
  for (const recorded of others) {
    // Whoever moved took some steps on the path of another unit.
    const paths = row.moved ? [true, false] : [row.kind === 'CELL'];
    const limit = deadlineOf(dossier, pack, { holidays });
    const given = {
      pack, birthDate: row.birthDate, today: row.today, introducers: 2, committeeDecides: false, arrivedOn: null, lastStep: null, education: row.education, youthUnion: row.youthUnion, areas: row.areas,
      // Of a file that has ended the papers are not kept in detail.
      introducingOrganisations: row.organisations, newMemberCertificateOn: row.beganOn, ceremonyDueOn: limit?.kind === 'CEREMONY' ? limit.dueOn : null,
    };
    const path = paths.find((committeeProposes) => judgeStep(dossier, recorded, { ...given, committeeProposes }) === null);
    const refusal = judgeStep(dossier, recorded, { ...given, committeeProposes: paths[0]! });
    const next = path === undefined ? null : takeStep(dossier, recorded, { pack, committeeProposes: path });
    if (!next) return `${recorded.step} on ${recorded.on} after ${dossier.state}: ${refusal?.code}`;
    if (recorded.dueOn !== dueOnOf(recorded.step, deadlineOf(dossier, pack, { holidays }))) return `${recorded.step} was taken within the limit ${recorded.dueOn}`;
    if ((recorded.entryEventId !== null) !== (factKindOf(recorded.step) !== null)) return `${recorded.step} has the event ${recorded.entryEventId}`;
    dossier = next;
  }
  const { admissionDecidedOn, ceremonyOn, recognitionDecidedOn, officialOn, leftOn } = dossier;
  const state = leftOn !== null ? 'FORMER' : officialOn !== null ? 'OFFICIAL' : ceremonyOn !== null ? 'PROBATIONARY' : 'CANDIDATE';
  const expected = { dossier, deadline: deadlineOf(dossier, pack, { holidays }), person: { admissionDecidedOn, ceremonyOn, recognitionDecidedOn, officialOn, leftOn }, state };
  const loaded = { dossier: row.dossier, deadline: row.deadline, person: row.ofPerson, state: row.personState };
  return JSON.stringify(expected) === JSON.stringify(loaded) ? null : `adds up to ${JSON.stringify(expected)} and not to ${JSON.stringify(loaded)}`;
}

describe.each(['nam-dinh', 'long-an', 'hai-phong', 'quang-binh', 'quang-nam', 'song-mau'])('candidacies of %s', (root) => {
  test('replayed by the lifecycle, add up to what was loaded, within the rules of their time', () => {
    const here = rows.filter((row) => row.root === root);
    expect(here.length).toBeGreaterThan(200);
    const complaints = here.flatMap((row) => {
      const complaint = complaintOf(row);
      return complaint === null ? [] : [`${row.unit} ${row.person}: ${complaint}`];
    });
    expect(complaints.slice(0, 5)).toEqual([]);
  });

  test('are there for everybody who was admitted in the records, and for every candidate', async () => {
    const without = await client.query(
      `select p.full_name from person p join unit u on u.id = p.unit_id where (u.code = $1 or u.code like $1 || '.%')
         and (p.state = 'CANDIDATE' or exists (select from entry e where e.subject_id = p.id and e.measure = 'ADMITTED'))
         and not exists (select from candidacy c where c.person_id = p.id) limit 3`,
      [root],
    );
    expect(without.rows).toEqual([]);
  });
});

test('an event of the ledger that a step names stands, and is of the same person and kind', async () => {
  const { rows: wrong } = await client.query(
    `select s.step, s.happened_on from candidacy_step s join candidacy c on c.id = s.candidacy_id
     where s.entry_event_id is not null and not exists (
       select from entry e where e.event_id = s.entry_event_id and e.subject_id = c.person_id and e.delta = 1 and e.measure = case s.step
           when 'CEREMONY_HELD' then 'ADMITTED' when 'LEFT_BY_REQUEST' then 'LEFT' when 'ADMISSION_ANNULLED' then 'REMOVED' else s.step end
         and not exists (select from entry r where r.reverses = e.id)) limit 3`,
  );
  expect(wrong).toEqual([]);
});

describe('the province that lives in the present', () => {
  const here = () => rows.filter((row) => row.root === 'song-mau');
  const inState = (state: CandidacyState) => here().filter(({ dossier }) => dossier.state === state);
  const open = () => here().filter(({ deadline }) => deadline !== null);
  const lastStep = (row: Row): Step => steps.get(row.id)!.at(-1)!.step;

  test('has candidacies in every state, many at the beginning and few before the decision', () => {
    // Who was taken up by mistake is in no state: what was taken back is a mistake that was undone.
    expect(candidacyStates.filter((state) => inState(state).length === 0)).toEqual(['TAKEN_BACK']);
    const sum = (states: CandidacyState[]) => states.reduce((total, state) => total + inState(state).length, 0);
    expect(sum(['SOURCE', 'LISTED', 'TRAINING', 'TRAINED'])).toBeGreaterThan(3 * sum(['FILE_OPEN', 'VERIFYING', 'CELL_PROPOSED', 'GRASSROOTS_PROPOSED', 'SUBMITTED', 'RETURNED']));
    expect(inState('ADMISSION_DECIDED').length).toBeGreaterThanOrEqual(10);
    const running = here().filter(({ personState, dossier }) => ['CANDIDATE', 'PROBATIONARY'].includes(personState) && !['REFUSED', 'DROPPED', 'WITHDRAWN'].includes(dossier.state));
    expect(running.length).toBeGreaterThan(600);
    expect(running.length).toBeLessThan(800);
  });

  test('leaves something overdue, something for this week, something extended, and people who wait for their recognition', () => {
    const due = (from: string, to: string) => open().filter(({ deadline }) => deadline!.dueOn >= from && deadline!.dueOn <= to);
    expect(due('2000-01-01', '2026-11-19').length).toBeGreaterThan(15);
    expect(due('2026-11-20', '2026-11-26').length).toBeGreaterThan(4);
    expect(open().filter(({ dossier }) => dossier.isExtended).length).toBeGreaterThan(2);
    const unrecognised = here().filter(({ dossier }) => dossier.ceremonyOn !== null && dossier.ceremonyOn <= '2025-11-18' && dossier.officialOn === null && dossier.leftOn === null);
    expect(unrecognised.length).toBeGreaterThanOrEqual(25);
    expect(unrecognised.length).toBeLessThanOrEqual(36);
  });

  test('names who introduces everybody whom a cell has proposed, and counts no candidate', () => {
    const proposed = here().filter(({ dossier, personState }) => personState === 'CANDIDATE' && dossier.cellProposedOn !== null && dossier.state !== 'REFUSED');
    expect(proposed.filter(({ introducers }) => introducers < 2)).toEqual([]);
    expect(here().filter(({ personState, ofPerson }) => personState === 'CANDIDATE' && 'ceremonyOn' in ofPerson && ofPerson.ceremonyOn !== null)).toEqual([]);
  });

  test('has work for the secretary of a cell and for the commune that decides', () => {
    const unitOf = (name: string) => demonstrationAccounts.find((account) => account.name === name)!.grants[0]!.unitCode;
    const cell = here().filter(({ unit, personState }) => unit === unitOf('secretary@song-mau') && personState === 'CANDIDATE');
    expect(cell.length).toBeGreaterThan(9);
    expect(cell.filter(({ dossier }) => dossier.state === 'ADMISSION_DECIDED')).toHaveLength(1);
    const commune = here().filter(({ unit }) => unit.startsWith(`${unitOf('staff@an-kieu')}.`));
    expect(commune.filter(({ dossier }) => dossier.state === 'RECOGNITION_SUBMITTED').length).toBeGreaterThanOrEqual(12);
    expect(commune.filter((row) => row.dossier.state === 'SUBMITTED' && lastStep(row) !== 'RETURNED').length).toBeGreaterThanOrEqual(5);
  });
});
