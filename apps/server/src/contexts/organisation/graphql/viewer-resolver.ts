import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { dayInVietNam } from '../../../kernel/day.ts';
import { Refused } from '../../../kernel/refused.ts';
import { DateScalar } from '../../../platform/graphql-scalars.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import { GrantType, ViewerType, type GrantValue, type ViewerValue } from '../../access/index.ts';
import { kindsOf } from '../persistence/unit-kinds.ts';
import { loadUnit } from './unit-loaders.ts';
import { UnitStubType, UnitType } from './unit-types.ts';
import { stubValue, unitValue } from './unit-values.ts';

@Resolver(() => ViewerType)
export class ViewerUnitResolver {
  @FieldResolver(() => UnitType, { description: 'The unit at which the acting grant applies: the root of what the viewer sees.' })
  async unit(@Root() viewer: ViewerValue, @Ctx() context: RequestContext) {
    const unit = await loadUnit(context, viewer.actor.unitId);
    if (!unit) throw new Refused('UNAUTHENTICATED');
    return unitValue(unit);
  }

  @FieldResolver(() => DateScalar, {
    description: 'The day that "today" means at the viewer\'s unit: the calendar day, or a historical province\'s last day of data.',
  })
  today(@Root() viewer: ViewerValue, @Ctx() context: RequestContext) {
    return todayOf(viewer.actor.lastDataOn, dayInVietNam(context.now()));
  }
}

@Resolver(() => GrantType)
export class GrantUnitResolver {
  @FieldResolver(() => UnitStubType, { description: 'Where the grant applies.' })
  async unit(@Root() grant: GrantValue, @Ctx() context: RequestContext) {
    const kinds = await kindsOf(await context.scope(), [grant]);
    return stubValue({ id: grant.unitId, code: grant.unitCode, name: grant.unitName, kind: kinds(grant) });
  }
}
