import { getNamedType, isEnumType, isInputObjectType, isListType, isNonNullType, type GraphQLField, type GraphQLInputType, type GraphQLNamedType, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuiltServer } from '../../src/server.ts';
import { ask } from '../worlds/ask.ts';
import { digestOf, rowsOf } from '../worlds/digest.ts';
import { Draw } from '../worlds/draw.ts';
import { nightly } from '../worlds/sizes.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { personalNumber, personalNumbersIn } from '../worlds/canaries.ts';
import { forgetWays } from '../worlds/ways.ts';
import type { World } from '../worlds/world-model.ts';
import { isAboutCandidacies } from './candidacy-values.ts';
import { introspected } from './documents.ts';
import { targets, type Target } from './schema-edges.ts';
import { knowledgeOf, knowledgeOfStranger, leaksIn, type Knowledge } from './judge.ts';
import { opaque, rowsFor } from './literals.ts';
import { mutationText, type Written } from './mutation-text.ts';
import { Oracle } from './oracle.ts';
import { readerKinds, type ReaderKind } from './random-readers.ts';
import { readyFor, type Heard, type Ready } from './ready-changes.ts';

/*
 * Every mutation about candidacies, about what their limits and deciders rest on, and about what units keep, that introspection tells of, with every input field, by every reader, about people and units inside
 * the scope, outside of it, above it, beside it, and nowhere. Outside the scope the database is the same before and after, to the byte.
 */

/** In each round of a night other ones. */
const worldsAsked = 2;

let shared: Worlds;
let server: BuiltServer;
let schema: GraphQLSchema;
const hits = new Set<string>();
/** The version of the year 2018 of the calendar of each unit that was named, as its reader saw it last. */
const versions = new Map<string, string>();
const outcomes = new Map<string, number>();
const heard: Heard = { codes: new Map(), unlocked: new Map() };

beforeAll(async () => {
  shared = await openWorlds();
  // Some were members before their way was recorded.
  const { rows } = await shared.owner.query<{ id: string }>(`select id from person where state = 'OFFICIAL' order by id`);
  await forgetWays(shared.owner, rows.flatMap(({ id }, index) => (index % 6 === 0 ? [id] : [])));
  server = await serve(shared.database);
  schema = await introspected(server);
}, openingMilliseconds);
afterAll(async () => {
  await server.close();
  await shared.drop();
});

/** What a mutation names: somebody's candidacy, a member, a unit. */
interface Named {
  readonly person: string;
  readonly unit: string;
  /** Input fields that name something that is ready for the change. */
  readonly ready?: Ready;
}

