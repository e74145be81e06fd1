import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { PaperKind, Step } from '@banyan/schema/lifecycle';
import type { RuleRefusalCode } from '@banyan/schema/rules';
import type { Day } from '../../../kernel/day.ts';
import { DateScalar } from '../../../platform/graphql-scalars.ts';
import { PaperKindEnum, RuleRefusalCodeEnum, StepEnum } from '../../../platform/lifecycle-enums.ts';
import { ChangeRefusedType } from './change-refused.ts';

@ObjectType('VoteThreshold', { simpleResolvers: true, description: 'The part of those who are called that has to be in favour.' })
export class VoteThresholdType {
  @Field(() => Int, { description: 'How many …' }) numerator!: number;
  @Field(() => Int, { description: '… of how many.' }) denominator!: number;
}

@ObjectType('PaperRule', { simpleResolvers: true, description: 'A paper that a file holds under a rule pack.' })
export class PaperRuleType {
  @Field(() => PaperKindEnum, { description: 'Which paper.' }) kind!: PaperKind;
  @Field(() => String, { nullable: true, description: 'Number of its form.' }) form!: string | null;
  @Field(() => StepEnum, { description: 'The step that needs it, or that is recorded with it.' }) step!: Step;
  @Field(() => Boolean, { description: 'Whether it has to be made anew when the file is too old.' }) ages!: boolean;
}

@ObjectType('TemporaryTerm', { simpleResolvers: true, description: 'How many months a temporary transfer lasts.' })
export class TemporaryTermType {
  @Field(() => Int, { description: 'At the least.' }) atLeast!: number;
  @Field(() => Int, { description: 'Less than so many.' }) lessThan!: number;
  @Field(() => Int, { description: 'Of full-time study: so many at the most.' }) studyAtMost!: number;
}

@ObjectType('RulePack', { simpleResolvers: true, description: 'The limits of a time, as data. A candidacy keeps the pack in force when it began.' })
export class RulePackType {
  @Field(() => String, { description: 'Code of the pack.' }) code!: string;
  @Field(() => DateScalar, { description: 'First day on which candidacies begin under it.' }) validFrom!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Last day on which candidacies begin under it; null for the one that applies now.' }) validUntil!: Day | null;
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
  @Field(() => VoteThresholdType, { description: 'What the cell has to reach to propose an admission or a recognition.' }) proposalVote!: VoteThresholdType;
  @Field(() => Int, { description: 'Votes below that before whoever decides is asked all the same.' }) failedVotesBeforeDeadlock!: number;
  @Field(() => Int, { description: 'Introducers that a proposal needs.' }) introducers!: number;
  @Field(() => Int, { description: 'Months after leaving before which nobody is readmitted.' }) readmissionMonths!: number;
  @Field(() => Int, { description: 'Months after the conviction of a less serious crime was cleared before which nobody is readmitted.' }) convictionMonths!: number;
  @Field(() => Int, { description: 'Full years up to which somebody is of the age of the Youth Union.' }) youthUnionYears!: number;
  @Field(() => Int, { description: 'Months before and after a bound of the age within which it is told.' }) ageWarningMonths!: number;
  @Field(() => Int, { description: 'Working days within which a member presents a letter of transfer at the new place.' }) transferLetterWorkingDays!: number;
  @Field(() => Int, { description: 'Working days within which a member begins activity at the new place, from the decision or the move.' }) transferStartWorkingDays!: number;
  @Field(() => TemporaryTermType, { description: 'How long a temporary transfer lasts.' }) temporaryTransferMonths!: TemporaryTermType;
  @Field(() => Int, { description: 'Days for which the code on the paper of a letter can be used.' }) transferCodeDays!: number;
  @Field(() => [PaperRuleType], { description: 'The papers of a file.' }) papers!: PaperRuleType[];
}

@ObjectType('FileLimits', { simpleResolvers: true, description: 'How much is kept of files.' })
export class FileLimitsType {
  @Field(() => Int, { description: 'Bytes of one file at the most.' }) fileBytes!: number;
  @Field(() => Int, { description: 'Files of one paper at the most.' }) paperFiles!: number;
  @Field(() => Int, { description: 'Bytes of all files of a candidacy at the most.' }) candidacyBytes!: number;
  @Field(() => Int, { description: 'Bytes that an account sends in a day at the most.' }) accountDayBytes!: number;
}

@ObjectType('Holiday', { description: 'A day that is not worked, or a public holiday that is.' })
export class HolidayType {
  @Field(() => DateScalar, { description: 'The day.' }) day!: Day;
  @Field(() => Boolean, { description: 'Whether it is not worked. False for a public holiday that is worked in this tree.' }) isHoliday!: boolean;
  @Field(() => String, { description: 'Its name in Vietnamese.' }) nameVi!: string;
  @Field(() => String, { description: 'Its name in English.' }) nameEn!: string;
  @Field(() => String, { nullable: true, description: 'Why it is worked; null where it is not.' }) note!: string | null;
}

@ObjectType('HolidayYear', { description: 'A year of the calendar of a tree.' })
export class HolidayYearType {
  @Field(() => Int, { description: 'The year.' }) year!: number;
  @Field(() => String, { description: 'Another text where anything of it has changed: a change names the one that it was made for.' }) version!: string;
}

@ObjectType('HolidayChanged', { simpleResolvers: true, description: 'The day was changed, or would be.' })
export class HolidayChangedType {
  @Field(() => Boolean, { description: 'Whether it was written: false for a dry run, and where it stood so before.' }) isWritten!: boolean;
  @Field(() => Int, { description: 'Candidacies whose limit moves.' }) movedCandidacies!: number;
  @Field(() => Int, { description: 'Letters of transfer whose limit moves.' }) movedLetters!: number;
  @Field(() => HolidayYearType, { description: 'The year as it stands now.' }) calendar!: HolidayYearType;
}

@ObjectType('RuleRefused', { implements: ChangeRefusedType, description: 'The change was refused. Nothing was written.' })
export class RuleRefusedType extends ChangeRefusedType {
  @Field(() => RuleRefusalCodeEnum, { description: 'Why.' }) code!: RuleRefusalCode;
}

export const HolidayResult = createUnionType({
  name: 'HolidayResult',
  description: 'A change of a day: recorded, or refused.',
  types: () => [HolidayChangedType, RuleRefusedType] as const,
});

@InputType('ChangeHolidayInput', { description: 'A day that is not to be worked in a tree, or is.' })
export class ChangeHolidayInput {
  @Field(() => ID, { description: 'Id of the unit at the top of the tree.' }) unit!: string;
  @Field(() => DateScalar, { description: 'The day: Monday to Friday.' }) day!: Day;
  @Field(() => Boolean, { description: 'Whether it is not to be worked. What it is above the unit already takes the change of the unit back.' }) isHoliday!: boolean;
  @Field(() => String, { defaultValue: '', description: 'What the holiday is called, or why it is worked. Not needed where a change is taken back.' }) name!: string;
  @Field(() => String, { description: 'The version of the year that the caller saw.' }) expectedVersion!: string;
  @Field(() => Boolean, { defaultValue: false, description: 'Only tells what would change.' }) dryRun!: boolean;
}
