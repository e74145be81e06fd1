import { randomUUID } from 'node:crypto';
import type { OpenWorld } from '../world.ts';

interface AmountTold {
  readonly low: number;
  readonly high: number | null;
}

/** The sums of an allocation as specs ask for them. */
export interface SumsTold {
  readonly given: AmountTold;
  readonly allocated: AmountTold;
  readonly reserve: AmountTold;
  readonly difference: AmountTold;
  readonly elsewhere: readonly (AmountTold & { readonly weight: number | null })[];
  readonly holds: boolean;
}

/** A target as specs ask for it. */
export interface TargetTold extends AmountTold {
  readonly id: string;
  readonly number: number;
  readonly indicator: string;
  readonly period: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly state: string;
  readonly kind: string;
  readonly isPart: boolean;
  readonly closedOn: string | null;
  readonly closedResult: number | null;
  readonly documentNumber: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly unit: { readonly code: string } | null;
  readonly issuer: { readonly code: string } | null;
  readonly whole: { readonly id: string } | null;
  readonly versions: readonly { readonly number: number; readonly low: number; readonly high: number | null; readonly reason: string | null; readonly documentNumber: string | null; readonly recordedBy: string }[];
  readonly progress: (Record<string, unknown> & { readonly percentOfLow: number | null; readonly standing: string }) | null;
  readonly below: { readonly units: number; readonly low: number; readonly high: number } | null;
  readonly viewerCanAdjust: { readonly can: boolean; readonly because: string | null };
}

/** A target with how it is divided. */
export interface DividedTold extends TargetTold {
  readonly allocation: { readonly number: number; readonly divides: number; readonly sumRule: string; readonly reason: string | null; readonly sums: SumsTold } | null;
  readonly parts: readonly { readonly id: string; readonly closedOn: string | null; readonly closedResult: number | null; readonly low: number; readonly high: number | null; readonly number: number; readonly unit: { readonly code: string } }[];
  readonly draft: { readonly version: number; readonly sumRule: string; readonly savedBy: string; readonly reserve: AmountTold | null; readonly lines: readonly { readonly unit: string; readonly low: number | null; readonly note: string | null; readonly isLocked: boolean }[] } | null;
  readonly worksheet: readonly { readonly members: number; readonly weight: number | null; readonly lastYear: number | null; readonly pool: number; readonly current: AmountTold | null; readonly unit: { readonly code: string } }[];
  readonly viewerCanAllocate: { readonly can: boolean; readonly because: string | null };
}

const sums = 'given { low high } allocated { low high } reserve { low high } difference { low high } elsewhere { low high weight } holds';
export const told = `id number indicator period startsOn endsOn state kind low high isPart closedOn closedResult documentNumber reason note unit { code } issuer { code } whole { id }
  versions { number low high reason documentNumber recordedBy } below { units low high difference percentOfLow } viewerCanAdjust { can because }
  progress { actual base low high percentOfLow percentOfHigh remainingLow remainingHigh attainment pace standing expectedLow shortOfPace }`;
const divided = `${told} allocation { number divides sumRule reason sums { ${sums} } } parts { id low high number closedOn closedResult unit { code } }
  draft { version sumRule savedBy reserve { low high } lines { unit low unreadLow note isLocked } } worksheet { members weight lastYear pool current { low high } unit { code } } viewerCanAllocate { can because }`;

/** The targets of a unit, the latest first. */
export async function targetsOf(world: OpenWorld, account: string, unit: string, period?: string): Promise<TargetTold[]> {
  const query = `query($id: ID!, $period: Period) { unit(id: $id) { targets(period: $period) { ${told} } } }`;
  return (await world.data<{ unit: { targets: TargetTold[] } }>(account, query, { id: unit, period: period ?? null })).unit.targets;
}

