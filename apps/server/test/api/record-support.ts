import { randomUUID } from 'node:crypto';
import type { OpenWorld } from '../world.ts';

/** A document as specs ask for it. */
export interface Told {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly title: string;
  readonly issuer: string | null;
  readonly isHandedDown: boolean;
  readonly warnings: readonly string[];
  readonly recordedBy: string;
  readonly takenBackReason: string | null;
  readonly takenBackBy: string | null;
  readonly viewerCanChange: boolean;
  readonly unit: { readonly code: string } | null;
  readonly implements: { readonly number: string } | null;
  readonly implementedBy: readonly { readonly number: string }[];
}

const documentFields = 'kind number issuedOn title issuer isHandedDown warnings unit { code } implements { number } implementedBy { number }';
const itemFields = 'period dueOn title responsible target { id indicator } doneOn isOverdue checks { doneOn note recordedBy }';
const planFields = `year isHandedDown itemCount doneCount overdueCount planUnit: unit { code } document { number } parent { year unit { code } } items { id version takenBackReason ${itemFields} }`;
const obstacleFields = 'title details ownerName raisedOn dueOn resolvedOn resolution resolvedBy isOverdue obstacleUnit: unit { code }';
const inspectionFields = 'on title conclusion inspector inspected: unit { code } by { code } document { number }';
const reminderFields = 'text on answerUntil reply repliedOn repliedBy isOverdue viewerCanAnswer addressee: unit { code } by { code }';
const localityFields = 'name since ownCellSince sharedCellSince memberSince endedOn endReason endedBy localityUnit: unit { code }';

/** What became of a change. */
export interface Outcome<Kept> {
  readonly record?: Kept;
  readonly code?: string;
  readonly field?: string;
  readonly message?: string;
  readonly conflict?: { readonly expected: string; readonly current: string | null } | null;
  readonly current?: Kept | null;
}

const documentSelection = `... on Document { ${documentFields} }`;
const planSelection = `... on Plan { ${planFields} }`;
const itemSelection = `... on PlanItem { ${itemFields} }`;
const obstacleSelection = `... on Obstacle { ${obstacleFields} }`;
const inspectionSelection = `... on Inspection { ${inspectionFields} }`;
const localitySelection = `... on Locality { ${localityFields} }`;
const reminderSelection = `... on Reminder { ${reminderFields} }`;

/** What each change is sent as, and what is asked of what it changes. */
const changes = {
  registerDocument: ['RegisterDocumentInput', documentSelection],
  changeDocument: ['ChangeDocumentInput', documentSelection],
  makePlan: ['MakePlanInput', planSelection],
  changePlan: ['ChangePlanInput', planSelection],
  addPlanItem: ['AddPlanItemInput', itemSelection],
  changePlanItem: ['ChangePlanItemInput', itemSelection],
  checkPlanItem: ['CheckPlanItemInput', itemSelection],
  uncheckPlanItem: ['UncheckPlanItemInput', itemSelection],
  recordObstacle: ['RecordObstacleInput', obstacleSelection],
  changeObstacle: ['ChangeObstacleInput', obstacleSelection],
  resolveObstacle: ['ResolveObstacleInput', obstacleSelection],
  recordInspection: ['RecordInspectionInput', inspectionSelection],
  sendReminder: ['SendReminderInput', reminderSelection],
  answerReminder: ['AnswerReminderInput', reminderSelection],
  recordLocality: ['RecordLocalityInput', localitySelection],
  changeLocality: ['ChangeLocalityInput', localitySelection],
  endLocality: ['EndLocalityInput', localitySelection],
  takeBackRecord: ['TakeBackRecordInput', ''],
} as const;
export type Change = keyof typeof changes;

const kept = 'id version recordedBy takenBackReason takenBackBy viewerCanChange';

/** The text of a change. */
export function changeText(mutation: Change): string {
  const [type, selection] = changes[mutation];
  return `mutation($input: ${type}!) { outcome: ${mutation}(input: $input) { ... on RecordChanged { record { ${kept} ${selection} } } ... on RecordRefused { code field message conflict { expected current } current { ${kept} ${selection} } } } }`;
}

/** Sends a change of what a unit keeps. */
export async function changeRecord<Kept = Told>(world: OpenWorld, account: string, mutation: Change, input: object): Promise<Outcome<Kept>> {
  return (await world.data<{ outcome: Outcome<Kept> }>(account, changeText(mutation), { input })).outcome;
}

/** Enters a document. */
export async function register(world: OpenWorld, account: string, unit: string, more: object = {}): Promise<Outcome<Told>> {
  const input = { unit, kind: 'RESOLUTION', number: '6', issuedOn: '2020-08-01', title: 'Nghị quyết về nâng cao chất lượng kết nạp', idempotencyKey: randomUUID(), ...more };
  return await changeRecord(world, account, 'registerDocument', input);
}

