import type pg from 'pg';
import type { DemoCandidacy, DemoFactKind, DemoProvince, DemoStep, DemoUnit } from '@banyan/demo';
import {
  approvalPathOf, beginDossier, committeeProposes, deadlineOf, dueOnOf, rulePackOn, takeStep, type ChainUnit, type Deadline, type Dossier, type RecordedStep, type WorkingCalendar,
} from '../src/contexts/people/index.ts';
import { write, type Cell, type Written } from './copy.ts';
import type { ProvinceIds } from './load-demo-ids.ts';

/** What the rules need to know of the kinds of units and of the days that are not worked: data of the database. */
export interface Rules {
  readonly calendar: WorkingCalendar;
  readonly kinds: ReadonlyMap<string, Omit<ChainUnit, 'id'>>;
}

/** Reads the rules as the migrations left them. */
export async function readRules(client: pg.Client): Promise<Rules> {
  const holidays = await client.query<{ day: string }>('select day::text from holiday');
  const kinds = await client.query<Omit<ChainUnit, 'id'> & { kind: string }>(
    `select configuration || ' ' || code as kind, tier, holds_members as "holdsMembers", is_grassroots_organisation as "isGrassrootsOrganisation",
       'DECIDES_ADMISSIONS' = any (powers) as "decidesAdmissions" from unit_kind`,
  );
  return { calendar: { holidays: new Set(holidays.rows.map(({ day }) => day)) }, kinds: new Map(kinds.rows.map(({ kind, ...traits }) => [kind, traits])) };
}

/** A candidacy with what its steps add up to, and the limit that ran when each was taken. */
interface AddedUp {
  readonly candidacy: DemoCandidacy;
  readonly rulePack: string;
  readonly dossier: Dossier;
  readonly deadline: Deadline | null;
  readonly limits: readonly (string | null)[];
}

function recordedStepOf(step: DemoStep): RecordedStep {
  return {
    step: step.step,
    on: step.on,
    documentNumber: step.documentNumber ?? null,
    certificateNumber: step.certificateNumber ?? null,
    provinceConsentNumber: step.provinceConsentNumber ?? null,
    receivedOn: step.receivedOn ?? null,
    upperConsentNumber: step.upperConsentNumber ?? null,
    removalGround: step.removalGround ?? null,
    reason: step.reason ?? null,
    vote: step.vote ?? null,
  };
}

/** Takes the steps one by one, as the product does. Whoever moved in between took some on another path: either row of a step will do. */
function addUp(candidacy: DemoCandidacy, isProposed: boolean, calendar: WorkingCalendar): AddedUp {
  const [first, ...others] = candidacy.steps;
  if (first?.step !== 'IDENTIFIED') throw new Error(`the candidacy of ${candidacy.personKey} does not begin`);
  const pack = rulePackOn(first.on);
  let dossier = beginDossier(first.on);
  let deadline: Deadline | null = null;
  const limits: (string | null)[] = [null];
  for (const step of others) {
    const recorded = recordedStepOf(step);
    const next: Dossier | null =
      takeStep(dossier, recorded, { pack, committeeProposes: isProposed }) ?? takeStep(dossier, recorded, { pack, committeeProposes: !isProposed });
    if (!next || step.on < dossier.lastOn) throw new Error(`${candidacy.personKey}: ${step.step} on ${step.on} cannot follow ${dossier.state}`);
    limits.push(dueOnOf(recorded.step, deadline));
    dossier = next;
    deadline = deadlineOf(dossier, pack, calendar);
  }
  return { candidacy, rulePack: pack.code, dossier, deadline, limits };
}

/** Whether a committee proposes above each unit of a province. */
function pathsOf({ units, configuration }: DemoProvince, { kinds }: Rules): Map<string, boolean> {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const chainUnit = ({ code, kind }: DemoUnit): ChainUnit => {
    const traits = kinds.get(`${configuration} ${kind}`);
    if (!traits) throw new Error(`no kind ${kind}`);
    return { id: code, ...traits };
  };
  return new Map(units.map((unit) => {
    const chain: ChainUnit[] = [];
    for (let at: DemoUnit | undefined = unit; at; at = byCode.get(at.parentCode ?? '')) chain.unshift(chainUnit(at));
    return [unit.code, committeeProposes(approvalPathOf(chain))];
  }));
}

