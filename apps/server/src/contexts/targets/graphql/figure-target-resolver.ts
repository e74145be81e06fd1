import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { isRate, targetStandings, type TargetStanding } from '@banyan/schema/targets';
import type { RequestContext } from '../../../platform/request-context.ts';
import { askTogether, basisKey, FigureType, loadAdmissions, loadBelow, loadChildrenThen, RollupType, siblingsName, type Basis, type FigureValue, type RollupValue, type Siblings } from '../../ledger/index.ts';
import { loadTerm } from '../../organisation/index.ts';
import { indicatorOf } from '../domain/indicator.ts';
import { progressOf, usualTolerance } from '../domain/progress.ts';
import { findPlainTargets, openEnd, type PlainQuestion } from '../persistence/target-reads.ts';
import type { PlainTarget } from '../persistence/target-rows.ts';
import { checkedTolerance } from './target-resolver.ts';
import { TargetProgressType, TargetStandingCountType } from './target-types.ts';
import { courseOf, loadProgress } from './target-values.ts';

/** The targets that figures stand beside: held back until nothing else is being read, so that those of a page are one statement. */
function loadPlainTargets(context: RequestContext, basis: Basis, siblings: Siblings<PlainQuestion>): Promise<(PlainTarget | null)[]> {
  const loader = context.loader<Siblings<PlainQuestion>, (PlainTarget | null)[]>(
    `plain-targets ${basisKey(basis)}`,
    async (lists) => await askTogether(lists, async (asked) => await findPlainTargets(await context.scope(), basis, asked)),
    ({ name }) => name,
    'HELD_BACK',
  );
  return loader.load(siblings);
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
    const [target] = await loadPlainTargets(context, basis, {
      name: `${indicator} of ${unit.unit.id} ${period.from} ${period.endsOn}`,
      asked: [{ unitId: unit.unit.id, indicator, from: period.from, endsOn: period.endsOn }],
    });
    if (!target) return null;
    const known = figure.value ?? undefined;
    return await loadProgress(context, target, basis, { tolerance: checkedTolerance(tolerance), ...(known === undefined ? {} : { known }) });
  }
}

/** How a unit below stands beside its target, by admissions in the days of a period; of a term its own. What is a number and open is judged at once. */
async function standingOf(context: RequestContext, basis: Basis, target: PlainTarget | null, actual: number, tolerance: number): Promise<TargetStanding> {
  if (!target) return 'NO_TARGET';
  if (target.closedOn === null && !isRate(target.terms.kind)) {
    return progressOf(target.terms, { actual, base: null, start: null }, courseOf(target, basis.asOf), tolerance).standing;
  }
  return (await loadProgress(context, target, basis, { tolerance, ...(target.closedResult === null ? { known: actual } : {}) }))?.standing ?? 'NO_TARGET';
}

@Resolver(() => RollupType)
export class ChildTargetsResolver {
  @FieldResolver(() => [TargetStandingCountType], {
    description: 'Direct children at the end of the period by how their admissions stand beside their targets for it, worst first; standings that no child has are left out.',
  })
  async childrenByTarget(@Root() rollup: RollupValue, @Ctx() context: RequestContext, @Arg('tolerance', () => Int, toleranceOf) tolerance: number) {
    const { period, basis } = rollup;
    checkedTolerance(tolerance);
    const children = await loadChildrenThen(context, rollup.unit.unit.id, rollup);
    const isOfTerm = period.parts.form === 'TERM';
    const terms = isOfTerm ? await Promise.all(children.map(({ id }) => loadTerm(context, id, basis.asOf))) : [];
    const asked = children.map(({ id }, index) => {
      const own = terms[index];
      return { unitId: id, indicator: 'ADMITTED' as const, ...(own ? { from: own.from, endsOn: own.to ?? openEnd } : { from: period.from, endsOn: period.endsOn }) };
    });
    const name = `target ${siblingsName(rollup.unit.unit.id, period)}`;
    // Side by side: their targets do not wait for what they admitted.
    const [targets, admitted] = await Promise.all([
      loadPlainTargets(context, basis, { name, asked }),
      isOfTerm
        ? loadAdmissions(context, basis, { name, asked: asked.map(({ unitId, from, endsOn }) => ({ unitId, from, to: endsOn < basis.asOf ? endsOn : basis.asOf })) })
        : loadBelow(context, rollup.unit, rollup).then((below) => below.map(({ now }) => now)),
    ]);
    const found = await Promise.all(targets.map((target, index) => standingOf(context, basis, target, admitted[index] ?? 0, tolerance)));
    const counts = Map.groupBy(found, (standing) => standing);
    return targetStandings.flatMap((standing) => {
      const count = counts.get(standing)?.length ?? 0;
      return count === 0 ? [] : [{ standing, count }];
    });
  }
}