/** What is written for an input field of that name. */
function value(draw: Draw, name: string, type: GraphQLNamedType, named: Named, world: number): string {
  const ready = named.ready?.[name];
  if (ready !== undefined) return ready;
  if (isEnumType(type)) return name === 'step' && draw.chance(80) ? draw.pick(['LISTED', 'DROPPED', 'WITHDRAWN', 'CEREMONY_HELD', 'ADMISSION_DECIDED']) : draw.pick(type.getValues()).name;
  switch (name) {
    case 'candidacy': return JSON.stringify(opaque('Candidacy', named.person));
    case 'step': return JSON.stringify(opaque('CandidacyStep', named.person));
    case 'participant': return JSON.stringify(opaque('Participant', named.person));
    case 'paper': return JSON.stringify(opaque('Paper', named.person));
    case 'file': return JSON.stringify(opaque('File', named.person));
    case 'person': return JSON.stringify(opaque('Person', named.person));
    case 'transfer': return JSON.stringify(opaque('Transfer', named.person));
    case 'toUnit': return draw.chance(50) ? 'null' : JSON.stringify(opaque('Unit', named.unit));
    // What a unit keeps has its id.
    case 'document': return JSON.stringify(opaque('Document', named.unit));
    case 'implements': case 'parent': return draw.chance(70) ? 'null' : JSON.stringify(opaque(name === 'parent' ? 'Plan' : 'Document', named.unit));
    case 'target': return draw.chance(40) ? 'null' : JSON.stringify(opaque('Target', named.unit));
    case 'plan': return JSON.stringify(opaque('Plan', named.unit));
    case 'item': return JSON.stringify(opaque('PlanItem', named.unit));
    case 'obstacle': return JSON.stringify(opaque('Obstacle', named.unit));
    case 'reminder': return JSON.stringify(opaque('Reminder', named.unit));
    case 'locality': return JSON.stringify(opaque('Locality', named.unit));
    case 'record': return JSON.stringify(opaque(draw.pick(['Document', 'Plan', 'PlanItem', 'Obstacle', 'Inspection', 'Reminder', 'Locality']), named.unit));
    case 'name': return JSON.stringify(`Thôn mới ${draw.id()}`);
    case 'ownCellSince': case 'sharedCellSince': case 'memberSince': return draw.chance(50) ? 'null' : '"2018-11-20"';
    case 'year': return String(draw.int(2018, 2024));
    case 'period': return '"2016-Q2"';
    case 'issuedOn': case 'raisedOn': return `"2018-0${draw.int(2, 9)}-10"`;
    case 'dueOn': case 'answerUntil': return draw.chance(50) ? 'null' : '"2019-12-31"';
    case 'isHandedDown': return String(draw.chance(50));
    case 'power': return JSON.stringify(opaque('UnitPower', named.unit));
    case 'day': return `"2018-0${draw.int(2, 9)}-12"`;
    case 'isHoliday': return String(draw.chance(80));
    case 'until': return draw.chance(50) ? 'null' : '"2019-12-31"';
    case 'isStudy': return String(draw.chance(50));
    case 'code': return '"2345-6789-ABCD-EFGH-JKMN"';
    case 'mark': return JSON.stringify(opaque('Mark', named.person));
    case 'replaces': return draw.chance(50) ? 'null' : JSON.stringify(opaque('Mark', named.person));
    // One that somebody has, somewhere.
    case 'personalNumber': return draw.chance(70) ? 'null' : JSON.stringify(draw.pick(shared.worlds.flatMap(({ seed, people }) => people.map((_, person) => personalNumber(seed, person)))));
    case 'since': return draw.chance(50) ? 'null' : '"2018-11-10"';
    case 'ethnicGroup': return '"03"';
    case 'religion': return '"NONE"';
    case 'member': return draw.chance(50) ? 'null' : JSON.stringify(opaque('Person', named.person));
    case 'unit': return JSON.stringify(opaque('Unit', named.unit));
    case 'expectedVersion': return type.name === 'String' ? JSON.stringify(versions.get(named.unit) ?? '') : '1';
    case 'base': case 'present': case 'inFavour': return '9';
    case 'fullName': return '"Người mới"';
    case 'birthDate': return '"2001-02-03"';
    case 'gender': return '"F"';
    case 'idempotencyKey': return JSON.stringify(`khoa-${draw.id()}`.replaceAll(/[^!-~]/g, ''));
    case 'organisation': return draw.chance(50) ? 'null' : '"FARMERS"';
    case 'receivedOn': return '"2018-10-10"';
    case 'convictionClearedOn': return draw.chance(50) ? 'null' : '"2010-01-10"';
    case 'from': case 'on': case 'movedOn': case 'madeOn': case 'togetherSince': return `"2018-0${draw.int(2, 9)}-10"`;
    case 'isUnderOneUpper': case 'isHardship': case 'isSomebodyElse': case 'isThere': case 'dryRun': return String(draw.chance(50));
    default: return type.name === 'String' ? (['occupation', 'enterpriseRelation', 'education', 'youthUnion'].includes(name) ? '"UNKNOWN"' : JSON.stringify(`${name} ${world}`)) : unsaid(name, type.name);
  }
}

function unsaid(name: string, type: string): never {
  throw new Error(`Nobody has said what to write for "${name}" of type ${type}`);
}

function literal(draw: Draw, name: string, type: GraphQLInputType, named: Named, world: number, coordinates: string[]): string {
  if (isNonNullType(type)) return name === 'since' ? '"2018-11-10"' : literal(draw, name, type.ofType, named, world, coordinates);
  if (isListType(type)) return `[${literal(draw, name, type.ofType, named, world, coordinates)}]`;
  const inner = getNamedType(type);
  if (!isInputObjectType(inner)) return value(draw, name, inner, named, world);
  const fields = Object.values(inner.getFields()).map((field) => {
    coordinates.push(`${inner.name}.${field.name}`);
    return `${field.name}: ${literal(draw, field.name, field.type, named, world, coordinates)}`;
  });
  return `{ ${fields.join(', ')} }`;
}

