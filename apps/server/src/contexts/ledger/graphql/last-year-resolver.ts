import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { standings, type Language, type Standing } from '@banyan/schema/enums';
import { formatInteger } from '@banyan/schema/format';
import { texts } from '@banyan/schema/texts';
import type { Day } from '../../../kernel/day.ts';
import { percentOf } from '../../../kernel/half-up.ts';
import type { ResolvedPeriod } from '../../../kernel/period.ts';
import { LanguageEnum } from '../../../platform/graphql-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { loadChildrenFounded } from '../../organisation/index.ts';
import { samePeriodLastYear, standingOf } from '../domain/last-year.ts';
import { loadAdmissions, loadShown, siblingsName } from './figure-loaders.ts';
import type { FigureValue, RollupValue } from './figure-value.ts';
import { FigureLastYearType, FigureType, RollupType, StandingCountType } from './rollup-types.ts';

/** The periods of a year before, of those that the units of a page share. */
const yearBefore = new WeakMap<ResolvedPeriod, ResolvedPeriod | null>();

/** The period that a unit's figures are compared with; null where there is none, and where the unit was not there when it began. */
function comparedWith(period: ResolvedPeriod, foundedOn: Day): ResolvedPeriod | null {
  let before = yearBefore.get(period);
  if (before === undefined) yearBefore.set(period, (before = samePeriodLastYear(period)));
  return before !== null && foundedOn <= before.from ? before : null;
}

@Resolver(() => FigureType)
export class FigureLastYearResolver {
  @FieldResolver(() => FigureLastYearType, {
    nullable: true,
    description:
      'The figure beside the same period of the year before. Null for a term, for a range of more than a year, and where the unit was founded since that period began.',
  })
  async samePeriodLastYear(@Root() { rollup, measure }: FigureValue, @Ctx() context: RequestContext) {
    const period = comparedWith(rollup.period, rollup.unit.unit.foundedOn);
    if (period === null) return null;
    const [now, before] = await Promise.all(
      [rollup.period, period].map(async (asked) => (await loadShown(context, rollup.unit, rollup.frame, measure, asked)).value),
    );
    if (typeof now !== 'number' || typeof before !== 'number') return { period, value: before ?? null, difference: null, percent: null, standing: null };
    return { period, value: before, difference: now - before, percent: percentOf(now, before), standing: standingOf(now, before, rollup.period) };
  }
}

/** `2022`, or `2021–2022` for a range over the turn of a year. */
function yearsOf({ from, to }: ResolvedPeriod): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? first : `${first}–${last}`;
}

interface LastYear {
  readonly period: ResolvedPeriod;
  readonly value: number | null;
  readonly difference: number | null;
  readonly standing: Standing | null;
}

@Resolver(() => FigureLastYearType)
export class LastYearSentenceResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The comparison as a sentence; null where either figure is hidden.' })
  sentence(
    @Root() { period, value, difference, standing }: LastYear,
    @Arg('language', () => LanguageEnum, { defaultValue: 'VI', description: 'Language of the sentence.' }) language: Language,
  ) {
    if (standing === null || value === null || difference === null) return null;
    const { lastYear } = texts[language];
    const year = yearsOf(period);
    const before = formatInteger(value, language);
    if (difference !== 0) return lastYear[difference < 0 ? 'FEWER' : 'MORE'](formatInteger(Math.abs(difference), language), before, year);
    return value === 0 ? lastYear.NONE(year) : lastYear.SAME(before, year);
  }
}

@Resolver(() => RollupType)
export class ChildStandingsResolver {
  @FieldResolver(() => [StandingCountType], {
    description:
      'Direct children at the end of the period by how their admissions stand against the same period of the year before, worst first; standings that no child has are left out.',
  })
  async childrenByStanding(@Root() rollup: RollupValue, @Ctx() context: RequestContext) {
    const day = rollup.view === 'AS_IT_WAS' ? rollup.period.to : rollup.asOf;
    const children = await loadChildrenFounded(context, rollup.unit.unit.id, day);
    const { basis, period } = rollup;
    const compared = children.map((child) => comparedWith(period, child.foundedOn));
    const asked = children.flatMap(({ id }, index) => {
      const before = compared[index];
      return before ? [{ unitId: id, from: period.from, to: period.to }, { unitId: id, from: before.from, to: before.to }] : [];
    });
    const admitted = await loadAdmissions(context, basis, { name: `last year ${siblingsName(rollup.unit.unit.id, period)}`, asked });
    let next = 0;
    const found = compared.map((before): Standing => {
      if (before === null) return 'NOT_COMPARABLE';
      next += 2;
      return standingOf(admitted[next - 2] ?? 0, admitted[next - 1] ?? 0, period);
    });
    const counts = Map.groupBy(found, (standing) => standing);
    return standings.flatMap((standing) => {
      const count = counts.get(standing)?.length ?? 0;
      return count === 0 ? [] : [{ standing, count }];
    });
  }
}
