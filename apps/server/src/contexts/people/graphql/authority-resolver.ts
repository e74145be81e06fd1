import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { powers, type RuleRefusalCode } from '@banyan/schema/rules';
import type { Actor } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import { decodeIdOf, encodeId } from '../../../kernel/ids.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { isAllowed } from '../../access/index.ts';
import { loadStub, loadUnit, stubValue, unitValue, UnitStubType, UnitType, type UnitValue } from '../../organisation/index.ts';
import { endPower, givePower, reachesGiver, type PowerChanged } from '../application/give-power.ts';
import { approvalPathOf } from '../domain/approval-path.ts';
import { canHold, giverOf } from '../domain/authority.ts';
import type { PlacedChainUnit } from '../persistence/approval-chain.ts';
import { findPowersOf, type GivenPower } from '../persistence/unit-powers.ts';
import * as types from './authority-types.ts';
import { loadChain, viewerToday } from './candidacy-values.ts';
import { RuleRefusedType } from './rules-types.ts';
import { ruleRefusedValue } from './rules-values.ts';

type AuthorityValue = types.UnitAuthorityType & { readonly unitId: string; readonly chain: readonly PlacedChainUnit[] };

async function loadPowers(context: RequestContext, unitId: string): Promise<GivenPower[]> {
  const loader = context.loader<string, GivenPower[]>('powers-of-unit', async (ids) => {
    const found = await findPowersOf(await context.scope(), ids);
    return ids.map((id) => found.filter((given) => given.unitId === id));
  });
  return await loader.load(unitId);
}

/** Why somebody may not end a power that was given, or null. */
function cannotEnd(actor: Actor, chain: readonly PlacedChainUnit[], { power, until }: GivenPower, today: Day): RuleRefusalCode | null {
  if (!isAllowed(actor.role, 'power.give')) return 'FORBIDDEN_FOR_ROLE';
  if (!reachesGiver(actor, chain, power)) return 'NOT_YOUR_BODY';
  return until !== null && until < today ? 'ALREADY_ENDED' : null;
}

async function stubOf(context: RequestContext, unit: PlacedChainUnit | null) {
  const stub = unit && (await loadStub(context, unit.id));
  return stub ? stubValue(stub) : null;
}

@Resolver(() => UnitType)
export class UnitPowersResolver {
  @FieldResolver(() => types.UnitAuthorityType, { nullable: true, description: 'What the unit may do by itself, and who decides for it; null for a unit that is closed.' })
  async authority(@Root() { unit }: UnitValue, @Ctx() context: RequestContext): Promise<AuthorityValue | null> {
    const chain = await loadChain(context, unit.id);
    const own = chain?.at(-1);
    if (!chain || !own) return null;
    const { actor } = await context.scope();
    const canBeGiven = powers.filter((power) => canHold(own, power) && giverOf(chain, power));
    const [first] = canBeGiven;
    const cannot = !isAllowed(actor.role, 'power.give') ? 'FORBIDDEN_FOR_ROLE' : first && !reachesGiver(actor, chain, first) ? 'NOT_YOUR_BODY' : null;
    return Object.assign(new types.UnitAuthorityType(), { unitId: unit.id, chain, ofKind: own.kindPowers, canBeGiven, viewerCan: first !== undefined && cannot === null, viewerCannotBecause: first ? cannot : null });
  }
}

@Resolver(() => types.UnitAuthorityType)
export class UnitAuthorityResolver {
  @FieldResolver(() => UnitStubType, { nullable: true, description: 'Who decides on admission and recognition for the cells here, today; null where nobody may.' })
  async decider(@Root() { chain }: AuthorityValue, @Ctx() context: RequestContext) {
    const own = chain.at(-1);
    return await stubOf(context, own?.decidesAdmissions ? own : approvalPathOf(chain).decider);
  }

  @FieldResolver(() => UnitStubType, { nullable: true, description: 'The body above that gives powers to the unit, and ends them; null where none can be given.' })
  async giver(@Root() { chain, canBeGiven }: AuthorityValue, @Ctx() context: RequestContext) {
    const [first] = canBeGiven;
    return first ? await stubOf(context, giverOf(chain, first)) : null;
  }

  @FieldResolver(() => [types.UnitPowerType], { description: 'Powers that were given to it for a time, the latest first; those that ended and those to come too.' })
  async given(@Root() { chain, unitId }: AuthorityValue, @Ctx() context: RequestContext) {
    const [given, today, { actor }] = await Promise.all([loadPowers(context, unitId), viewerToday(context), context.scope()]);
    return given.map((one) => {
      const cannot = cannotEnd(actor, chain, one, today);
      return {
        ...one,
        id: encodeId('UnitPower', one.id),
        isInForce: one.from <= today && (one.until === null || today <= one.until),
        recordedBy: one.recorderName,
        endedBy: one.enderName,
        viewerCanEnd: cannot === null,
        viewerCannotEndBecause: cannot,
      };
    });
  }
}

@Resolver(() => RuleRefusedType)
export class PowerRefusedResolver {
  @FieldResolver(() => UnitType, { nullable: true, description: 'The unit with its powers as they stand, where another version of one was expected.' })
  async currentUnit(@Root() { unitId }: { readonly unitId?: string }, @Ctx() context: RequestContext) {
    const unit = unitId === undefined ? null : await loadUnit(context, unitId);
    return unit && unitValue(unit);
  }
}

async function told(context: RequestContext, outcome: PowerChanged) {
  if ('refused' in outcome) return ruleRefusedValue(outcome.refused);
  const unit = await loadUnit(context, outcome.unitId);
  if (!unit) throw new Error('the power was changed and its unit is not there');
  return Object.assign(new types.PowerChangedType(), { unit: unitValue(unit) });
}

@Resolver()
export class PowerMutations {
  @Mutation(() => types.PowerResult, { description: 'Gives a power to a grassroots committee for a time. Candidacies on their way go on under the path of each day.' })
  async givePower(@Ctx() context: RequestContext, @Arg('input', () => types.GivePowerInput, { description: 'The power and its time.' }) input: types.GivePowerInput) {
    const { unit, until = null, ...rest } = input;
    return await told(context, await givePower(context, { ...rest, until, unitId: decodeIdOf('Unit', unit) }));
  }

  @Mutation(() => types.PowerResult, { description: 'Ends a power that was given for a time. What the unit decided until then stays.' })
  async endPower(@Ctx() context: RequestContext, @Arg('input', () => types.EndPowerInput, { description: 'The power and its last day.' }) input: types.EndPowerInput) {
    const { power, ...rest } = input;
    return await told(context, await endPower(context, { ...rest, powerId: decodeIdOf('UnitPower', power) }));
  }
}
