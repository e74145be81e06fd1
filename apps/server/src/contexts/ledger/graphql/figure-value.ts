import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import { rateBases, type Measure } from '@banyan/schema/enums';
import type { Day } from '../../../kernel/day.ts';
import type { ResolvedPeriod } from '../../../kernel/period.ts';
import { Refused } from '../../../kernel/refused.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { argumentsAt, fieldsNamed, oncePerSelection, selectedFields } from '../../../platform/selection.ts';
import type { UnitValue } from '../../organisation/index.ts';
import { countersAnswer, figuresOfCounted } from '../application/read-figures.ts';
import { comparedWith } from '../domain/last-year.ts';
import type { Basis } from '../domain/question.ts';
import { rateDays } from '../domain/rate-days.ts';
import type { Counted } from '../persistence/counting.ts';
import { loadRate, loadShown, loadTotals, type RollupFrame, type Shown } from './figure-loaders.ts';
import { loadBelow } from './figures-below.ts';

/** What counters hold of units that were read together with them. */
export function countedBeside(context: RequestContext): Map<string, Counted> {
  return context.held('counted beside units', () => new Map());
}

/** The figures of a roll-up by the names of their fields. */
const figureMeasures = {
  members: 'MEMBERS',
  probationaryMembers: 'PROBATIONARY_MEMBERS',
  officialMembers: 'OFFICIAL_MEMBERS',
  admitted: 'ADMITTED',
  recognised: 'RECOGNISED',
  transferredIn: 'TRANSFERRED_IN',
  transferredOut: 'TRANSFERRED_OUT',
  removed: 'REMOVED',
  expelled: 'EXPELLED',
  left: 'LEFT',
  deceased: 'DECEASED',
  reorganisedIn: 'REORGANISED_IN',
  reorganisedOut: 'REORGANISED_OUT',
  units: 'UNITS',
  unitsFounded: 'UNITS_FOUNDED',
  unitsClosed: 'UNITS_CLOSED',
  grassrootsOrganisations: 'GRASSROOTS_ORGANISATIONS',
  cells: 'CELLS',
} as const satisfies Readonly<Record<string, Measure>>;
type FigureName = keyof typeof figureMeasures;

function isFigureName(name: string): name is FigureName {
  return Object.hasOwn(figureMeasures, name);
}

/** What a document asks of a roll-up: the fields of its figures, the measures whose numbers it asks, each with its place, and what it asks beside them. */
export interface AskedFigures {
  readonly names: ReadonlySet<string>;
  readonly measures: readonly Measure[];
  readonly places: ReadonlyMap<FigureName, number>;
  /** Measures that it asks of the year before. */
  readonly lastYear: readonly Measure[];
  /** The fields that ask for a rate. */
  readonly rates: readonly FieldNode[];
  /** Whether it asks how the units below stand. */
  readonly standings: boolean;
  /** Whether it asks how they stand beside their targets. */
  readonly targetsBelow: boolean;
  /** Measures whose figures it asks for a target. */
  readonly targets: readonly Measure[];
}

/** Fields of a roll-up that look at each unit below it. */
const standingsAsked: ReadonlySet<string> = new Set(['childrenByStanding', 'childrenByTarget']);

/** Fields of a figure that are its number, or are told from it. */
const numbersAsked = ['value', 'hidden', 'target', 'samePeriodLastYear'] as const;

/** Works out what a document asks of the roll-ups at some places. */
export function figuresAsked(info: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): AskedFigures {
  const selected = selectedFields(info);
  const names = [...selected].filter(([name]) => isFigureName(name));
  const valued = names.filter(([, below]) => numbersAsked.some((field) => below.has(field))).map(([name]) => name).filter(isFigureName);
  return {
    names: new Set(names.map(([name]) => name)),
    measures: valued.map((name) => figureMeasures[name]),
    places: new Map(valued.map((name, place) => [name, place])),
    lastYear: names.flatMap(([name, below]) => (isFigureName(name) && below.has('samePeriodLastYear') ? [figureMeasures[name]] : [])),
    rates: fieldsNamed('admissionRate', info.fieldNodes, info.fragments),
    standings: [...selected.keys()].some((name) => standingsAsked.has(name)),
    targetsBelow: selected.has('childrenByTarget'),
    targets: names.flatMap(([name, below]) => (isFigureName(name) && below.has('target') ? [figureMeasures[name]] : [])),
  };
}

/**
 * Begins to read what another context shows beside a roll-up, before the fields that show it are resolved. It says nothing of failures: whoever
 * waits for what it reads hears of them.
 */
export type AskAhead = (context: RequestContext, unit: UnitValue, frame: RollupFrame, asked: AskedFigures) => void;

/** Worked out once for each place of a document, asked by hundreds of units. */
const askedFigures = oncePerSelection(figuresAsked);

/** A figure: a measure of a roll-up, with its number where the document asks for it. */
export class FigureValue implements Shown {
  readonly rollup: RollupValue;
  readonly measure: Measure;
  readonly value: number | null;
  readonly hidden: boolean;

  constructor(rollup: RollupValue, measure: Measure, number: number | null | undefined) {
    this.rollup = rollup;
    this.measure = measure;
    this.value = number ?? null;
    // Nothing else makes a number null; one that was not asked for is undefined.
    this.hidden = number === null;
  }
}

/** What a roll-up had in the same period of the year before, of the measures that the document asks of it. */
interface LastYearNumbers {
  readonly period: ResolvedPeriod;
  readonly numbers: readonly (number | null)[];
}

