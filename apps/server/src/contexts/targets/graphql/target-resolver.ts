import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { TargetRefusalCode } from '@banyan/schema/targets';
import { parsePeriod } from '@banyan/schema/period';
import type { Day } from '../../../kernel/day.ts';
import { percentOf } from '../../../kernel/half-up.ts';
import { decodeIdOf } from '../../../kernel/ids.ts';
import { resolvePeriod } from '../../../kernel/period.ts';
import { Refused } from '../../../kernel/refused.ts';
import { DateScalar, PeriodScalar } from '../../../platform/graphql-scalars.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { isAggregateOnly, isAllowed } from '../../access/index.ts';
import { dayFor, loadStub, loadTerm, loadUnit, stubValue, UnitStubType, UnitType, type UnitValue } from '../../organisation/index.ts';
import { usualTolerance } from '../domain/progress.ts';
import { isPublicResult } from '../domain/target.ts';
import { findTargetsOfUnits, listVersions, openEnd, sumTargetsBelow } from '../persistence/target-reads.ts';
import type { Target } from '../persistence/target-rows.ts';
import { DocumentType } from './document-types.ts';
import { loadDocument } from './document-values.ts';
import { TargetActionType, TargetProgressType, TargetsBelowType, TargetType, TargetVersionType } from './target-types.ts';
import { loadOf, loadProgress, loadTarget, loadToday, plainBasis, plainTargetOf, targetValue, versionValue, type TargetValue, type VersionValue } from './target-values.ts';

/** Refuses a tolerance that is no per cent. */
export function checkedTolerance(tolerance: number): number {
  if (tolerance < 0 || tolerance > 100) throw new Refused('BAD_USER_INPUT', 'tolerance');
  return tolerance;
}

/** The stub of a unit as the API shows it, where the reader may know it. */
export async function stubOf(context: RequestContext, id: string) {
  const stub = await loadStub(context, id);
  return stub && stubValue(stub);
}

@Resolver(() => UnitType)
export class UnitTargetsResolver {
  @FieldResolver(() => [TargetType], { description: 'What the unit is asked for, the latest period first; with `period` only the targets of exactly its days.' })
  async targets(
    @Root() unit: UnitValue,
    @Ctx() context: RequestContext,
    @Arg('period', () => PeriodScalar, { nullable: true, description: 'Only targets of this period.' }) period: string | null,
  ) {
    const found = (await loadOf(context, 'targets-of-unit', unit.unit.id, findTargetsOfUnits)) ?? [];
    if (!period) return found.map(targetValue);
    const asOf = dayFor(context, unit, null);
    const { from, endsOn } = resolvePeriod(period, asOf, parsePeriod(period)?.form === 'TERM' ? await loadTerm(context, unit.unit.id, asOf) : null);
    return found.filter((target) => target.startsOn === from && (target.endsOn ?? openEnd) === endsOn).map(targetValue);
  }
}

/** Whether the viewer may read the result of a target. */
async function isResultRead(context: RequestContext, row: Target): Promise<boolean> {
  const { actor } = await context.scope();
  return !isAggregateOnly(actor.role) || isPublicResult(row, await loadToday(context));
}

/** Why the viewer cannot adjust a target; null where he can. */
async function cannotAdjust(context: RequestContext, row: Target): Promise<TargetRefusalCode | null> {
  const { actor } = await context.scope();
  if (!isAllowed(actor.role, 'target.issue')) return 'FORBIDDEN_FOR_ROLE';
  if (!(await loadUnit(context, row.issuerId))) return 'NOT_YOUR_BODY';
  if (row.parentId !== null) return 'PART_OF_ALLOCATION';
  return await cannotChange(context, row);
}

/** Why nobody can change a target any more; null where that is possible. */
export async function cannotChange(context: RequestContext, row: Target): Promise<TargetRefusalCode | null> {
  if (row.closedOn !== null) return 'UNIT_CLOSED';
  return row.endsOn !== null && row.endsOn < (await loadToday(context)) ? 'PERIOD_ENDED' : null;
}

/** An action as the API tells it. */
export function actionValue(because: TargetRefusalCode | null): TargetActionType {
  return Object.assign(new TargetActionType(), { can: because === null, because });
}

