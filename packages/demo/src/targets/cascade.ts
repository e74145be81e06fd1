import { apportion } from '../chance/weighted.ts';
import type { DemoAllocation, DemoPerson, DemoTarget, DemoUnit, IsoDate } from '../types.ts';

export interface CascadeDraft {
  readonly rootCode: string;
  readonly units: readonly DemoUnit[];
  readonly people: readonly DemoPerson[];
  readonly today: IsoDate;
}

/** Admissions that are asked for in a year, in per cent of the members: within the guideline of 3 to 4. */
const yearlyRate = 3.2;
/** The commune that asks its organisations for more than it was asked for, and the one that has not divided its part yet. */
const generous = 'song-mau.xa-phu-lua';
const undivided = 'song-mau.xa-an-kieu';

const plain = { slice: null, note: null, kind: 'EXACT', indicator: 'ADMITTED' } as const;

/** The members of each unit and of all below it, by code. */
function membersBelow(people: readonly DemoPerson[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { unitCode, leftOn } of people) {
    if (leftOn !== null) continue;
    for (let code = unitCode; code !== ''; code = code.slice(0, Math.max(0, code.lastIndexOf('.')))) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

interface Made {
  readonly targets: DemoTarget[];
  readonly allocations: DemoAllocation[];
}

/** The decisions by which a target goes down, in the December before its year: the province's own, and those of each level that divides. */
const papers = [
  { documentNumber: '41-NQ/TU', day: '12-05' },
  { documentNumber: '63-QĐ/TU', day: '12-12' },
  { documentNumber: '27-QĐ/ĐU', day: '12-20' },
  { documentNumber: '31-QĐ/ĐU', day: '12-27' },
] as const;

/** The decision of a level for a year. */
function paperOf(year: string, level: number): Pick<DemoTarget, 'documentNumber' | 'issuedOn'> {
  const paper = papers[Math.min(level, papers.length - 1)] ?? papers[0];
  return { documentNumber: paper.documentNumber, issuedOn: `${Number(year) - 1}-${paper.day}` };
}

/** A year of targets: the province's own, handed down through every level by members. */
function makeYear({ rootCode, units, people }: CascadeDraft, year: string, { withoutParts }: { withoutParts: string | null }): Made {
  const period = { period: year, startsOn: `${year}-01-01`, endsOn: `${year}-12-31` };
  const members = membersBelow(people);
  const children = Map.groupBy(units, ({ parentCode }) => parentCode ?? '');
  const total = Math.round(((members.get(rootCode) ?? 0) * yearlyRate) / 1000) * 10;
  const key = (code: string) => `${year} ${code}`;
  const own: DemoTarget = { ...plain, ...period, key: key(rootCode), parentKey: null, unitCode: rootCode, issuerCode: rootCode, low: total, high: total, ...paperOf(year, 0) };
  const targets: DemoTarget[] = [own];
  const allocations: DemoAllocation[] = [];
  const divide = (whole: DemoTarget, level: number) => {
    const below = (children.get(whole.unitCode) ?? []).filter(({ foundedOn }) => foundedOn < period.startsOn);
    if (below.length === 0 || whole.unitCode === withoutParts) return;
    const more = whole.unitCode === generous ? 4 : 0;
    const paper = paperOf(year, level + 1);
    const parts = apportion(whole.low + more, below.map(({ code }) => members.get(code) ?? 0), 0);
    allocations.push({ targetKey: whole.key, rule: more > 0 ? 'NOT_BELOW' : 'EXACTLY', reserve: 0, ...paper });
    below.forEach(({ code }, place) => {
      const low = parts[place] ?? 0;
      const part: DemoTarget = { ...own, ...paper, key: key(code), parentKey: whole.key, unitCode: code, issuerCode: whole.unitCode, low, high: low, note: low === 0 ? 'Chưa có nguồn trong năm' : null };
      targets.push(part);
      divide(part, level + 1);
    });
  };
  divide(own, 0);
  return { targets, allocations };
}

/**
 * The targets of a living province for this year and the one before, all issued before their year, so that those of this year are there on any day. One level
 * asks for more than it was asked for; in this year one commune has not divided its part yet, and some targets of the province are not divided at all. All of
 * it is invented.
 */
export function makeCascade(draft: CascadeDraft): Made {
  const year = draft.today.slice(0, 4);
  const before = makeYear(draft, String(Number(year) - 1), { withoutParts: null });
  const now = makeYear(draft, year, { withoutParts: undivided });
  const [own] = now.targets;
  if (!own) throw new Error('a year of targets has none');
  return {
    targets: [
      ...before.targets,
      ...now.targets,
      { ...own, key: 'listed', indicator: 'LISTED', low: 200, high: 200 },
      { ...own, key: 'places', indicator: 'PLACES_WITHOUT_CELL', kind: 'REDUCE_TO', low: 4, high: null },
      { ...own, key: 'pupils', slice: { dimension: 'OCCUPATION', key: 'PUPIL' }, kind: 'MINIMUM', low: 10, high: null },
      { ...own, key: 'non-state', slice: { dimension: 'UNIT_TYPE', key: 'NON_STATE_ENTERPRISE' }, kind: 'MINIMUM', low: 12, high: null },
    ],
    allocations: [...before.allocations, ...now.allocations],
  };
}
