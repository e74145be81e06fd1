import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { dimensionKinds, measureTraits, sliceKeys, type Dimension, type Language, type PeriodType } from '@banyan/schema/enums';
import { sliceLabel } from '@banyan/schema/texts';
import { checkedFirst, decodeCursor, pageOf } from '../../../kernel/connection.ts';
import { percentOf, ratioOf } from '../../../kernel/half-up.ts';
import { encodeId } from '../../../kernel/ids.ts';
import { Refused } from '../../../kernel/refused.ts';
import { DimensionEnum, LanguageEnum, PeriodTypeEnum } from '../../../platform/graphql-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { connectionOf } from '../../organisation/index.ts';
import { isSensitiveDimension, refuseUnlessPublicBreakdown } from '../domain/aggregate-only.ts';
import { isDimensionOf, isStock, partsOf } from '../domain/measure.ts';
import { cutsOf, questionOf, type SliceFilter } from '../domain/question.ts';
import { divisorOf, mostSteps, stepsOf } from '../domain/steps.ts';
import { listEvidence, type EvidenceRow } from '../persistence/evidence.ts';
import { loadGone, loadPublished, loadShown, loadSlices, loadStep } from './figure-loaders.ts';
import { refuseAggregateOnly, type FigureValue } from './figure-value.ts';
import { BreakdownType, EvidenceConnectionType, FigureType, MeanType, SliceInput, SliceType, TrendPointType } from './rollup-types.ts';

/** Refuses slices that say nothing about the measure, or keys that are not in the closed list. */
function checkedWhere(figure: FigureValue, where: readonly SliceFilter[] | null | undefined): readonly SliceFilter[] {
  for (const { dimension, key } of where ?? []) {
    const keys: readonly string[] = sliceKeys[dimension];
    if (!isDimensionOf(figure.measure, dimension) || !keys.includes(key)) throw new Refused('BAD_USER_INPUT', 'where');
  }
  return where ?? [];
}

@ArgsType()
class ByArgs {
  @Field(() => DimensionEnum, { description: 'The dimension.' }) dimension!: Dimension;
  @Field(() => [SliceInput], { nullable: true, description: 'Only what belongs to all of these slices.' }) where?: SliceInput[] | null;
}