@Resolver(() => TargetVersionType)
export class TargetVersionResolver {
  @FieldResolver(() => DocumentType, { nullable: true, description: 'The document that it rests on; null where it is in no register that the viewer sees.' })
  async document(@Root() { documentId }: VersionValue, @Ctx() context: RequestContext) {
    return documentId && (await loadDocument(context, documentId));
  }
}

@Resolver(() => TargetType)
export class TargetResolver {
  @Query(() => TargetType, { nullable: true, description: 'A target; null outside the scope.' })
  async target(@Ctx() context: RequestContext, @Arg('id', () => ID, { description: 'Opaque id.' }) id: string) {
    const rowId = decodeIdOf('Target', id);
    return rowId && (await loadTarget(context, rowId));
  }

  @FieldResolver(() => UnitStubType, { nullable: true, description: 'The unit that is asked.' })
  async unit(@Root() { row }: TargetValue, @Ctx() context: RequestContext) {
    return await stubOf(context, row.unitId);
  }

  @FieldResolver(() => UnitStubType, { nullable: true, description: 'The unit that gave it: one above, or the unit itself. Null where the viewer may not know it.' })
  async issuer(@Root() { row }: TargetValue, @Ctx() context: RequestContext) {
    return await stubOf(context, row.issuerId);
  }

  @FieldResolver(() => TargetType, { nullable: true, description: 'The target of the issuer of which it is a part; null where there is none, or it lies outside the scope.' })
  async whole(@Root() { row }: TargetValue, @Ctx() context: RequestContext) {
    return row.parentId && (await loadTarget(context, row.parentId));
  }

  @FieldResolver(() => [TargetVersionType], { description: 'All of its versions, the first one first.' })
  async versions(@Root() { row }: TargetValue, @Ctx() context: RequestContext) {
    return ((await loadOf(context, 'target-versions', row.id, listVersions)) ?? []).map(versionValue);
  }

  @FieldResolver(() => TargetProgressType, { nullable: true, description: 'The result beside it; null before its period begins. Whoever reads sums alone reads that of a year or a quarter that is over, and of no group of people.' })
  async progress(
    @Root() { row }: TargetValue,
    @Ctx() context: RequestContext,
    @Arg('asOf', () => DateScalar, { nullable: true, description: 'Facts up to this day count; today (or the last day of data) where absent.' }) asOf: Day | null,
    @Arg('tolerance', () => Int, { defaultValue: usualTolerance, description: 'How far below linear pace is still on pace, in per cent of what is expected, 0 to 100.' }) tolerance: number,
  ) {
    const { actor } = await context.scope();
    if (asOf && isAggregateOnly(actor.role)) throw new Refused('FORBIDDEN_FOR_ROLE', 'asOf');
    if (!(await isResultRead(context, row))) return null;
    const today = await loadToday(context);
    return await loadProgress(context, plainTargetOf(row), plainBasis(asOf && asOf < today ? asOf : today), { tolerance: checkedTolerance(tolerance), whole: row });
  }

  @FieldResolver(() => Int, { nullable: true, description: 'The result to the day on which its unit ended; null while that is, and where the viewer may not read the result.' })
  async closedResult(@Root() { row }: TargetValue, @Ctx() context: RequestContext): Promise<number | null> {
    return (await isResultRead(context, row)) ? row.closedResult : null;
  }

  @FieldResolver(() => TargetsBelowType, { nullable: true, description: 'What the units directly below are asked for, whoever gave it to them; null where none of them has a target, and for rates.' })
  async below(@Root() { row }: TargetValue, @Ctx() context: RequestContext) {
    const today = await loadToday(context);
    const sum = await loadOf(context, `targets-below ${today}`, row.id, async (scope, ids) => await sumTargetsBelow(scope, ids, today));
    if (!sum) return null;
    const { kind, low } = row.current.terms;
    const progress = kind === 'REDUCE_TO' || !(await isResultRead(context, row)) ? null : await loadProgress(context, plainTargetOf(row), plainBasis(today), { tolerance: usualTolerance });
    return { ...sum, difference: sum.low - low, percentOfLow: progress ? percentOf(progress.actual, sum.low) : null };
  }

  @FieldResolver(() => TargetActionType, { description: 'Whether the viewer can adjust it.' })
  async viewerCanAdjust(@Root() { row }: TargetValue, @Ctx() context: RequestContext) {
    return actionValue(await cannotAdjust(context, row));
  }
}