/** All candidacies of a province, added up. */
function addUpCandidacies(province: DemoProvince, rules: Rules): AddedUp[] {
  const paths = pathsOf(province, rules);
  const units = new Map([...province.people, ...province.candidates].map(({ key, unitCode }) => [key, unitCode]));
  return province.candidacies.map((candidacy) => addUp(candidacy, paths.get(units.get(candidacy.personKey) ?? '') ?? false, rules.calendar));
}

const columns = [
  'person_key', 'rule_pack', 'began_on', 'state', 'last_on', 'certificate_on', 'file_opened_on', 'cell_proposed_on', 'admission_decided_on', 'decision_received_on', 'ceremony_on',
  'recognition_proposed_on', 'recognition_decided_on', 'official_on', 'left_on', 'removal_ground', 'failed_votes', 'is_extended', 'due_kind', 'due_on', 'due_runs_from', 'due_counted_in',
  'steps', 'days', 'documents', 'certificates', 'consents', 'received', 'upper_consents', 'grounds', 'reasons', 'vote_bases', 'votes_present', 'votes_in_favour', 'limits', 'admitted', 'recognised', 'gone',
].join(', ');

const exits = ['REMOVED', 'EXPELLED', 'LEFT', 'DECEASED'] as const;

/** What each step has of something; null where none has any, which is read as a list of nothing. */
function list(steps: readonly DemoStep[], of: (step: DemoStep) => string | number | undefined): Cell {
  const values = steps.map(of);
  return values.some((value) => value !== undefined) ? values : null;
}

function rowOf({ candidacy, rulePack, dossier, deadline, limits }: AddedUp, ids: ProvinceIds): readonly Cell[] {
  const { steps } = candidacy;
  const standing = (kind: DemoFactKind) => ids.standing(candidacy.personKey, kind);
  return [
    candidacy.personKey, rulePack, steps[0]?.on, dossier.state, dossier.lastOn, dossier.certificateOn, dossier.fileOpenedOn, dossier.cellProposedOn, dossier.admissionDecidedOn,
    dossier.decisionReceivedOn, dossier.ceremonyOn, dossier.recognitionProposedOn, dossier.recognitionDecidedOn, dossier.officialOn, dossier.leftOn, dossier.removalGround, dossier.failedVotes, dossier.isExtended,
    deadline?.kind, deadline?.dueOn, deadline?.runsFrom, deadline?.countedIn,
    steps.map(({ step }) => step), steps.map(({ on }) => on), list(steps, (step) => step.documentNumber), list(steps, (step) => step.certificateNumber),
    list(steps, (step) => step.provinceConsentNumber), list(steps, (step) => step.receivedOn), list(steps, (step) => step.upperConsentNumber), list(steps, (step) => step.removalGround), list(steps, (step) => step.reason),
    list(steps, ({ vote }) => vote?.base), list(steps, ({ vote }) => vote?.present), list(steps, ({ vote }) => vote?.inFavour), limits,
    standing('ADMITTED'), standing('RECOGNISED'), exits.map(standing).find((id) => id !== undefined),
  ];
}

/** Candidacies of a province with what their steps add up to, each with its whole timeline in one row; their papers and the people around them. */
export function writeCandidacies(province: DemoProvince, ids: ProvinceIds, rules: Rules): Written[] {
  const added = addUpCandidacies(province, rules);
  const papers = added.flatMap(({ candidacy: { personKey, papers: held } }) =>
    held.map((paper) => [personKey, paper.kind, paper.isThere, paper.madeOn, paper.number, paper.body, paper.conclusion]),
  );
  const participants = added.flatMap(({ candidacy: { personKey, participants: around } }) =>
    around.map((one) => [personKey, one.kind, one.memberKey, one.organisation, one.name, one.from]),
  );
  return [
    write(`demo_candidacy (${columns})`, added.map((one) => rowOf(one, ids))),
    write('demo_paper (person_key, kind, is_there, made_on, number, body, conclusion)', papers),
    write('demo_participant (person_key, kind, member_key, organisation, name, starts_on)', participants),
  ];
}