const told = 'id state person { id fullName } unit { code } decider { code } timeline { id recordedBy reason documentNumber } papers { kind state needed there takesFile papers { id number body reference recordedBy formerVersions { number body reference recordedBy } files { id name uploadedBy } } } participants(now: false) { id name together togetherSince recordedBy endedBy } steps { unit { code } }';
const kept = 'id version fullName birthDate unit { code } marks { id title body documentNumber reason recordedBy } corrections { id changes { field before after } reason recordedBy }';
const both = '... on ChangeRefused { conflict { expected current } }';
const refused = `${both} ... on CandidacyRefused { code field message people { ${kept} } current { ${told} } }`;
const letter = 'id state personName birthDate fromName destination letterNumber issuedBy acceptedBy cancelReason person { id fullName } fromUnit { code } toUnit { code }';
const records = `... on Document { number title issuer unit { code } implements { number } implementedBy { number } } ... on Plan { planUnit: unit { code } document { number } parent { unit { code } } items { id responsible target { id documentNumber } checks { note recordedBy } } } ... on PlanItem { responsible plan { id } target { id documentNumber } checks { note } } ... on Obstacle { details ownerName } ... on Inspection { conclusion inspector by { code } document { number } } ... on Reminder { text reply repliedBy by { code } } ... on Locality { name endReason endedBy localityUnit: unit { code } }`;
const selections: Readonly<Record<string, string>> = {
  CandidacyResult: `{ __typename ... on CandidacyChanged { stepId candidacy { ${told} } } ${refused} }`,
  SensitiveResult: `{ __typename ... on SensitiveUnlocked { facts { ethnicGroup religion version formerVersions { ethnicGroup personalNumber changedBy } } until } ${both} ... on SensitiveRefused { code field message current { ethnicGroup religion personalNumber version } } }`,
  HolidayResult: `{ __typename ... on HolidayChanged { isWritten movedCandidacies calendar { unit { code } days { nameVi note changedBy { code } } } } ${both} ... on RuleRefused { code field message current { unit { code } days { nameVi changedBy { code } } } } }`,
  PowerResult: `{ __typename ... on PowerChanged { unit { code authority { decider { code } giver { code } given { id documentNumber recordedBy } } } } ${both} ... on RuleRefused { code field message currentUnit { code authority { given { id documentNumber } } } } }`,
  TransferResult: `{ __typename ... on TransferChanged { claimCode transfer { ${letter} } } ${both} ... on TransferRefused { code field message current { ${letter} } } }`,
  RecordStepsResult: `{ __typename ... on RecordStepsDone { isWritten lines { index refused { code field message current { ${told} } } } } ${refused} }`,
  CorrectPersonResult: `{ __typename ... on PersonCorrected { isWritten person { ${kept} } changes { measure before after count } warnings { on code } } ${both} ... on PersonRefused { code field message current { ${kept} } } }`,
  MarkResult: `{ __typename ... on PersonMarked { person { ${kept} } } ${both} ... on PersonRefused { code field message current { ${kept} } } }`,
  RecordResult: `{ __typename ... on RecordChanged { record { id recordedBy takenBackReason viewerCanChange ${records} } } ${both} ... on RecordRefused { code field message current { id recordedBy takenBackReason viewerCanChange ${records} } } }`,
};

function written(draw: Draw, field: GraphQLField<unknown, unknown>, named: Named, world: number): Written & { coordinates: string[] } {
  const coordinates = [`Mutation.${field.name}`];
  const literals = field.args.map((argument) => literal(draw, argument.name, argument.type, named, world, coordinates));
  return { ...mutationText(field, literals, selections[getNamedType(field.type).name] ?? ''), coordinates };
}

/**
 * Everything outside an interval that belongs to people, and the structure of all of it. What a unit of before counted of somebody who is
 * inside by now is put right with them.
 */
async function digestOutside(lo: string, hi: string): Promise<string> {
  const outside = (table: string, column = 'position', more = 'true') => rowsOf(table, `not ${column} between ${lo} and ${hi} and ${more}`);
  const transfers = `select hash_record_extended((t, r), 0) from transfer t left join transfer_receiver r on r.transfer_id = t.id where not from_position between ${lo} and ${hi} and not coalesce(r.position between ${lo} and ${hi}, false)`;
  return await digestOf(shared.owner, [outside('person'), outside('person_sensitive'), outside('person_sensitive_change'), outside('candidacy'), outside('candidacy_step'), outside('paper'), outside('paper_change'), outside('paper_file'), outside('participant'), outside('mark'), outside('person_correction'), transfers, outside('entry', 'position_then', `not exists (select from person p where p.id = entry.subject_id and p.position between ${lo} and ${hi})`), outside('unit', 'lo'), rowsOf('access_grant'), rowsOf('holiday'), outside('unit_power'), outside('holiday_change'), ...['document', 'plan', 'plan_item', 'plan_item_check', 'obstacle', 'inspection', 'reminder', 'locality'].map((table) => outside(table))]);
}

