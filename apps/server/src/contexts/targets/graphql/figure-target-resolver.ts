import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { isRate, targetStandings, type Indicator, type TargetStanding } from '@banyan/schema/targets';
import type { Day } from '../../../kernel/day.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { FigureType, loadTotals, RollupType, type Basis, type FigureValue, type RollupValue } from '../../ledger/index.ts';
import { loadChildrenFounded, loadTerm } from '../../organisation/index.ts';
import { indicatorOf } from '../domain/indicator.ts';
import { progressOf, usualTolerance } from '../domain/progress.ts';
import { findPlainTargets, openEnd, type PlainQuestion } from '../persistence/target-reads.ts';
import type { Target } from '../persistence/target-rows.ts';
import { checkedTolerance } from './target-resolver.ts';
import { TargetProgressType, TargetStandingCountType } from './target-types.ts';
import { courseOf, loadProgress } from './target-values.ts';

/** The target that a figure stands beside: held back until nothing else is being read, so that those of a page are one statement. */
async function loadPlainTarget(context: RequestContext, basis: Basis, question: PlainQuestion): Promise<Target | null> {
  const loader = context.loader<PlainQuestion, Target | null>(
    `plain-targets ${basis.asOf} ${basis.knownAt?.toISOString() ?? ''}`,
    async (asked) => await findPlainTargets(await context.scope(), basis, asked),
    (asked) => Object.values(asked).join(' '),
    'HELD_BACK',
  );
  return await loader.load(question);
}

const toleranceOf = { defaultValue: usualTolerance, description: 'How far below linear pace is still on pace, in per cent of what is expected, 0 to 100.' };

@Resolver(() => FigureType)
export class FigureTargetResolver {
  @FieldResolver(() => TargetProgressType, {
    nullable: true,
    description: 'The figure beside the target of its unit for exactly this period: the one that was handed down, else its own. Null where there is none.',
  })
  async target(@Root() figure: FigureValue, @Ctx() context: RequestContext, @Arg('tolerance', () => Int, toleranceOf) tolerance: number) {
    const { rollup, measure, hidden } = figure;
    const indicator = indicatorOf(measure);
    if (indicator === null || hidden) return null;
    const { period, basis, unit } = rollup;
    const target = await loadPlainTarget(context, basis, { unitId: unit.unit.id, indicator, from: period.from, endsOn: period.endsOn });
    if (!target) return null;
    const known = figure.value ?? undefined;
    return await loadProgress(context, target, basis, { tolerance: checkedTolerance(tolerance), ...(known === undefined ? {} : { known }) });
  }
}

/** How a unit below stands, by admissions, in the days of a period; of a term its own. A page asks it of a thousand units: what is a number and open is judged at once. */
async function standingOf(context: RequestContext, basis: Basis, asked: { unitId: string; indicator: Indicator; from: Day; endsOn: Day; to: Day }, tolerance: number): Promise<TargetStanding> {
  const { to, ...question } = asked;
  const [target, [actual = 0]] = await Promise.all([
    loadPlainTarget(context, basis, question),
    loadTotals(context, 'standings', basis, { unitId: question.unitId, measures: ['ADMITTED'], from: question.from, to }),
  ]);
  if (!target) return 'NO_TARGET';
  if (target.closedOn === null && !isRate(target.current.terms.kind)) {
    return progressOf(target.current.terms, { actual, base: null, start: null }, courseOf(target, basis.asOf), tolerance).standing;
  }
  return (await loadProgress(context, target, basis, { tolerance, ...(target.closedResult === null ? { known: actual } : {}) }))?.standing ?? 'NO_TARGET';
}

@Resolver(() => RollupType)
export class ChildTargetsResolver {
  @FieldResolver(() => [TargetStandingCountType], {
    description: 'Direct children at the end of the period by how their admissions stand beside their targets for it, worst first; standings that no child has are left out.',
  })
  async childrenByTarget(@Root() rollup: RollupValue, @Ctx() context: RequestContext, @Arg('tolerance', () => Int, toleranceOf) tolerance: number) {
    const { period, basis, view } = rollup;
    checkedTolerance(tolerance);
    const day = view === 'AS_IT_WAS' ? period.to : basis.asOf;
    const children = await loadChildrenFounded(context, rollup.unit.unit.id, day);
    const found = await Promise.all(children.map(async ({ id }) => {
      const own = period.parts.form === 'TERM' ? await loadTerm(context, id, basis.asOf) : null;
      const days = own ? { from: own.from, endsOn: own.to ?? openEnd } : { from: period.from, endsOn: period.endsOn };
      return await standingOf(context, basis, { unitId: id, indicator: 'ADMITTED', ...days, to: days.endsOn < basis.asOf ? days.endsOn : basis.asOf }, tolerance);
    }));
    const counts = Map.groupBy(found, (standing) => standing);
    return targetStandings.flatMap((standing) => {
      const count = counts.get(standing)?.length ?? 0;
      return count === 0 ? [] : [{ standing, count }];
    });
  }
}