/** A roll-up: the figures of a unit in a frame. The fields of its figures are getters, because a page has hundreds of them. */
export class RollupValue implements RollupFrame {
  readonly frame: RollupFrame;
  readonly unit: UnitValue;
  private readonly asked: AskedFigures;
  private readonly numbers: readonly (number | null)[];
  private readonly before: LastYearNumbers | null;

  constructor(frame: RollupFrame, unit: UnitValue, asked: AskedFigures, numbers: readonly (number | null)[], before: LastYearNumbers | null) {
    this.frame = frame;
    this.unit = unit;
    this.asked = asked;
    this.numbers = numbers;
    this.before = before;
  }

  get period(): ResolvedPeriod {
    return this.frame.period;
  }

  get basis(): Basis {
    return this.frame.basis;
  }

  get view(): Basis['view'] {
    return this.frame.basis.view;
  }

  get asOf(): Day {
    return this.frame.basis.asOf;
  }

  get knownAt(): Date | null {
    return this.frame.basis.knownAt;
  }

  get aggregateOnly(): boolean {
    return this.frame.aggregateOnly;
  }

  /** The figure of that field. */
  figure(name: FigureName): FigureValue {
    const place = this.asked.places.get(name);
    return new FigureValue(this, figureMeasures[name], place === undefined ? undefined : this.numbers[place]);
  }

  /** A measure in the same period of the year before, null as a value where it is hidden; null where there is none to compare with. */
  lastYear(measure: Measure): { readonly period: ResolvedPeriod; readonly value: number | null } | null {
    return this.before && { period: this.before.period, value: this.before.numbers[this.asked.lastYear.indexOf(measure)] ?? null };
  }
}

for (const name of Object.keys(figureMeasures).filter(isFigureName)) {
  Object.defineProperty(RollupValue.prototype, name, {
    get(this: RollupValue) {
      return this.figure(name);
    },
  });
}

/** The roll-up of a unit in a frame, with the numbers that the document asks of it. All units, measures and years of a page are read together. */
export function rollupOf(context: RequestContext, unit: UnitValue, frame: RollupFrame, info: GraphQLResolveInfo, askAhead: AskAhead): RollupValue | Promise<RollupValue> {
  const asked = askedFigures(info);
  askAhead(context, unit, frame, asked);
  const counted = countedNumbers(context, frame, unit, asked.measures);
  if (counted && asked.lastYear.length + asked.rates.length === 0 && !asked.standings) return new RollupValue(frame, unit, asked, counted, null);
  return loadRollup(context, unit, frame, asked, counted, info);
}

/** Asks for the parts of a rate, whose field comes too late to be read with the numbers: they are held for it. */
async function askRate(context: RequestContext, unit: UnitValue, frame: RollupFrame, written: unknown): Promise<void> {
  const base = rateBases.find((known) => known === written);
  const days = base && rateDays(frame.period, base);
  if (days) await loadRate(context, frame, unit.unit.id, days);
}

async function loadRollup(context: RequestContext, unit: UnitValue, frame: RollupFrame, asked: AskedFigures, counted: number[] | null, info: GraphQLResolveInfo): Promise<RollupValue> {
  const before = asked.lastYear.length === 0 ? null : comparedWith(frame.period, unit.unit.foundedOn);
  // Asked before the fields that show it, so that it is read while these numbers are worked on. Whoever waits for it hears of a failure.
  if (asked.standings) void loadBelow(context, unit, frame).catch(() => undefined);
  const [numbers, lastYear] = await Promise.all([
    counted ?? loadNumbers(context, frame, unit, asked.measures, frame.period),
    before && loadNumbers(context, frame, unit, asked.lastYear, before),
    ...asked.rates.map(async (node) => await askRate(context, unit, frame, argumentsAt(node, 'Rollup', info)['base'])),
  ]);
  return new RollupValue(frame, unit, asked, numbers, before && lastYear && { period: before, numbers: lastYear });
}

/** The numbers of some measures, in their order, where they were read with the unit and nothing is left that no counter holds; else null. */
function countedNumbers(context: RequestContext, frame: RollupFrame, unit: UnitValue, measures: readonly Measure[]): number[] | null {
  const counted = countedBeside(context).get(unit.unit.id);
  if (!counted || counted.queued || !counted.keeps || frame.aggregateOnly || !countersAnswer(frame.basis)) return null;
  return figuresOfCounted(counted.counting, measures, frame.period)?.(counted) ?? null;
}

/** The numbers of some measures over a period, in their order; null where one is hidden. */
async function loadNumbers(context: RequestContext, frame: RollupFrame, unit: UnitValue, measures: readonly Measure[], period: ResolvedPeriod): Promise<(number | null)[]> {
  if (measures.length === 0) return [];
  if (frame.aggregateOnly) {
    const shown = await Promise.all(measures.map(async (measure) => await loadShown(context, unit, frame, measure, period)));
    return shown.map(({ value }) => value);
  }
  const { from, to } = period;
  return await loadTotals(context, 'totals', frame.basis, { unitId: unit.unit.id, measures, from, to });
}

/** Refuses where the role may not open what lies beneath a sum. */
export function refuseAggregateOnly(rollup: RollupValue, argument: string): void {
  if (rollup.aggregateOnly) throw new Refused('FORBIDDEN_FOR_ROLE', argument);
}
