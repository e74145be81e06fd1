import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CandidacyRefusalCodeEnum, TransferRefusalCodeEnum } from '../../../platform/lifecycle-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { UnitType, type UnitValue } from '../../organisation/index.ts';
import { cannotClaim } from '../application/letter-acts.ts';
import { cannotAdd, type Home } from '../application/may-begin.ts';

function homeOf({ unit }: UnitValue): Home {
  return { isClosed: unit.closedOn !== null, holdsMembers: unit.kind.holdsMembers };
}

/** What the viewer may do about people of a unit who are not there yet. */
@Resolver(() => UnitType)
export class UnitRightsResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the viewer may add a candidate to the unit itself.' })
  async viewerCanAddCandidate(@Root() unit: UnitValue, @Ctx() context: RequestContext) {
    return cannotAdd((await context.scope()).actor, homeOf(unit)) === null;
  }

  @FieldResolver(() => CandidacyRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not. UNIT_HOLDS_NO_MEMBERS: a cell below it has to be chosen.' })
  async viewerCannotAddCandidateBecause(@Root() unit: UnitValue, @Ctx() context: RequestContext) {
    return cannotAdd((await context.scope()).actor, homeOf(unit));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may accept a letter of transfer by its code for the unit itself.' })
  async viewerCanClaimTransfer(@Root() unit: UnitValue, @Ctx() context: RequestContext) {
    return cannotClaim((await context.scope()).actor, homeOf(unit)) === null;
  }

  @FieldResolver(() => TransferRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not. UNIT_HOLDS_NO_MEMBERS: an open cell below it has to be chosen.' })
  async viewerCannotClaimTransferBecause(@Root() unit: UnitValue, @Ctx() context: RequestContext) {
    return cannotClaim((await context.scope()).actor, homeOf(unit));
  }
}
