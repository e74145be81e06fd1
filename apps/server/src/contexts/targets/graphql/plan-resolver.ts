import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { decodeIdIfGiven, decodeIdOf } from '../../../kernel/ids.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { UnitStubType, UnitType, type UnitValue } from '../../organisation/index.ts';
import { addPlanItem, changePlanItem, checkPlanItem, uncheckPlanItem } from '../application/keep-plan-item.ts';
import { changePlan, makePlan } from '../application/keep-plan.ts';
import type { Plan, PlanItem } from '../domain/plan.ts';
import { findChecksOf, findItemsById, findItemsOf, findPlansAbove, findPlansById, findPlansOfYear } from '../persistence/plan-rows.ts';
import { DocumentType } from './document-types.ts';
import { loadDocument } from './document-values.ts';
import * as types from './plan-types.ts';
import { RecordResult } from './record-types.ts';
import { keptValue, loadKept, loadOf, recordOutcome, stubOf, todayFor } from './record-values.ts';
import { TargetType } from './target-types.ts';
import { loadTarget } from './target-values.ts';

type PlanValue = types.PlanType & { readonly plan: Plan };
type PlanItemValue = types.PlanItemType & { readonly item: PlanItem };

/** A plan as the API shows it. */
function planValue(plan: Plan): PlanValue {
  const { year, isHandedDown, itemCount, doneCount, overdueCount } = plan;
  return Object.assign(new types.PlanType(), { ...keptValue('Plan', plan), plan, year, isHandedDown, itemCount, doneCount, overdueCount });
}

function itemValue(item: PlanItem): PlanItemValue {
  const { period, dueOn, title, responsible, doneOn } = item;
  return Object.assign(new types.PlanItemType(), { ...keptValue('PlanItem', item), item, period, dueOn, title, responsible, doneOn });
}

/** A plan that the reader sees, by its row id. */
export async function loadPlan(context: RequestContext, id: string): Promise<PlanValue | null> {
  const today = await todayFor(context);
  const plan = await loadKept(context, 'Plan', id, async (scope, ids) => await findPlansById(scope, today, ids));
  return plan && planValue(plan);
}

/** An item of a plan that the reader sees, by its row id. */
export async function loadItem(context: RequestContext, id: string): Promise<PlanItemValue | null> {
  const item = await loadKept(context, 'PlanItem', id, findItemsById);
  return item && itemValue(item);
}

@Resolver(() => UnitType)
export class UnitPlansResolver {
  @FieldResolver(() => types.PlanType, { nullable: true, description: 'What the unit sets out to do in a year; null where it has no plan of it.' })
  async plan(@Root() { unit }: UnitValue, @Ctx() context: RequestContext, @Arg('year', () => Int, { description: 'The year.' }) year: number) {
    const today = await todayFor(context);
    const plan = await loadOf(context, `plan-of ${year}`, unit.id, async (scope, unitIds) => await findPlansOfYear(scope, today, { unitIds, year }));
    return plan ? planValue(plan) : null;
  }

  @FieldResolver(() => [types.PlanType], { description: 'The plans of a year that the units above it have handed down, the nearest first.' })
  async plansAbove(@Root() { unit }: UnitValue, @Ctx() context: RequestContext, @Arg('year', () => Int, { description: 'The year.' }) year: number) {
    const today = await todayFor(context);
    const plans = await loadOf(context, `plans-above ${year}`, unit.id, async (scope, unitIds) => await findPlansAbove(scope, today, { unitIds, year }));
    return (plans ?? []).map(planValue);
  }
}

@Resolver(() => types.PlanType)
export class PlanResolver {
  @FieldResolver(() => UnitStubType, { nullable: true, description: 'The unit whose plan it is.' })
  async unit(@Root() { plan }: PlanValue, @Ctx() context: RequestContext) {
    return await stubOf(context, plan.unitId);
  }

  @FieldResolver(() => DocumentType, { nullable: true, description: 'The document by which it was issued; null where there is none, or the viewer does not see it.' })
  async document(@Root() { plan }: PlanValue, @Ctx() context: RequestContext) {
    return plan.documentId && (await loadDocument(context, plan.documentId));
  }

  @FieldResolver(() => types.PlanType, { nullable: true, description: 'The plan of a unit above that it follows; null where there is none, or the viewer does not see it.' })
  async parent(@Root() { plan }: PlanValue, @Ctx() context: RequestContext) {
    return plan.parentId && (await loadPlan(context, plan.parentId));
  }

  @FieldResolver(() => [types.PlanItemType], { description: 'What is to be done, in the order of the days; what was taken back too. 200 at the most.' })
  async items(@Root() { plan }: PlanValue, @Ctx() context: RequestContext) {
    return ((await loadOf(context, 'items-of', plan.id, findItemsOf)) ?? []).map(itemValue);
  }
}