function readerOf(oracle: Oracle, kind: ReaderKind): Knowledge | null {
  if (kind === 'SIGNED_OUT') return knowledgeOfStranger(oracle);
  const readers = oracle.world.accounts.map((account) => knowledgeOf(oracle, account));
  const fitting = readers.filter(({ role, account: { grants } }) => (kind === 'ENDED' ? grants[0]!.ended !== undefined : role === kind));
  // One below the root, to whom something is hidden, where there is one.
  return fitting.find(({ scope, people }) => scope !== 0 && people.size > 0) ?? fitting[0] ?? null;
}

function namedBy(reader: Knowledge, target: Target, draw: Draw): Named | null {
  const { world } = reader.oracle;
  const { units, people } = rowsFor(reader);
  if (target === 'absent') return { person: draw.id(), unit: draw.id() };
  // A letter may reach a unit of the scope from outside: then it is not hidden.
  const hidden = target === 'out' ? people.out.filter((person) => !reader.letters.has(person)) : people[target];
  // Whoever sees no people may still change what belongs to units.
  if (hidden.length === 0 && (target !== 'in' || units.in.length === 0)) return null;
  // Of those who are no members yet, more can be told.
  const candidates = hidden.filter((person) => world.candidates.some((candidate) => candidate.person === person));
  const person = hidden.length === 0 ? draw.id() : world.people[draw.pick(candidates.length > 0 && draw.chance(70) ? candidates : hidden)]!.id;
  // From the root nothing of the own world is hidden but people: then a unit of another world.
  const cells = units[target].filter((unit) => world.kinds.some(({ code, holdsMembers }) => holdsMembers && code === world.units[unit]!.kind));
  if (cells.length > 0 && draw.chance(70)) return { person, unit: world.units[draw.pick(cells)]!.id };
  const unit = units[target].length > 0 ? world.units[draw.pick(units[target])]! : shared.worlds.find((other) => other !== world)!.units[0]!;
  return { person, unit: unit.id };
}

function bytesOf(answer: { bytes: string }): string {
  return answer.bytes.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|"date":"[^"]*"/g, '');
}

async function versionOf(account: string | null, unit: string): Promise<string> {
  const answer = await ask<{ holidays: { version: string } | null }>(server, account, `{ holidays(year: 2018, unit: ${JSON.stringify(opaque('Unit', unit))}) { version } }`);
  return answer.data?.holidays?.version ?? '';
}

const turns = nightly ? 8 : 3;

/** What a board does besides looking on: it decides. The rest is daily work, and the calendar is the administrator's. */
const decisions = ['recordStep', 'recordSteps', 'undoStep', 'unlockSensitive', 'givePower', 'endPower', 'takeBackRecord'];

function ableTo(mutation: string): readonly string[] {
  if (mutation === 'changeHoliday') return ['ADMINISTRATOR'];
  if (['recordInspection', 'sendReminder'].includes(mutation)) return ['STAFF', 'BOARD'];
  return decisions.includes(mutation) ? ['STAFF', 'BOARD', 'SECRETARY'] : ['STAFF', 'SECRETARY'];
}

interface Answered {
  readonly __typename: string;
  readonly isWritten?: boolean;
  readonly claimCode?: string | null;
  readonly transfer?: { readonly id: string };
  readonly facts?: { readonly version: string };
}

/** Keeps what an answer tells that nothing else does. */
async function hear(mutation: string, { claimCode, transfer, facts }: Answered, account: string, person: string): Promise<void> {
  if (mutation === 'unlockSensitive' && facts) heard.unlocked.set(account, { person, version: facts.version });
  // What was written has another version by now.
  if (mutation === 'recordSensitive') heard.unlocked.delete(account);
  const letter = transfer && Buffer.from(transfer.id, 'base64url').toString().split(':')[1]!;
  if (letter && claimCode) heard.codes.set(letter, claimCode);
  // Somebody who was received by another unit of the scope goes back: the next reader's scope may hold one of the two alone.
  if (letter && (mutation === 'acceptTransfer' || mutation === 'claimTransfer')) await shared.owner.query('update person p set unit_id = t.from_unit_id, position = t.from_position from transfer t where t.person_id = p.id and t.id = $1', [letter]);
}

