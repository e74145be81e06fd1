import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Language, RateBase, RollupView } from '@banyan/schema/enums';
import { periodLabel } from '@banyan/schema/period';
import { texts } from '@banyan/schema/texts';
import { addDays, dayInVietNam, type Day } from '../../../kernel/day.ts';
import { percentOf } from '../../../kernel/half-up.ts';
import { parsedPeriod, resolvePeriod, type ResolvedPeriod } from '../../../kernel/period.ts';
import { Refused } from '../../../kernel/refused.ts';
import { LanguageEnum, RateBaseEnum, RollupViewEnum } from '../../../platform/graphql-enums.ts';
import { DateScalar, DateTimeScalar, PeriodScalar } from '../../../platform/graphql-scalars.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { isAggregateOnly } from '../../access/index.ts';
import { dayFor, loadTerm, UnitType, type UnitValue } from '../../organisation/index.ts';
import { refuseUnlessPublic } from '../domain/aggregate-only.ts';
import { rateDays } from '../domain/rate-days.ts';
import { loadRate, type RollupFrame } from './figure-loaders.ts';
import { refuseAggregateOnly, rollupOf, type AskAhead, type RollupValue } from './figure-value.ts';
import { RatioType, ResolvedPeriodType, RollupType } from './rollup-types.ts';

/** What has been recorded in the last minute may still be committing: the past of before then does not move. */
const settlingMilliseconds = 60_000;

@ArgsType()
class RollupArgs {
  @Field(() => PeriodScalar, { description: 'The period.' }) period!: string;
  @Field(() => RollupViewEnum, { defaultValue: 'AS_IT_WAS', description: 'Which tree the figures follow.' }) view!: RollupView;
  @Field(() => DateScalar, { nullable: true, description: 'Facts up to this day count; today (or the last day of data) where absent.' }) asOf?: Day | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only what was recorded by then counts; at least one minute ago.' }) knownAt?: Date | null;
}

@Resolver(() => UnitType)
export class UnitRollupResolver {
  @FieldResolver(() => RollupType, { description: 'The figures of the subtree for a period.' })
  rollup(@Root() unit: UnitValue, @Ctx() context: RequestContext, @Args(() => RollupArgs) args: RollupArgs, @Info() info: GraphQLResolveInfo) {
    return resolveRollup(unit, args, context, info);
  }
}

/** Resolves `Unit.rollup`. */
export function resolveRollup(unit: UnitValue, args: RollupArgs, context: RequestContext, info: GraphQLResolveInfo, askAhead: AskAhead = () => undefined): RollupValue | Promise<RollupValue> {
  const frame = frameOf(context, unit, args);
  return frame instanceof Promise ? frame.then((made) => rollupOf(context, unit, made, info, askAhead)) : rollupOf(context, unit, frame, info, askAhead);
}

/** The frame of a roll-up, made once for all units that are asked alike; each unit has a term of its own. */
function frameOf(context: RequestContext, unit: UnitValue, args: RollupArgs): RollupFrame | Promise<RollupFrame> {
  const form = parsedPeriod(args.period).form;
  const key = `${args.period} ${args.view} ${args.asOf ?? ''} ${args.knownAt?.toISOString() ?? ''} ${form === 'TERM' ? unit.unit.id : (unit.lastDataOn ?? '')}`;
  const frames = context.held('frames of roll-ups', () => new Map<string, RollupFrame | Promise<RollupFrame>>());
  const known = frames.get(key);
  if (known) return known;
  const making = makeFrame(context, unit, args, form === 'TERM');
  frames.set(key, making);
  void making.then((made) => frames.set(key, made), () => undefined); // whoever waits for it hears of a refusal
  return making;
}

async function makeFrame(context: RequestContext, unit: UnitValue, args: RollupArgs, ofTerm: boolean): Promise<RollupFrame> {
  const { actor } = await context.scope();
  const asOf = dayFor(context, unit, args.asOf);
  const knownAt = args.knownAt ?? null;
  if (knownAt && knownAt.getTime() > context.now().getTime() - settlingMilliseconds) throw new Refused('BAD_USER_INPUT', 'knownAt');
  const period = resolvePeriod(args.period, asOf, ofTerm ? await loadTerm(context, unit.unit.id, asOf) : null);
  const basis = { view: args.view, asOf, knownAt };
  const aggregateOnly = isAggregateOnly(actor.role);
  if (aggregateOnly) {
    refuseUnlessPublic(period, basis, { asOf: args.asOf ?? null, knownAt }, todayOf(unit.lastDataOn, dayInVietNam(context.now())));
  }
  return { period, basis, aggregateOnly };
}

@Resolver(() => RollupType)
export class RollupResolver {
  @FieldResolver(() => RatioType, { description: 'Admissions per cent of members, with the base named.' })
  async admissionRate(
    @Root() rollup: RollupValue,
    @Ctx() context: RequestContext,
    @Arg('base', () => RateBaseEnum, { description: 'Which stock of members to divide by.' }) base: RateBase,
  ) {
    const days = rateDays(rollup.period, base) ?? (await termDays(context, rollup));
    const { numerator, stocks } = await loadRate(context, rollup, rollup.unit.unit.id, days);
    const sum = stocks.reduce((total, stock) => total + stock, 0);
    return {
      percent: percentOf(numerator * stocks.length, sum),
      numerator,
      denominator: Math.floor((2 * sum + stocks.length) / (2 * stocks.length)),
      base,
      hidden: false,
    };
  }
}

/** The day before the term began, which is no end of a quarter. */
async function termDays(context: RequestContext, rollup: RollupValue): Promise<Day[]> {
  refuseAggregateOnly(rollup, 'base');
  const term = await loadTerm(context, rollup.unit.unit.id, rollup.period.to);
  if (!term) throw new Refused('BAD_USER_INPUT', 'base');
  return [addDays(term.from, -1)];
}

@Resolver(() => ResolvedPeriodType)
export class ResolvedPeriodResolver {
  @FieldResolver(() => String, { description: 'Heading of the period.' })
  label(
    @Root() period: ResolvedPeriod,
    @Arg('language', () => LanguageEnum, { defaultValue: 'VI', description: 'Language of the heading.' }) language: Language,
  ) {
    return periodLabel(period.parts, language, period.termLabel);
  }
}

@Resolver(() => RatioType)
export class RatioResolver {
  @FieldResolver(() => String, { description: 'The base in words.' })
  baseLabel(
    @Root() ratio: { base: RateBase },
    @Arg('language', () => LanguageEnum, { defaultValue: 'VI', description: 'Language of the words.' }) language: Language,
  ) {
    return texts[language].rateBases[ratio.base];
  }
}