/** Documents that concern a unit. `filter` is written as arguments of the query. */
export async function documentsOf(world: OpenWorld, account: string, filter = ''): Promise<{ readonly totalCount: number; readonly nodes: readonly Told[] }> {
  return (await world.data<{ documents: { totalCount: number; nodes: Told[] } }>(account, `{ documents(first: 100${filter}) { totalCount nodes { ${kept} ${documentFields} } } }`)).documents;
}

/** A plan as specs ask for it. */
export interface ToldPlan {
  readonly id: string;
  readonly version: number;
  readonly viewerCanChange: boolean;
  readonly year: number;
  readonly isHandedDown: boolean;
  readonly itemCount: number;
  readonly doneCount: number;
  readonly overdueCount: number;
  readonly planUnit: { readonly code: string };
  readonly document: { readonly number: string } | null;
  readonly parent: { readonly unit: { readonly code: string } } | null;
  readonly items: readonly ToldItem[];
}

/** An item as specs ask for it. */
export interface ToldItem {
  readonly id: string;
  readonly version: number;
  readonly period: string;
  readonly dueOn: string;
  readonly title: string;
  readonly responsible: string | null;
  readonly target: { readonly id: string; readonly indicator: string } | null;
  readonly doneOn: string | null;
  readonly isOverdue: boolean;
  readonly takenBackReason: string | null;
  readonly checks: readonly { readonly doneOn: string | null; readonly note: string | null; readonly recordedBy: string }[];
}

/** The plan of a unit of a year, and those handed down to it. */
export async function plansOf(world: OpenWorld, account: string, unit: string, year: number): Promise<{ readonly plan: ToldPlan | null; readonly plansAbove: readonly ToldPlan[] } | null> {
  const text = `query($id: ID!, $year: Int!) { unit(id: $id) { plan(year: $year) { ${kept} ${planFields} } plansAbove(year: $year) { ${kept} ${planFields} } } }`;
  return (await world.data<{ unit: { plan: ToldPlan | null; plansAbove: ToldPlan[] } | null }>(account, text, { id: unit, year })).unit;
}

/** Makes a plan of this kind of unit. */
export async function makePlan(world: OpenWorld, account: string, unit: string, more: object = {}): Promise<Outcome<ToldPlan>> {
  return await changeRecord<ToldPlan>(world, account, 'makePlan', { unit, year: 2026, idempotencyKey: randomUUID(), ...more });
}

/** Adds an item to a plan. */
export async function addItem(world: OpenWorld, account: string, plan: string, more: object = {}): Promise<Outcome<ToldItem>> {
  return await changeRecord<ToldItem>(world, account, 'addPlanItem', { plan, period: '2026-03', title: 'Rà soát nguồn', responsible: 'Bí thư chi bộ', idempotencyKey: randomUUID(), ...more });
}

const listFields = { obstacles: obstacleFields, inspections: inspectionFields, inspectionAges: 'lastOn daysSince inspections inspected: unit { code }', reminders: reminderFields } as const;

/** Rows of a list of what is followed up. `filter` is written as arguments of the query. */
export async function followed<Row>(world: OpenWorld, account: string, list: keyof typeof listFields, filter = ''): Promise<{ readonly totalCount: number; readonly nodes: readonly Row[] }> {
  const fields = list === 'inspectionAges' ? listFields[list] : `${kept} ${listFields[list]}`;
  return (await world.data<{ rows: { totalCount: number; nodes: Row[] } }>(account, `{ rows: ${list}(first: 100${filter}) { totalCount nodes { ${fields} } } }`)).rows;
}

/** An obstacle, an inspection or a reminder as specs ask for it. */
export interface ToldFollowed {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly text: string;
  readonly isOverdue: boolean;
  readonly viewerCanChange: boolean;
  readonly viewerCanAnswer: boolean;
  readonly by: { readonly code: string } | null;
}

/** A hamlet or a quarter as specs ask for it. */
export interface ToldLocality {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly ownCellSince: string | null;
  readonly endedOn: string | null;
  readonly viewerCanChange: boolean;
}

/** The hamlets and quarters of a unit, and whether one may be entered. */
export async function localitiesOf(world: OpenWorld, account: string, unit: string): Promise<{ readonly localities: readonly ToldLocality[]; readonly viewerCanKeepLocalities: boolean; readonly viewerCannotKeepLocalitiesBecause: string | null } | null> {
  const text = `query($id: ID!) { unit(id: $id) { viewerCanKeepLocalities viewerCannotKeepLocalitiesBecause localities { ${kept} ${localityFields} } } }`;
  return (await world.data<{ unit: { localities: ToldLocality[]; viewerCanKeepLocalities: boolean; viewerCannotKeepLocalitiesBecause: string | null } | null }>(account, text, { id: unit })).unit;
}
