import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { enRules } from '@banyan/schema/texts/en-rules';
import { viRules } from '@banyan/schema/texts/vi-rules';
import type { RequestContext } from '../../../platform/request-context.ts';
import type { RuleRefusal } from '../domain/rule-refusal.ts';
import { findHolidayYear, type HolidayYear } from '../persistence/holidays.ts';
import { HolidayYearType, RuleRefusedType } from './rules-types.ts';

/** A year of a calendar as its resolvers pass it on. */
export type HolidayYearValue = HolidayYearType & { readonly calendar: HolidayYear };

/** A year of the calendar of a unit of the scope, or null. */
export async function loadHolidayYear(context: RequestContext, unitId: string, year: number): Promise<HolidayYearValue | null> {
  const scope = await context.scope();
  const calendar = await findHolidayYear(scope, scope, unitId, year);
  return calendar && Object.assign(new HolidayYearType(), { calendar, year, version: calendar.version });
}

/** A refusal as the API tells it. */
export function ruleRefusedValue({ code, field, conflict, calendar, unitId }: RuleRefusal): RuleRefusedType & Pick<RuleRefusal, 'unitId'> & { readonly calendar: RuleRefusal['calendar'] | undefined } {
  return Object.assign(new RuleRefusedType(), { code, field, conflict: conflict ?? null, calendar, ...(unitId === undefined ? {} : { unitId }), sentence: (language: 'VI' | 'EN') => (language === 'VI' ? viRules : enRules).refusals[code] });
}

@Resolver(() => RuleRefusedType)
export class RuleRefusedResolver {
  @FieldResolver(() => HolidayYearType, { nullable: true, description: 'The calendar as it stands, where another version of it was expected.' })
  async current(@Root() { calendar }: { readonly calendar?: RuleRefusal['calendar'] }, @Ctx() context: RequestContext) {
    return calendar ? await loadHolidayYear(context, calendar.unitId, calendar.year) : null;
  }
}
