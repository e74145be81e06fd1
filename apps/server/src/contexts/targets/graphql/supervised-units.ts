import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { mostSupervisedUnits } from '@banyan/schema/supervision';
import { addMonths, dayInVietNam } from '../../../kernel/day.ts';
import { encodeId } from '../../../kernel/ids.ts';
import { parsedPeriod, resolvePeriod, type ResolvedPeriod } from '../../../kernel/period.ts';
import { PeriodScalar } from '../../../platform/graphql-scalars.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { GrantType, ViewerType } from '../../access/index.ts';
import { loadTotals, ResolvedPeriodType } from '../../ledger/index.ts';
import { loadTerm, loadUnit, stubValue, UnitStubType } from '../../organisation/index.ts';
import { countOnTheWay } from '../../people/index.ts';
import { usualTolerance } from '../domain/progress.ts';
import { compareDoing, type Supervision } from '../domain/supervision.ts';
import { findOwnSupervisions } from '../persistence/supervision-rows.ts';
import { findPlainTargets } from '../persistence/target-reads.ts';
import { loadOwnGrants } from './supervision-resolver.ts';
import { SupervisedTargetType, SupervisedUnitType, SupervisionType } from './supervision-types.ts';
import { supervisionValue } from './supervision-values.ts';
import { loadProgress, plainBasis } from './target-values.ts';

type SupervisedUnitValue = SupervisedUnitType & { readonly supervision: Supervision; readonly unit: ReturnType<typeof stubValue>; readonly period: ResolvedPeriod };

/** The admissions of a unit beside its target for a period, under the grant of a context. */
async function targetOf(context: RequestContext, unitId: string, { from, endsOn }: ResolvedPeriod, { asOf, admitted }: { asOf: string; admitted: number }): Promise<SupervisedTargetType | null> {
  const basis = plainBasis(asOf);
  const [target] = await findPlainTargets(await context.scope(), basis, [{ unitId, indicator: 'ADMITTED', from, endsOn }]);
  const progress = target ? await loadProgress(context, target, basis, { tolerance: usualTolerance, known: admitted }) : null;
  if (!progress) return null;
  const { kind, low, high, percentOfLow, remainingLow, attainment, pace, standing, shortOfPace } = progress;
  return Object.assign(new SupervisedTargetType(), { kind, low, high, percentOfLow, remainingLow, attainment, pace, standing, shortOfPace });
}

/** A supervised unit with its figures, read under the grant of its assignment by a fixed number of statements. */
async function readUnit(context: RequestContext, supervision: Supervision, period: string): Promise<SupervisedUnitValue | null> {
  const scope = await context.scope();
  const today = todayOf(scope.actor.lastDataOn, dayInVietNam(context.now()));
  const { unitId } = scope.actor;
  const [unit, term, way] = await Promise.all([
    loadUnit(context, unitId),
    parsedPeriod(period).form === 'TERM' ? loadTerm(context, unitId, today) : null,
    countOnTheWay(scope, today),
  ]);
  // A term belongs to a unit: one that has none has no figures of it.
  if (!unit || (parsedPeriod(period).form === 'TERM' && !term)) return null;
  const resolved = resolvePeriod(period, today, term);
  const isWithinYear = resolved.endsOn < addMonths(resolved.from, 12);
  const [[members = 0, probationaryMembers = 0, admitted = 0], [admittedBefore = 0]] = await Promise.all([
    loadTotals(context, 'totals', plainBasis(today), { unitId, measures: ['MEMBERS', 'PROBATIONARY_MEMBERS', 'ADMITTED'], from: resolved.from, to: resolved.to }),
    loadTotals(context, 'totals', plainBasis(today), { unitId, measures: ['ADMITTED'], from: addMonths(resolved.from, -12), to: addMonths(resolved.to, -12) }),
  ]);
  const admittedLastYear = isWithinYear ? admittedBefore : null;
  const target = await targetOf(context, unitId, resolved, { asOf: today, admitted });
  return Object.assign(new SupervisedUnitType(), { supervision, unit: stubValue(unit), period: resolved, members, probationaryMembers, admitted, admittedLastYear, ...way, target });
}

@Resolver(() => ViewerType)
export class ViewerSupervisedUnitsResolver {
  @FieldResolver(() => [SupervisedUnitType], {
    description: `The units that the account is in charge of today, the worst first, whichever grant is acting: each read under its own grant, all in one snapshot. At the most ${mostSupervisedUnits}, of those assigned first.`,
  })
  async supervisedUnits(@Ctx() context: RequestContext, @Arg('period', () => PeriodScalar, { description: 'The period of the figures; a term is each unit\'s own.' }) period: string) {
    parsedPeriod(period);
    const own = (await findOwnSupervisions(await context.scope(), false)).filter(({ state }) => state === 'IN_FORCE');
    const byGrant = new Map(own.slice(0, mostSupervisedUnits).map((supervision) => [supervision.grantId, supervision]));
    const found = await context.under([...byGrant.keys()], async (beside, grantId) => {
      const supervision = byGrant.get(grantId);
      return supervision ? await readUnit(beside, supervision, period) : null;
    });
    return found.filter((unit) => unit !== null).toSorted(compareDoing);
  }
}

@Resolver(() => SupervisedUnitType)
export class SupervisedUnitResolver {
  @FieldResolver(() => SupervisionType, { description: 'The assignment.' })
  supervision(@Root() { supervision }: SupervisedUnitValue) {
    return supervisionValue(supervision);
  }

  @FieldResolver(() => UnitStubType, { description: 'The unit.' })
  unit(@Root() { unit }: SupervisedUnitValue) {
    return unit;
  }

  @FieldResolver(() => ResolvedPeriodType, { description: 'The period of the figures, with its days.' })
  period(@Root() { period }: SupervisedUnitValue) {
    return period;
  }

  @FieldResolver(() => GrantType, { nullable: true, description: 'The grant under which it was read: what can be switched to.' })
  async grant(@Root() { supervision }: SupervisedUnitValue, @Ctx() context: RequestContext) {
    return (await loadOwnGrants(context)).find(({ id }) => id === encodeId('Grant', supervision.grantId)) ?? null;
  }
}
