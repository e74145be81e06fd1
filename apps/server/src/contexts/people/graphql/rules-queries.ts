import { Arg, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import type { PaperKind } from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';
import { DateScalar } from '../../../platform/graphql-scalars.ts';
import { PaperKindEnum } from '../../../platform/lifecycle-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { rulePacks } from '../domain/rule-pack.ts';
import { findHolidaysOf } from '../persistence/approval-chain.ts';

@ObjectType('PaperRule', { simpleResolvers: true, description: 'A paper that a file holds under a rule pack.' })
export class PaperRuleType {
  @Field(() => PaperKindEnum, { description: 'Which paper.' }) kind!: PaperKind;
  @Field(() => String, { nullable: true, description: 'Number of its form.' }) form!: string | null;
  @Field(() => Boolean, { description: 'Whether it has to be made anew when the file is too old.' }) ages!: boolean;
}

@ObjectType('RulePack', { simpleResolvers: true, description: 'The limits of a time, as data. A candidacy keeps the pack in force when it began.' })
export class RulePackType {
  @Field(() => String, { description: 'Code of the pack.' }) code!: string;
  @Field(() => DateScalar, { description: 'First day on which candidacies begin under it.' }) validFrom!: Day;
  @Field(() => String, { description: 'The regulation and the guidance that it is read from.' }) source!: string;
  @Field(() => Int, { description: 'Years of age at the least, counted by month at the meeting of the cell.' }) minimumAgeYears!: number;
  @Field(() => Int, { description: 'Years of age above which the province has to consent.' }) consentAboveAgeYears!: number;
  @Field(() => Int, { description: 'Months for which the certificate of the awareness class can be used.' }) certificateMonths!: number;
  @Field(() => Int, { description: 'Months after which a file has to be made anew.' }) dossierMonths!: number;
  @Field(() => Int, { description: 'Working days for the decision to admit, from the resolution of the cell.' }) decisionWorkingDays!: number;
  @Field(() => Int, { description: 'Working days for the ceremony, from receiving the decision.' }) ceremonyWorkingDays!: number;
  @Field(() => Int, { description: 'Working days for the cell to propose recognition, from the end of probation.' }) recognitionProposalWorkingDays!: number;
  @Field(() => Int, { description: 'Working days for the decision to recognise, from the resolution of the cell.' }) recognitionDecisionWorkingDays!: number;
  @Field(() => Int, { description: 'Working days that an extension adds.' }) extensionWorkingDays!: number;
  @Field(() => Int, { description: 'Months of probation. There is no extension of it.' }) probationMonths!: number;
  @Field(() => Int, { description: 'Introducers that a proposal needs.' }) introducers!: number;
  @Field(() => Int, { description: 'Months after leaving before which nobody is readmitted.' }) readmissionMonths!: number;
  @Field(() => Int, { description: 'Working days within which a member presents a letter of transfer at the new place.' }) transferLetterWorkingDays!: number;
  @Field(() => [PaperRuleType], { description: 'The papers of a file.' }) papers!: PaperRuleType[];
}

@ObjectType('Holiday', { simpleResolvers: true, description: 'A day that is not worked.' })
export class HolidayType {
  @Field(() => DateScalar, { description: 'The day.' }) day!: Day;
  @Field(() => String, { description: 'Its name in Vietnamese.' }) nameVi!: string;
  @Field(() => String, { description: 'Its name in English.' }) nameEn!: string;
}

@Resolver()
export class RulesQueries {
  @Query(() => [RulePackType], { description: 'All rule packs, oldest first.' })
  rulePacks() {
    return rulePacks;
  }

  @Query(() => [HolidayType], { description: 'The days of a year that are not worked, besides Saturdays and Sundays.' })
  async holidays(@Ctx() context: RequestContext, @Arg('year', () => Int, { description: 'The year.' }) year: number) {
    return await findHolidaysOf(await context.scope(), year);
  }
}