/** A target with how it is divided, or null. */
export async function targetOf(world: OpenWorld, account: string, id: string): Promise<DividedTold | null> {
  return (await world.data<{ target: DividedTold | null }>(account, `query($id: ID!) { target(id: $id) { ${divided} } }`, { id })).target;
}

/** What became of a change. */
export interface TargetOutcome {
  readonly target?: TargetTold;
  readonly isWritten?: boolean;
  readonly sums?: SumsTold | null;
  readonly changes?: readonly { readonly before: AmountTold | null; readonly after: AmountTold; readonly unit: { readonly code: string } | null }[];
  readonly code?: string;
  readonly field?: string;
  readonly message?: string;
  readonly lines?: readonly { readonly code: string; readonly field: string; readonly unit: { readonly code: string } | null }[];
  readonly current?: { readonly number: number } | null;
  readonly conflict?: { readonly expected: string; readonly current: string | null } | null;
}

const types = {
  setTarget: 'SetTargetInput', adjustTarget: 'AdjustTargetInput', publishAllocation: 'PublishAllocationInput', saveAllocationDraft: 'SaveAllocationDraftInput', discardAllocationDraft: 'DiscardAllocationDraftInput',
} as const;

/** Sends a change of targets. */
export async function changeTargets(world: OpenWorld, account: string, mutation: keyof typeof types, input: object): Promise<TargetOutcome> {
  const text = `mutation($input: ${types[mutation]}!) { outcome: ${mutation}(input: $input) {
    ... on TargetChanged { isWritten target { ${told} } sums { ${sums} } changes { before { low high } after { low high } unit { code } } }
    ... on TargetRefused { code field message lines { code field unit { code } } sums { ${sums} } current { number } conflict { expected current } } } }`;
  return (await world.data<{ outcome: TargetOutcome }>(account, text, { input })).outcome;
}

/** Sets a target of 30 admissions for a year that lies ahead of nobody. */
export async function give(world: OpenWorld, account: string, unit: string, more: object = {}): Promise<TargetOutcome> {
  const year = new Date().getUTCFullYear();
  const input = { unit, indicator: 'ADMITTED', period: String(year), kind: 'EXACT', low: 30, issuedOn: `${year}-01-05`, documentNumber: '5-NQ/ĐU', idempotencyKey: randomUUID(), ...more };
  return await changeTargets(world, account, 'setTarget', input);
}

/** What a way of dividing a target suggests, by the ids of units. */
export async function suggested(world: OpenWorld, account: string, target: string, way: string, reserve: AmountTold | null = null): Promise<Record<string, number | [number, number]>> {
  const query = 'query($id: ID!, $way: SplitWay!, $reserve: AmountInput) { target(id: $id) { suggestion(way: $way, reserve: $reserve) { unit low high } } }';
  const { target: found } = await world.data<{ target: { suggestion: (AmountTold & { unit: string })[] } }>(account, query, { id: target, way, reserve });
  return Object.fromEntries(found.suggestion.map(({ unit, low, high }) => [unit, high === null || high === low ? low : [low, high]]));
}

/** Divides a target as it stands: `parts` by the ids of units. */
export async function divide(world: OpenWorld, account: string, target: string, parts: Readonly<Record<string, number | readonly [number, number]>>, more: object = {}): Promise<TargetOutcome> {
  const { number = 1, allocation } = (await targetOf(world, account, target)) ?? {};
  const lines = Object.entries(parts).map(([unit, amount]) => (typeof amount === 'number' ? { unit, low: amount, ...(amount === 0 ? { note: 'chưa có nguồn' } : {}) } : { unit, low: amount[0], high: amount[1] }));
  const issuedOn = `${new Date().getUTCFullYear()}-01-10`;
  const input = { target, expectedVersion: number, expectedAllocation: allocation?.number ?? 0, lines, issuedOn, documentNumber: '7-QĐ/HU', reason: allocation ? 'điều chỉnh giữa năm' : null, idempotencyKey: randomUUID(), ...more };
  return await changeTargets(world, account, 'publishAllocation', input);
}
