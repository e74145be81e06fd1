import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RateBase } from '@banyan/schema/enums';
import { addDays, daysFrom } from '../../../kernel/day.ts';
import { Refused } from '../../../kernel/refused.ts';
import { RateBaseEnum } from '../../../platform/graphql-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { loadTotals, RollupType, type RollupValue } from '../../ledger/index.ts';
import { besideGuideline, guidelineOf } from '../domain/guideline.ts';
import { projectionOf, stretchesOf, type Stretch } from '../domain/projection.ts';
import { countPools } from '../persistence/worksheet-reads.ts';
import { GuidelineProgressType, ProjectionType, TargetProgressType } from './target-types.ts';
import { loadCount, loadOf, loadToday, type TargetProgressValue } from './target-values.ts';

/** What an earlier year brought in a stretch; null where nothing was on record of the unit then. */
async function loadRest(context: RequestContext, { row, basis }: TargetProgressValue, { from, to, factor }: Stretch): Promise<number | null> {
  const before = addDays(from, -1);
  const [count, members] = await Promise.all([
    loadCount(context, basis, row, from, to),
    loadTotals(context, 'totals', basis, { unitId: row.unitId, measures: ['MEMBERS'], from: before, to: before }),
  ]);
  return (members[0] ?? 0) === 0 ? null : count * factor;
}

@Resolver(() => TargetProgressType)
export class TargetProgressResolver {
  @FieldResolver(() => ProjectionType, { nullable: true, description: 'Where the period may end; null once it is over, where it has no end, and where nothing is on record of earlier years. Of admissions and recognitions alone.' })
  async projection(@Root() progress: TargetProgressValue, @Ctx() context: RequestContext): Promise<ProjectionType | null> {
    const { row, course, actual } = progress;
    if (course.endsOn === null || course.complete || (row.indicator !== 'ADMITTED' && row.indicator !== 'RECOGNISED')) return null;
    const rests = await Promise.all(stretchesOf(course).map(async (stretch) => await loadRest(context, progress, stretch)));
    // The people on their way are those of today, and tell nothing of a group of them.
    const isNow = row.indicator === 'ADMITTED' && row.slice === null && course.to >= (await loadToday(context));
    const pool = isNow ? await loadOf(context, 'pools', row.unitId, countPools) : undefined;
    return projectionOf(actual, rests.filter((rest) => rest !== null), pool ?? { decided: 0, proposed: 0 }, daysFrom(course.to, course.endsOn) - 1);
  }
}

@Resolver(() => RollupType)
export class GuidelineResolver {
  @FieldResolver(() => GuidelineProgressType, { nullable: true, description: 'The year’s admissions beside the guideline of its time; null for any other period, and where there was none.' })
  async guideline(
    @Root() { period, basis, unit }: RollupValue,
    @Ctx() context: RequestContext,
    @Arg('base', () => RateBaseEnum, { defaultValue: 'STOCK_AT_PERIOD_START', description: 'Which stock of members it is taken of: at the start or the end of the year.' }) base: RateBase,
  ): Promise<GuidelineProgressType | null> {
    if (base !== 'STOCK_AT_PERIOD_START' && base !== 'STOCK_AT_PERIOD_END' && base !== 'STOCK_AT_YEAR_START') throw new Refused('BAD_USER_INPUT', 'base');
    const guideline = period.parts.form === 'YEAR' ? guidelineOf(period.parts.year) : null;
    if (!guideline) return null;
    const day = base === 'STOCK_AT_PERIOD_END' ? period.to : addDays(period.from, -1);
    const unitId = unit.unit.id;
    const [[admitted = 0], [members = 0]] = await Promise.all([
      loadTotals(context, 'totals', basis, { unitId, measures: ['ADMITTED'], from: period.from, to: period.to }),
      loadTotals(context, 'totals', basis, { unitId, measures: ['MEMBERS'], from: day, to: day }),
    ]);
    const { low, high, standing } = besideGuideline(guideline, admitted, members);
    return { ...guideline, low, high, base: members, baseRule: base, admitted, standing: period.complete ? standing : null };
  }
}
