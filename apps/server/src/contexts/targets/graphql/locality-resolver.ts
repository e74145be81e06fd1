import type { RecordRefusalCode } from '@banyan/schema/records';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Day } from '../../../kernel/day.ts';
import { decodeIdOf } from '../../../kernel/ids.ts';
import { RecordRefusalCodeEnum } from '../../../platform/record-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { isAllowed } from '../../access/index.ts';
import { UnitType, type UnitValue } from '../../organisation/index.ts';
import { changeLocality, endLocality, recordLocality } from '../application/keep-locality.ts';
import type { Locality } from '../domain/locality.ts';
import { findLocalitiesById, findLocalitiesOf } from '../persistence/locality-rows.ts';
import * as types from './locality-types.ts';
import { RecordResult } from './record-types.ts';
import { keptValue, loadKept, loadOf, recordOutcome, todayFor, unitOf } from './record-values.ts';

type LocalityValue = types.LocalityType & { readonly locality: Locality };

function localityValue(locality: Locality): LocalityValue {
  const { name, since, ownCellSince, sharedCellSince, memberSince, endedOn, endReason, enderName: endedBy } = locality;
  return Object.assign(new types.LocalityType(), { ...keptValue('Locality', locality), locality, name, since, ownCellSince, sharedCellSince, memberSince, endedOn, endReason, endedBy });
}

/** A locality of the scope, by its row id. */
export async function loadLocality(context: RequestContext, id: string): Promise<LocalityValue | null> {
  const locality = await loadKept(context, 'Locality', id, findLocalitiesById);
  return locality && localityValue(locality);
}

@Resolver(() => UnitType)
export class UnitLocalitiesResolver {
  @FieldResolver(() => [types.LocalityType], { description: 'The hamlets and quarters of the unit itself in the order of their names, those that have ended last; none that was taken back.' })
  async localities(@Root() { unit }: UnitValue, @Ctx() context: RequestContext) {
    return ((await loadOf(context, 'localities-of', unit.id, findLocalitiesOf)) ?? []).map(localityValue);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may enter hamlets and quarters of the unit.' })
  async viewerCanKeepLocalities(@Root() { unit }: UnitValue, @Ctx() context: RequestContext) {
    return (await cannotKeep(context, unit.closedOn)) === null;
  }

  @FieldResolver(() => RecordRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not enter hamlets and quarters of the unit.' })
  async viewerCannotKeepLocalitiesBecause(@Root() { unit }: UnitValue, @Ctx() context: RequestContext): Promise<RecordRefusalCode | null> {
    return await cannotKeep(context, unit.closedOn);
  }
}

/** Why no hamlet can be entered of a unit that has ended on a day or stands, or null. */
async function cannotKeep(context: RequestContext, closedOn: Day | null): Promise<RecordRefusalCode | null> {
  if (!isAllowed((await context.scope()).actor.role, 'record.keep')) return 'FORBIDDEN_FOR_ROLE';
  return closedOn === null || closedOn > (await todayFor(context)) ? null : 'DATE_NOT_POSSIBLE';
}

@Resolver(() => types.LocalityType)
export class LocalityResolver {
  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit in whose area it lies.' })
  async unit(@Root() { locality }: LocalityValue, @Ctx() context: RequestContext) {
    return await unitOf(context, locality.unitId);
  }
}

@Resolver()
export class LocalityMutations {
  @Mutation(() => RecordResult, { description: 'Enters a hamlet or a quarter of a unit.' })
  async recordLocality(@Ctx() context: RequestContext, @Arg('input', () => types.RecordLocalityInput, { description: 'The locality.' }) input: types.RecordLocalityInput) {
    const { unit, ownCellSince = null, sharedCellSince = null, memberSince = null, ...rest } = input;
    return await recordOutcome(await recordLocality(context, { ...rest, ownCellSince, sharedCellSince, memberSince, unitId: decodeIdOf('Unit', unit) }), async (id) => await loadLocality(context, id));
  }

  @Mutation(() => RecordResult, { description: 'Changes what is said of a hamlet or a quarter.' })
  async changeLocality(@Ctx() context: RequestContext, @Arg('input', () => types.ChangeLocalityInput, { description: 'The locality.' }) input: types.ChangeLocalityInput) {
    const { locality, ownCellSince = null, sharedCellSince = null, memberSince = null, ...rest } = input;
    return await recordOutcome(await changeLocality(context, { ...rest, ownCellSince, sharedCellSince, memberSince, id: decodeIdOf('Locality', locality) }), async (id) => await loadLocality(context, id));
  }

  @Mutation(() => RecordResult, { description: 'Says that a hamlet or a quarter is no longer there, or puts right what was said of that.' })
  async endLocality(@Ctx() context: RequestContext, @Arg('input', () => types.EndLocalityInput, { description: 'The locality, the day and why.' }) input: types.EndLocalityInput) {
    const { locality, ...rest } = input;
    return await recordOutcome(await endLocality(context, { ...rest, id: decodeIdOf('Locality', locality) }), async (id) => await loadLocality(context, id));
  }
}
