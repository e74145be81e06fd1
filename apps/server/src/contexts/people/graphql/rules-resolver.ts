import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RuleRefusalCode } from '@banyan/schema/rules';
import { addDays } from '../../../kernel/day.ts';
import { decodeIdOf, decodeIdOr } from '../../../kernel/ids.ts';
import { RuleRefusalCodeEnum } from '../../../platform/lifecycle-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { isAllowed } from '../../access/index.ts';
import { loadStub, stubValue, UnitStubType } from '../../organisation/index.ts';
import { changeHoliday } from '../application/change-holiday.ts';
import { rulePacks } from '../domain/rule-pack.ts';
import { findFileLimits } from '../persistence/file-rows.ts';
import type { Holiday } from '../persistence/holidays.ts';
import * as types from './rules-types.ts';
import { loadHolidayYear, ruleRefusedValue, type HolidayYearValue } from './rules-values.ts';

async function stubOf(context: RequestContext, unitId: string | null) {
  const stub = unitId && (await loadStub(context, unitId));
  return stub ? stubValue(stub) : null;
}

@Resolver()
export class RulesQueries {
  @Query(() => types.FileLimitsType, { description: 'What is limited about the files of papers.' })
  async fileLimits(@Ctx() context: RequestContext) {
    const limits = await findFileLimits(await context.scope());
    return { fileBytes: limits.FILE_BYTES, paperFiles: limits.PAPER_FILES, candidacyBytes: limits.CANDIDACY_BYTES, accountDayBytes: limits.ACCOUNT_DAY_BYTES };
  }

  @Query(() => [types.RulePackType], { description: 'All rule packs, oldest first.' })
  rulePacks() {
    return rulePacks.map((pack, index) => {
      const next = rulePacks[index + 1];
      return { ...pack, validUntil: next ? addDays(next.validFrom, -1) : null };
    });
  }

  @Query(() => types.HolidayYearType, { nullable: true, description: 'A year of the calendar of a tree: the days that are not worked, besides Saturdays and Sundays. Null outside the scope.' })
  async holidays(
    @Ctx() context: RequestContext,
    @Arg('year', () => Int, { description: 'The year.' }) year: number,
    @Arg('unit', () => ID, { nullable: true, description: 'Id of the unit at the top of the tree; the unit of the acting grant where absent.' }) unit?: string | null,
  ) {
    const { actor } = await context.scope();
    const unitId = decodeIdOr('Unit', unit, actor.unitId);
    return unitId && (await loadHolidayYear(context, unitId, year));
  }
}

@Resolver(() => types.HolidayType)
export class HolidayResolver {
  @FieldResolver(() => UnitStubType, { nullable: true, description: 'The unit that changed the day for its tree; null for a public holiday.' })
  async changedBy(@Root() { changedBy }: Holiday, @Ctx() context: RequestContext) {
    return await stubOf(context, changedBy);
  }
}

@Resolver(() => types.HolidayYearType)
export class HolidayYearResolver {
  @FieldResolver(() => UnitStubType, { description: 'The unit at the top of the tree.' })
  async unit(@Root() { calendar }: HolidayYearValue, @Ctx() context: RequestContext) {
    return await stubOf(context, calendar.unitId);
  }

  @FieldResolver(() => [types.HolidayType], { description: 'The days, in order.' })
  days(@Root() { calendar }: HolidayYearValue) {
    return calendar.days;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may change days of this tree.' })
  async viewerCanChange(@Ctx() context: RequestContext) {
    return isAllowed((await context.scope()).actor.role, 'holiday.change');
  }

  @FieldResolver(() => RuleRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not change days of this tree.' })
  async viewerCannotChangeBecause(@Ctx() context: RequestContext): Promise<RuleRefusalCode | null> {
    return isAllowed((await context.scope()).actor.role, 'holiday.change') ? null : 'FORBIDDEN_FOR_ROLE';
  }
}

@Resolver()
export class HolidayMutations {
  @Mutation(() => types.HolidayResult, { description: 'Changes whether a day is worked in the tree of a unit. The limits that run there move with it; what past steps say of theirs stays.' })
  async changeHoliday(@Ctx() context: RequestContext, @Arg('input', () => types.ChangeHolidayInput, { description: 'The day.' }) input: types.ChangeHolidayInput) {
    const { unit, ...rest } = input;
    const outcome = await changeHoliday(context, { ...rest, unitId: decodeIdOf('Unit', unit) });
    if ('refused' in outcome) return ruleRefusedValue(outcome.refused);
    const { isWritten, moved, unitId, year } = outcome;
    return Object.assign(new types.HolidayChangedType(), { isWritten, movedCandidacies: moved.candidacies, movedLetters: moved.letters, calendar: await loadHolidayYear(context, unitId, year) });
  }
}
