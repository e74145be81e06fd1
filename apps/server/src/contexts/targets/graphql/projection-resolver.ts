import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RateBase } from '@banyan/schema/enums';
import type { NoProjection } from '@banyan/schema/targets';
import { addDays, addMonths, daysFrom, type Day } from '../../../kernel/day.ts';
import { Refused } from '../../../kernel/refused.ts';
import { RateBaseEnum } from '../../../platform/graphql-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { NoProjectionEnum } from '../../../platform/target-enums.ts';
import { basisKey, loadTotals, RollupType, type RollupValue } from '../../ledger/index.ts';
import { besideGuideline, guidelineOf } from '../domain/guideline.ts';
import { indicatorSources } from '../domain/indicator.ts';
import { projectionOf, projectionOfStock, stretchesOf, type Projection, type StockThen, type Stretch } from '../domain/projection.ts';
import { findTargetsInForce } from '../persistence/target-reads.ts';
import { countPools, findFirstSteps } from '../persistence/worksheet-reads.ts';
import { GuidelineProgressType, ProjectionType, TargetProgressType, TargetType } from './target-types.ts';
import { loadCount, loadOf, loadToday, targetValue, type TargetProgressValue } from './target-values.ts';

/** Whether a unit was on record on a day: of steps for a year, because those of whoever was on the way before are not; of all else with members. */
async function isOnRecord(context: RequestContext, { row, basis }: TargetProgressValue, day: Day): Promise<boolean> {
  const source = indicatorSources[row.indicator];
  if (source.from === 'STEPS') {
    const first = await loadOf(context, `first-step ${source.step}`, row.unitId, async (scope, ids) => await findFirstSteps(scope, ids, source.step));
    return first !== undefined && first <= addMonths(day, -12);
  }
  const [members = 0] = await loadTotals(context, 'steps', basis, { unitId: row.unitId, measures: ['MEMBERS'], from: day, to: day });
  return members > 0;
}

/** What an earlier year brought in a stretch; null where nothing was on record of the unit then. */
async function loadRest(context: RequestContext, progress: TargetProgressValue, { from, to, factor }: Stretch): Promise<number | null> {
  const [count, isKnown] = await Promise.all([loadCount(context, progress.basis, progress.row, from, to, 'steps'), isOnRecord(context, progress, addDays(from, -1))]);
  return isKnown ? count * factor : null;
}

/** What there was of a stock before and after a stretch of an earlier year. */
async function loadStockThen(context: RequestContext, { row, basis }: TargetProgressValue, { from, to, factor }: Stretch): Promise<StockThen> {
  const on = async (day: Day) => await loadCount(context, basis, row, day, day, 'steps');
  const [before, after] = await Promise.all([on(addDays(from, -1)), on(to)]);
  return { before, after, factor };
}

/** Where the period of a target may end, or why that cannot be told. */
async function loadProjection(context: RequestContext, progress: TargetProgressValue): Promise<Projection | NoProjection> {
  const { row, course, actual } = progress;
  if (course.complete) return 'PERIOD_OVER';
  if (course.endsOn === null) return 'NO_END';
  const stretches = stretchesOf(course);
  if (indicatorSources[row.indicator].from === 'PLACES') {
    return projectionOfStock(actual, await Promise.all(stretches.map(async (stretch) => await loadStockThen(context, progress, stretch)))) ?? 'NOTHING_ON_RECORD';
  }
  const rests = await Promise.all(stretches.map(async (stretch) => await loadRest(context, progress, stretch)));
  // The people on their way are those of today, and tell of admissions alone, and nothing of a group of them.
  const isNow = row.indicator === 'ADMITTED' && row.slice === null && course.to >= (await loadToday(context));
  const pool = isNow ? await loadOf(context, 'pools', row.unitId, countPools) : undefined;
  return projectionOf(actual, rests.filter((rest) => rest !== null), pool ?? { decided: 0, proposed: 0 }, daysFrom(course.to, course.endsOn) - 1) ?? 'NOTHING_ON_RECORD';
}

@Resolver(() => TargetProgressType)
export class TargetProgressResolver {
  @FieldResolver(() => TargetType, { description: 'The target, in the version that was in force.' })
  async target(@Root() { row, basis, whole }: TargetProgressValue, @Ctx() context: RequestContext) {
    const found = whole ?? (await loadOf(context, `targets-in-force ${basisKey(basis)}`, row.id, async (scope, ids) => await findTargetsInForce(scope, basis, ids)));
    if (!found) throw new Refused('INTERNAL_SERVER_ERROR');
    return targetValue(found);
  }

  @FieldResolver(() => ProjectionType, {
    nullable: true,
    description:
      'Where the result may end; null where `noProjection` says why. It rests on what the same months of earlier years brought, for admissions also on the people who are near the ceremony. A rate is projected as the count of people, to stand beside its bounds as counts; places without a cell go on changing by the part by which they changed in the same months.',
  })
  async projection(@Root() progress: TargetProgressValue, @Ctx() context: RequestContext): Promise<ProjectionType | null> {
    const projection = await loadProjection(context, progress);
    return typeof projection === 'string' ? null : projection;
  }

  @FieldResolver(() => NoProjectionEnum, { nullable: true, description: 'Why there is no projection; null where there is one.' })
  async noProjection(@Root() progress: TargetProgressValue, @Ctx() context: RequestContext): Promise<NoProjection | null> {
    const projection = await loadProjection(context, progress);
    return typeof projection === 'string' ? projection : null;
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