async function intervalOf({ role, scope, oracle }: Knowledge): Promise<{ lo: string; hi: string }> {
  const { rows } = role === null ? { rows: [] } : await shared.owner.query<{ lo: string; hi: string }>('select lo::text, hi::text from unit where id = $1', [oracle.world.units[scope]!.id]);
  return rows[0] ?? { lo: '1', hi: '0' };
}

/** The account at the root of a world, which reaches every body, as one that does the daily work. */
async function staffOfRoot(world: World): Promise<Knowledge> {
  const [account] = world.accounts;
  const [grant] = account!.grants;
  await shared.owner.query(`update access_grant set role = 'STAFF' where id = $1`, [grant!.id]);
  return knowledgeOf(new Oracle(world), { ...account!, grants: [{ ...grant!, role: 'STAFF' }, ...account!.grants.slice(1)] });
}

/** Those of some mutations for which something is ready in the scope of a reader. */
async function readyAmong(mutations: readonly string[], reader: Knowledge): Promise<string[]> {
  const at = { ...(await intervalOf(reader)), account: reader.account.name };
  const ready = await Promise.all(mutations.map(async (mutation) => ((await readyFor(shared.owner, mutation, at, heard)) === null ? [] : [mutation])));
  return ready.flat();
}

/** Those who have recorded something here, and the personal numbers that were, with the scope of who did: whoever sees into it may read the name beside the record, and the number once that is unlocked. */
const recorded = new Map<string, { readonly lo: string; readonly hi: string }>();

function isRecordedWithin(what: string, { lo, hi }: { readonly lo: string; readonly hi: string }): boolean {
  // Of a text the words of its field stand behind its owner.
  const scope = recorded.get(what.replace(/:.*/s, ':'));
  return scope !== undefined && BigInt(scope.lo) <= BigInt(hi) && BigInt(lo) <= BigInt(scope.hi);
}

async function askAll(reader: Knowledge, kind: ReaderKind, firstSeed: number, only?: ReadonlySet<string>): Promise<void> {
  const { account, oracle } = reader;
  const { lo, hi } = await intervalOf(reader);
  const own = `text of a${oracle.world.accounts.findIndex(({ id }) => id === account.id)} of world ${oracle.world.seed}:`;
  const before = await digestOutside(lo, hi);
  // Steps first: whoever was moved or corrected meanwhile has another version.
  const fields = Object.values(schema.getMutationType()!.getFields()).filter((field) => isAboutCandidacies(field) && (only?.has(field.name) ?? true)).toSorted((a, b) => Number(b.name === 'recordStep') - Number(a.name === 'recordStep'));
  for (const [index, field] of Array.from({ length: turns }, () => fields).flat().entries()) {
    // Every other time the change is about something that is ready for it.
    const isReady = Math.floor(index / fields.length) % 2 === 1;
    const seed = firstSeed + 10 * index;
    const answers: Partial<Record<Target, string>> = {};
    for (const target of targets) {
      // The same is drawn for what is hidden and for what is not there.
      const named = namedBy(reader, target, new Draw(seed + targets.indexOf(target)));
      if (!named) continue;
      if (field.name === 'changeHoliday') versions.set(named.unit, await versionOf(kind === 'SIGNED_OUT' ? null : account.name, named.unit));
      const found = isReady && target === 'in' ? await readyFor(shared.owner, field.name, { lo, hi, account: account.name }, heard) : null;
      // Somebody is dropped first, so that somebody can begin again.
      const ready = found && field.name === 'recordStep' && !outcomes.has('beginAgain') ? { ...found, step: 'DROPPED' } : found;
      const { query, variables, text, coordinates } = written(new Draw(seed + (target === 'in' ? 1 : 0)), field, ready ? { ...named, ready } : named, oracle.world.seed);
      const answer = await ask<Record<string, Answered>>(server, kind === 'SIGNED_OUT' ? null : account.name, query, variables);
      const label = `world ${oracle.world.seed}, ${kind} ${account.name}, ${target}: ${text}\n${answer.body}`;
      const mine = [...answer.bytes.matchAll(/"([A-Za-z0-9_-]{40,80})"/g)].length;
      const leaks = leaksIn(reader, { bytes: answer.bytes, hasData: Boolean(answer.data) }, text).filter((leak) => !(target === 'in' && mine > 0 && /^id of (Candidacy|CandidacyStep|Person|Participant|Paper|File|Transfer|UnitPower|Mark|Correction|Document|Plan|PlanItem|Obstacle|Inspection|Reminder|Locality) /.test(leak)) && !leak.startsWith(own) && !(target === 'in' && isRecordedWithin(leak, { lo, hi })));
      expect(leaks, label).toEqual([]);
      for (const error of answer.errors) expect(['UNAUTHENTICATED', 'FORBIDDEN_FOR_ROLE'], label).toContain(error.extensions.code);
      const outcome = answer.data?.[field.name];
      const isDone = ['CandidacyChanged', 'SensitiveUnlocked', 'TransferChanged', 'PowerChanged', 'PersonMarked', 'RecordChanged'].includes(outcome?.__typename ?? '') || outcome?.isWritten === true;
      if (target !== 'in' || !ableTo(field.name).includes(reader.role ?? '')) expect(isDone, label).toBe(false);
      if (isDone && outcome) await hear(field.name, outcome, account.name, named.person);
      if (isDone) for (const what of [own, ...personalNumbersIn(text).map((number) => `personal number ${number}`)]) recorded.set(what, { lo, hi });
      if (isDone) outcomes.set(field.name, (outcomes.get(field.name) ?? 0) + 1);
      answers[target] = bytesOf(answer);
      for (const coordinate of coordinates) hits.add(`${coordinate} ${kind} ${target}`);
    }
    if (answers.out !== undefined) expect(answers.out, `world ${oracle.world.seed}, ${kind}: ${field.name}`).toBe(answers.absent);
  }
  expect(await digestOutside(lo, hi), `world ${oracle.world.seed}, ${kind} ${account.name}`).toBe(before);
}