@Resolver(() => types.PlanItemType)
export class PlanItemResolver {
  @FieldResolver(() => types.PlanType, { nullable: true, description: 'The plan that it is of.' })
  async plan(@Root() { item }: PlanItemValue, @Ctx() context: RequestContext) {
    return await loadPlan(context, item.planId);
  }

  @FieldResolver(() => TargetType, { nullable: true, description: 'The target of the same unit that it works towards; null where there is none, or the viewer does not see it.' })
  async target(@Root() { item }: PlanItemValue, @Ctx() context: RequestContext) {
    return item.targetId && (await loadTarget(context, item.targetId));
  }

  @FieldResolver(() => Boolean, { description: 'Whether it was due before today and is not done.' })
  async isOverdue(@Root() { item }: PlanItemValue, @Ctx() context: RequestContext) {
    return item.takenBackReason === null && item.doneOn === null && item.dueOn < (await todayFor(context));
  }

  @FieldResolver(() => [types.PlanItemCheckType], { description: 'What became of it, the latest line first.' })
  async checks(@Root() { item }: PlanItemValue, @Ctx() context: RequestContext) {
    return ((await loadOf(context, 'checks-of', item.id, findChecksOf)) ?? []).map(({ recorderName, ...check }) => ({ ...check, recordedBy: recorderName }));
  }
}

@Resolver()
export class PlanMutations {
  @Mutation(() => RecordResult, { description: 'Makes the plan of a unit for a year. A unit has one plan of a year.' })
  async makePlan(@Ctx() context: RequestContext, @Arg('input', () => types.MakePlanInput, { description: 'The plan.' }) input: types.MakePlanInput) {
    const { unit, document, parent, ...rest } = input;
    const outcome = await makePlan(context, { ...rest, unitId: decodeIdOf('Unit', unit), documentId: decodeIdIfGiven('Document', document), parentId: decodeIdIfGiven('Plan', parent) });
    return await recordOutcome(outcome, async (id) => await loadPlan(context, id));
  }

  @Mutation(() => RecordResult, { description: 'Changes what a plan rests on and follows, and whether the units below see it.' })
  async changePlan(@Ctx() context: RequestContext, @Arg('input', () => types.ChangePlanInput, { description: 'The plan.' }) input: types.ChangePlanInput) {
    const { plan, document, parent, ...rest } = input;
    const outcome = await changePlan(context, { ...rest, id: decodeIdOf('Plan', plan), documentId: decodeIdIfGiven('Document', document), parentId: decodeIdIfGiven('Plan', parent) });
    return await recordOutcome(outcome, async (id) => await loadPlan(context, id));
  }

  @Mutation(() => RecordResult, { description: 'Adds something to do to a plan.' })
  async addPlanItem(@Ctx() context: RequestContext, @Arg('input', () => types.AddPlanItemInput, { description: 'The item.' }) input: types.AddPlanItemInput) {
    const { plan, responsible = null, target, ...rest } = input;
    return await recordOutcome(await addPlanItem(context, { ...rest, responsible, planId: decodeIdOf('Plan', plan), targetId: decodeIdIfGiven('Target', target) }), async (id) => await loadItem(context, id));
  }

  @Mutation(() => RecordResult, { description: 'Changes what is to be done, by when and by whom, and towards which target.' })
  async changePlanItem(@Ctx() context: RequestContext, @Arg('input', () => types.ChangePlanItemInput, { description: 'The item.' }) input: types.ChangePlanItemInput) {
    const { item, responsible = null, target, ...rest } = input;
    return await recordOutcome(await changePlanItem(context, { ...rest, responsible, id: decodeIdOf('PlanItem', item), targetId: decodeIdIfGiven('Target', target) }), async (id) => await loadItem(context, id));
  }

  @Mutation(() => RecordResult, { description: 'Checks an item off: it was done on a day.' })
  async checkPlanItem(@Ctx() context: RequestContext, @Arg('input', () => types.CheckPlanItemInput, { description: 'The item and its day.' }) input: types.CheckPlanItemInput) {
    const { item, note = null, ...rest } = input;
    return await recordOutcome(await checkPlanItem(context, { ...rest, note, id: decodeIdOf('PlanItem', item) }), async (id) => await loadItem(context, id));
  }

  @Mutation(() => RecordResult, { description: 'Takes back that an item was done. Both lines stay.' })
  async uncheckPlanItem(@Ctx() context: RequestContext, @Arg('input', () => types.UncheckPlanItemInput, { description: 'The item and the reason.' }) input: types.UncheckPlanItemInput) {
    const { item, ...rest } = input;
    return await recordOutcome(await uncheckPlanItem(context, { ...rest, id: decodeIdOf('PlanItem', item) }), async (id) => await loadItem(context, id));
  }
}
