import type { OpenWorld } from '../world.ts';

/** A year of a calendar as specs ask for it. */
export interface Calendar {
  readonly year: number;
  readonly version: string;
  readonly viewerCanChange: boolean;
  readonly unit: { readonly code: string };
  readonly days: readonly { readonly day: string; readonly isHoliday: boolean; readonly nameVi: string; readonly note: string | null; readonly changedBy: { readonly code: string } | null }[];
}

const calendar = 'year version viewerCanChange unit { code } days { day isHoliday nameVi note changedBy { code } }';

/** A year of the calendar of a unit, or null. */
export async function calendarOf(world: OpenWorld, account: string, unit: string, year: number): Promise<Calendar | null> {
  return (await world.data<{ holidays: Calendar | null }>(account, `query($year: Int!, $unit: ID) { holidays(year: $year, unit: $unit) { ${calendar} } }`, { year, unit })).holidays;
}

/** What became of a change of a day. */
export interface DayOutcome {
  readonly isWritten?: boolean;
  readonly movedCandidacies?: number;
  readonly movedLetters?: number;
  readonly calendar?: Calendar;
  readonly code?: string;
  readonly field?: string;
  readonly message?: string;
  readonly current?: Calendar | null;
}

/** Sends a change of a day as the calendar stands, unless another version is given. */
export async function changeDay(world: OpenWorld, account: string, unit: string, day: string, isHoliday: boolean, more: object = {}): Promise<DayOutcome> {
  const expectedVersion = (await calendarOf(world, account, unit, Number(day.slice(0, 4))))?.version ?? '';
  const input = { unit, day, isHoliday, name: 'Nghỉ theo quyết định', expectedVersion, ...more };
  const outcome = `... on HolidayChanged { isWritten movedCandidacies movedLetters calendar { ${calendar} } } ... on RuleRefused { code field message current { ${calendar} } }`;
  return (await world.data<{ outcome: DayOutcome }>(account, `mutation($input: ChangeHolidayInput!) { outcome: changeHoliday(input: $input) { ${outcome} } }`, { input })).outcome;
}

/** What a unit may do, as specs ask for it. */
export interface Authority {
  readonly ofKind: readonly string[];
  readonly canBeGiven: readonly string[];
  readonly viewerCannotBecause: string | null;
  readonly decider: { readonly code: string } | null;
  readonly giver: { readonly code: string } | null;
  readonly given: readonly { readonly id: string; readonly version: number; readonly from: string; readonly until: string | null; readonly isInForce: boolean; readonly documentNumber: string | null; readonly endedDocumentNumber: string | null; readonly viewerCanEnd: boolean }[];
}

const authority = 'authority { ofKind canBeGiven viewerCannotBecause decider { code } giver { code } given { id version from until isInForce documentNumber endedDocumentNumber viewerCanEnd } }';

/** The authority of a unit. */
export async function authorityOf(world: OpenWorld, account: string, unit: string): Promise<Authority> {
  return (await world.data<{ unit: { authority: Authority } }>(account, `query($id: ID!) { unit(id: $id) { ${authority} } }`, { id: unit })).unit.authority;
}

/** What became of a power. */
export interface PowerOutcome {
  readonly unit?: { readonly code: string; readonly authority: Authority };
  readonly code?: string;
  readonly field?: string;
  readonly message?: string;
}

/** Sends a power to be given or ended. */
export async function changePower(world: OpenWorld, account: string, mutation: 'givePower' | 'endPower', input: object): Promise<PowerOutcome> {
  const type = mutation === 'givePower' ? 'GivePowerInput' : 'EndPowerInput';
  return (await world.data<{ outcome: PowerOutcome }>(account, `mutation($input: ${type}!) { outcome: ${mutation}(input: $input) { ... on PowerChanged { unit { code ${authority} } } ... on RuleRefused { code field message } } }`, { input })).outcome;
}