test('no change of candidacies, by no reader, touches or tells what lies outside the scope, and none has been left out', { timeout: propertyMilliseconds }, async () => {
  const oracles = shared.worlds.filter((world) => world.units.length > 6 && world.candidates.length > 1).map((world) => new Oracle(world)).filter((oracle) => readerKinds.every((kind) => readerOf(oracle, kind))).slice(0, worldsAsked);
  expect(oracles.length).toBe(worldsAsked);
  for (const oracle of oracles) {
    for (const kind of readerKinds) await askAll(readerOf(oracle, kind)!, kind, oracle.world.seed * 1_000 + 2_300_000 + readerKinds.indexOf(kind) * 10_000_000);
  }
  const fields = Object.values(schema.getMutationType()!.getFields()).filter(isAboutCandidacies);
  // What nothing was ready for is asked for by the staff of the root of other worlds; for a letter to be claimed one has to be issued, and for somebody to begin again, to be dropped.
  const unmade = () => fields.map(({ name }) => name).filter((name) => !outcomes.has(name));
  const others = shared.worlds.filter((other) => !oracles.some((asked) => asked.world === other));
  // More than once over them: what a world is ready for depends on what was made there before.
  for (const [index, world] of [...others, ...others, ...others].entries()) {
    if (unmade().length === 0) break;
    const reader = await staffOfRoot(world);
    const before = ['issueTransfer', 'recordStep'];
    const ready = await readyAmong([...unmade(), ...before], reader);
    if (ready.some((name) => !before.includes(name)) || !outcomes.has('claimTransfer') || !outcomes.has('beginAgain')) await askAll(reader, 'STAFF', world.seed * 1_000 + 2_300_000 + index * 10_000_000, new Set([...ready, 'claimTransfer', 'beginAgain']));
  }
  const coordinates = fields.flatMap((field) => written(new Draw(1), field, { person: '', unit: '' }, 0).coordinates);
  const unasked = coordinates.flatMap((coordinate) => readerKinds.flatMap((kind) => targets.map((target) => `${coordinate} ${kind} ${target}`))).filter((cell) => !hits.has(cell));
  expect(unasked.filter((cell) => !/ (STAFF|BOARD|SECRETARY|ADMINISTRATOR|AUDITOR|OBSERVER|ENDED|SIGNED_OUT) in$/.test(cell) || / (STAFF|BOARD|SECRETARY) in$/.test(cell))).toEqual([]);
  // A property of refusals alone would prove nothing: every change is made inside the scope, by somebody who may.
  expect(unmade()).toEqual([]);
});
