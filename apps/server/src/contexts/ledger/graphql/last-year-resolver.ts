import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { standings, type Language, type Standing } from '@banyan/schema/enums';
import { formatInteger } from '@banyan/schema/format';
import { texts } from '@banyan/schema/texts';
import { percentOf } from '../../../kernel/half-up.ts';
import type { ResolvedPeriod } from '../../../kernel/period.ts';
import { LanguageEnum } from '../../../platform/graphql-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { standingOf } from '../domain/last-year.ts';
import type { FigureValue, RollupValue } from './figure-value.ts';
import { loadBelow } from './figures-below.ts';
import { FigureLastYearType, FigureType, RollupType, StandingCountType } from './rollup-types.ts';

@Resolver(() => FigureType)
export class FigureLastYearResolver {
  @FieldResolver(() => FigureLastYearType, {
    nullable: true,
    description:
      'The figure beside the same period of the year before. Null for a term, for a range of more than a year, and where the unit was founded since that period began.',
  })
  samePeriodLastYear(@Root() { rollup, measure, value: now }: FigureValue): LastYear | null {
    const before = rollup.lastYear(measure);
    if (before === null) return null;
    const { period, value } = before;
    if (now === null || value === null) return { period, value, difference: null, percent: null, standing: null };
    return { period, value, difference: now - value, percent: percentOf(now, value), standing: standingOf(now, value, rollup.period) };
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
  readonly percent: number | null;
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
    const children = await loadBelow(context, rollup.unit, rollup);
    const found = children.map(({ now, before }): Standing => (now === null || before === null ? 'NOT_COMPARABLE' : standingOf(now, before, rollup.period)));
    const counts = Map.groupBy(found, (standing) => standing);
    return standings.flatMap((standing) => {
      const count = counts.get(standing)?.length ?? 0;
      return count === 0 ? [] : [{ standing, count }];
    });
  }
}
