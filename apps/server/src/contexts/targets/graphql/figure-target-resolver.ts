import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { isRate, targetStandings, type Indicator, type TargetStanding } from '@banyan/schema/targets';
import type { ResolvedPeriod } from '../../../kernel/period.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { askTogether, basisKey, FigureType, loadAdmissions, loadBelow, loadChildrenThen, RollupType, siblingsName, type AskAhead, type Basis, type FigureValue, type RollupFrame, type RollupValue, type Siblings } from '../../ledger/index.ts';
import { loadTerm, type UnitValue } from '../../organisation/index.ts';
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

/** The target that a figure of a unit stands beside, or null: as a list of one. */
function loadTargetOf(context: RequestContext, { unit }: UnitValue, { period: { from, endsOn }, basis }: RollupFrame, indicator: Indicator): Promise<(PlainTarget | null)[]> {
  return loadPlainTargets(context, basis, { name: `${indicator} of ${unit.id} ${from} ${endsOn}`, asked: [{ unitId: unit.id, indicator, from, endsOn }] });
}

/** Of a term each unit has days of its own. */
function isOfTerm({ parts }: ResolvedPeriod): boolean {
  return parts.form === 'TERM';
}

/** The units directly below a roll-up with the days that their targets for admissions are asked of. */
async function loadAskedBelow(context: RequestContext, { unit }: UnitValue, frame: RollupFrame): Promise<Siblings<PlainQuestion>> {
  const { period, basis } = frame;
  const children = await loadChildrenThen(context, unit.id, frame);
  const terms = isOfTerm(period) ? await Promise.all(children.map(({ id }) => loadTerm(context, id, basis.asOf))) : [];
  const asked = children.map(({ id }, index) => {
    const own = terms[index];
    return { unitId: id, indicator: 'ADMITTED' as const, ...(own ? { from: own.from, endsOn: own.to ?? openEnd } : { from: period.from, endsOn: period.endsOn }) };
  });
  return { name: `target ${siblingsName(unit.id, period)}`, asked };
}

/** Asks for the targets of a page together, before its numbers are known: this process works on them while the database counts those. */
export const askTargetsAhead: AskAhead = (context, unit, frame, { targets, targetsBelow }) => {
  const indicators = targets.map(indicatorOf).filter((indicator) => indicator !== null);
  const asking = [
    ...indicators.map((indicator) => loadTargetOf(context, unit, frame, indicator)),
    ...(targetsBelow ? [loadAskedBelow(context, unit, frame).then((asked) => loadPlainTargets(context, frame.basis, asked))] : []),
  ];
  void Promise.all(asking).catch(() => undefined); // whoever waits for them hears of a failure
};

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
    const [target] = await loadTargetOf(context, rollup.unit, rollup, indicator);
    if (!target) return null;
    const known = figure.value ?? undefined;
    return await loadProgress(context, target, rollup.basis, { tolerance: checkedTolerance(tolerance), ...(known === undefined ? {} : { known }) });
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
    const { period, basis, unit } = rollup;
    checkedTolerance(tolerance);
    const { name, asked } = await loadAskedBelow(context, unit, rollup);
    // Side by side: their targets do not wait for what they admitted.
    const [targets, admitted] = await Promise.all([
      loadPlainTargets(context, basis, { name, asked }),
      isOfTerm(period)
        ? loadAdmissions(context, basis, { name, asked: asked.map(({ unitId, from, endsOn }) => ({ unitId, from, to: endsOn < basis.asOf ? endsOn : basis.asOf })) })
        : loadBelow(context, unit, rollup).then((below) => below.map(({ now }) => now)),
    ]);
    const found = await Promise.all(targets.map((target, index) => standingOf(context, basis, target, admitted[index] ?? 0, tolerance)));
    const counts = Map.groupBy(found, (standing) => standing);
    return targetStandings.flatMap((standing) => {
      const count = counts.get(standing)?.length ?? 0;
      return count === 0 ? [] : [{ standing, count }];
    });
  }
}