@ArgsType()
class EvidenceArgs {
  @Field(() => DimensionEnum, { nullable: true, description: 'With `key`: only what belongs to this slice.' }) dimension?: Dimension | null;
  @Field(() => String, { nullable: true, description: 'Key of the dimension.' }) key?: string | null;
  @Field(() => [SliceInput], { nullable: true, description: 'Only what belongs to all of these slices too.' }) where?: SliceInput[] | null;
  @Field(() => Int, { description: 'Size of the page, 1 to 100.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'Start after the row of this cursor.' }) after?: string | null;
}

@Resolver(() => FigureType)
export class FigureResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'The part of the figure at units that were below on the day of the fact and are not at `asOf`: moved away or closed since. With the unit\'s own and its children\'s figures it makes up the whole, but for children that came from elsewhere and bring what they counted there. Null for roles that see sums alone.',
  })
  async atUnitsSinceGone(@Root() figure: FigureValue, @Ctx() context: RequestContext) {
    if (figure.rollup.aggregateOnly) return null;
    const { basis, period, unit } = figure.rollup;
    return await loadGone(context, basis, questionOf(unit.unit.id, figure.measure, period));
  }

  @FieldResolver(() => BreakdownType, { description: 'The figure by the keys of a dimension.' })
  async by(@Root() figure: FigureValue, @Ctx() context: RequestContext, @Args(() => ByArgs) { dimension, where }: ByArgs) {
    if (!isDimensionOf(figure.measure, dimension)) throw new Refused('BAD_USER_INPUT', 'dimension');
    const crossed = checkedWhere(figure, where);
    if (figure.rollup.aggregateOnly) refuseUnlessPublicBreakdown(figure.measure, dimension, crossed.length > 0);
    const question = questionOf(figure.rollup.unit.unit.id, figure.measure, figure.rollup.period);
    const values = await loadSlices(context, figure.rollup.basis, { dimension, where: crossed }, question);
    const base = dimensionKinds[dimension] === 'PARTITION' ? sum(values) : await crossedBase(context, figure, crossed);
    const masked = figure.rollup.aggregateOnly && isSensitiveDimension(dimension) && base !== 0;
    const published = masked && (await loadPublished(context, question, dimension));
    const slices = sliceKeys[dimension].map((key) => {
      const value = values.get(key) ?? 0;
      const hidden = masked && !(published && key === 'YES');
      return { dimension, key, value: hidden ? null : value, share: hidden ? null : percentOf(value, base), hidden };
    });
    return { dimension, kind: dimensionKinds[dimension], base, slices };
  }

  @FieldResolver(() => MeanType, { description: 'The flow per year or month of its period, with the divisor.' })
  async mean(@Root() figure: FigureValue, @Ctx() context: RequestContext) {
    if (isStock(figure.measure)) throw new Refused('BAD_USER_INPUT', 'mean');
    const { value } = await loadShown(context, figure.rollup.unit, figure.rollup, figure.measure, figure.rollup.period);
    const divisor = divisorOf(figure.rollup.period);
    return { ...divisor, value: value === null ? null : ratioOf(value, divisor.divisor) };
  }

  @FieldResolver(() => [TrendPointType], { description: 'The figure in each month, quarter or year that the period touches, up to 400.' })
  async trend(
    @Root() figure: FigureValue,
    @Ctx() context: RequestContext,
    @Arg('by', () => PeriodTypeEnum, { description: 'Step of the trend.' }) by: PeriodType,
  ) {
    if (by === 'MONTH') refuseAggregateOnly(figure.rollup, 'by');
    const steps = stepsOf(figure.rollup.period, by);
    if (steps.length > mostSteps) throw new Refused('BAD_USER_INPUT', 'by');
    if (figure.rollup.aggregateOnly && steps.some((step) => !step.complete)) throw new Refused('FORBIDDEN_FOR_ROLE', 'by');
    return await Promise.all(steps.map(async (period) => ({ period, ...(await loadShown(context, figure.rollup.unit, figure.rollup, figure.measure, period, loadStep)) })));
  }

  @FieldResolver(() => EvidenceConnectionType, {
    description: 'The subjects behind the figure. Of a slice of ethnic minority or religion the count only: whose it is, is unlocked person by person.',
  })
  async evidence(@Root() figure: FigureValue, @Ctx() context: RequestContext, @Args(() => EvidenceArgs) args: EvidenceArgs) {
    refuseAggregateOnly(figure.rollup, 'evidence');
    const where = checkedWhere(figure, [...(args.where ?? []), ...sliceOf(args)]);
    const first = checkedFirst(args.first, 100);
    const cursor = decodeCursor(args.after, 'DAY');
    const cuts = cutsOf({ measure: figure.measure, ...figure.rollup.period });
    const asked = { unitId: figure.rollup.unit.unit.id, measures: partsOf(figure.measure), after: cuts.before, upTo: cuts.upTo, where };
    const page = await listEvidence(await context.scope(), figure.rollup.basis, asked, { first, cursor });
    // Who stands behind a slice of ethnicity or religion is never listed: it is unlocked person by person, with a reason.
    const closed = where.some((slice) => isSensitiveDimension(slice.dimension));
    const rows = closed ? [] : page.rows.map((row) => ({ row, cursor: [row.occurredOn, row.subjectId] as const }));
    return {
      ...connectionOf(pageOf(rows, first, page.totalCount, cursor !== null), evidenceValue),
      sum: page.sum,
      withheld: closed ? page.totalCount : page.withheld,
    };
  }
}

function sliceOf({ dimension, key }: EvidenceArgs): SliceFilter[] {
  if ((dimension ?? null) === null && (key ?? null) === null) return [];
  if (!dimension || key === null || key === undefined) throw new Refused('BAD_USER_INPUT', 'key');
  return [{ dimension, key }];
}

function sum(values: Map<string, number>): number {
  return [...values.values()].reduce((total, value) => total + value, 0);
}

/** What an overlapping breakdown is per cent of: its slices do not add up, so the figure is read for itself. */
async function crossedBase(context: RequestContext, figure: FigureValue, where: readonly SliceFilter[]): Promise<number> {
  const partition = measureTraits[figure.measure].subject === 'PERSON' ? 'GENDER' : 'UNIT_TYPE';
  const question = questionOf(figure.rollup.unit.unit.id, figure.measure, figure.rollup.period);
  return sum(await loadSlices(context, figure.rollup.basis, { dimension: partition, where }, question));
}

function evidenceValue(row: EvidenceRow) {
  return { id: encodeId('Evidence', row.subjectId), delta: row.delta, row };
}

@Resolver(() => SliceType)
export class SliceResolver {
  @FieldResolver(() => String, { description: 'What the key means.' })
  label(
    @Root() slice: { dimension: Dimension; key: string },
    @Arg('language', () => LanguageEnum, { defaultValue: 'VI', description: 'Language of the label.' }) language: Language,
  ) {
    return sliceLabel(language, slice.dimension, slice.key);
  }
}

