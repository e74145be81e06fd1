import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Dimension, Measure } from '@banyan/schema/enums';
import type { CandidacyRefusalCode } from '@banyan/schema/lifecycle';
import type { CorrectedField, MarkKind, PersonRefusalCode } from '@banyan/schema/personal';
import type { Day } from '../../../kernel/day.ts';
import { DimensionEnum, MeasureEnum } from '../../../platform/graphql-enums.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql-scalars.ts';
import { CandidacyRefusalCodeEnum, CorrectedFieldEnum, MarkKindEnum, PersonRefusalCodeEnum } from '../../../platform/lifecycle-enums.ts';
import { ChangeRefusedType } from './change-refused.ts';
import { PersonType } from './person-types.ts';

@InputType('CorrectPersonInput', { description: 'What was wrong about a person, or has changed in life. What is left out stays.' })
export class CorrectPersonInput {
  @Field(() => ID, { description: 'Id of the person.' }) person!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => String, { nullable: true, description: 'Full name as written.' }) fullName?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Date of birth.' }) birthDate?: Day | null;
  @Field(() => String, { nullable: true, description: 'Key of GENDER.' }) gender?: string | null;
  @Field(() => String, { nullable: true, description: 'Key of OCCUPATION.' }) occupation?: string | null;
  @Field(() => String, { nullable: true, description: 'Key of ENTERPRISE_RELATION.' }) enterpriseRelation?: string | null;
  @Field(() => String, { nullable: true, description: 'General education: key of EDUCATION.' }) education?: string | null;
  @Field(() => String, { nullable: true, description: 'Key of YOUTH_UNION.' }) youthUnion?: string | null;
  @Field(() => String, { nullable: true, description: 'Personal number, twelve digits. No answer tells it; it is read while unlocked.' }) personalNumber?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day since which occupation, relation to an enterprise, education and Youth Union are so: the figures of before stay. Without it they were wrong from the beginning.',
  }) since?: Day | null;
  @Field(() => String, { defaultValue: '', description: 'Why. Not needed to look what it would change.' }) reason!: string;
  @Field(() => Boolean, { defaultValue: false, description: 'Only tell what it would change: nothing is written.' }) dryRun!: boolean;
}

@InputType('RecordMarkInput', { description: 'An achievement of a person, or a time in which a member is exempt or suspended; or what stands in the place of one that was wrong or has ended.' })
export class RecordMarkInput {
  @Field(() => ID, { description: 'Id of the person.' }) person!: string;
  @Field(() => MarkKindEnum, { description: 'What it is.' }) kind!: MarkKind;
  @Field(() => String, { defaultValue: '', description: 'What for; needed of an achievement.' }) title!: string;
  @Field(() => DateScalar, { description: 'Day of the achievement, or first day of the time.' }) on!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Last day of the time; null while it lasts.' }) until?: Day | null;
  @Field(() => String, { defaultValue: '', description: 'The body that gave or decided it.' }) body!: string;
  @Field(() => String, { defaultValue: '', description: 'Number of the decision; needed of an exemption or suspension.' }) documentNumber!: string;
  @Field(() => ID, { nullable: true, description: 'Id of the mark in whose place it comes.' }) replaces?: string | null;
  @Field(() => String, { defaultValue: '', description: 'Why it comes in the place of another one.' }) reason!: string;
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day note nothing twice.' }) idempotencyKey!: string;
}

@InputType('TakeBackMarkInput', { description: 'A mark that should not be there.' })
export class TakeBackMarkInput {
  @Field(() => ID, { description: 'Id of the person.' }) person!: string;
  @Field(() => ID, { description: 'Id of the mark.' }) mark!: string;
  @Field(() => String, { description: 'Why.' }) reason!: string;
}

@ObjectType('FieldChange', { simpleResolvers: true, description: 'What a correction did to one field.' })
export class FieldChangeType {
  @Field(() => CorrectedFieldEnum, { description: 'Which field.' }) field!: CorrectedField;
  @Field(() => String, { nullable: true, description: 'What stood before, a text, day or key; null of the personal number.' }) before!: string | null;
  @Field(() => String, { nullable: true, description: 'What stands since; null of the personal number.' }) after!: string | null;
}

@ObjectType('Correction', { simpleResolvers: true, description: 'A line of the history of corrections of a person.' })
export class CorrectionType {
  @Field(() => ID, { description: 'Opaque id of the line.' }) id!: string;
  @Field(() => [FieldChangeType], { description: 'What it changed.' }) changes!: FieldChangeType[];
  @Field(() => DateScalar, { nullable: true, description: 'Since when what changed in life is so; null where it was wrong.' }) since!: Day | null;
  @Field(() => String, { description: 'Why.' }) reason!: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' }) recordedAt!: Date;
  @Field(() => String, { description: 'Who recorded it.' }) recordedBy!: string;
}

@ObjectType('Mark', { simpleResolvers: true, description: 'An achievement of a person, or a time in which a member is exempt or suspended. Members who are stay counted.' })
export class MarkType {
  @Field(() => ID, { description: 'Opaque id of the mark.' }) id!: string;
  @Field(() => MarkKindEnum, { description: 'What it is.' }) kind!: MarkKind;
  @Field(() => String, { nullable: true, description: 'What for, of an achievement.' }) title!: string | null;
  @Field(() => DateScalar, { description: 'Day of the achievement, or first day of the time.' }) on!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Last day of the time; null while it lasts.' }) until!: Day | null;
  @Field(() => String, { nullable: true, description: 'The body that gave or decided it.' }) body!: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the decision.' }) documentNumber!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it stands in the place of another one.' }) reason!: string | null;
  @Field(() => String, { description: 'Who recorded it.' }) recordedBy!: string;
}

@ObjectType('AgeWarning', { simpleResolvers: true, description: 'A meeting of the cell on record at which the age was not what the rules of its time ask for, by the date of birth as it stands.' })
export class AgeWarningType {
  @Field(() => DateScalar, { description: 'Day of the meeting.' }) on!: Day;
  @Field(() => CandidacyRefusalCodeEnum, { description: 'TOO_YOUNG, or CONSENT_NEEDED where none is on record.' }) code!: CandidacyRefusalCode;
}

@ObjectType('SliceChange', { simpleResolvers: true, description: 'What a correction does to figures: what is counted moves from one slice to another.' })
export class SliceChangeType {
  @Field(() => MeasureEnum, { description: 'In which measure.' }) measure!: Measure;
  @Field(() => DimensionEnum, { description: 'In which breakdown.' }) dimension!: Dimension;
  @Field(() => String, { description: 'Key of the slice in which it was counted.' }) before!: string;
  @Field(() => String, { description: 'Key of the slice in which it is counted.' }) after!: string;
  @Field(() => Int, { description: 'How many times: admissions, recognitions, or 1 of a stock.' }) count!: number;
  @Field(() => DateScalar, { nullable: true, description: 'Since when; null from the beginning.' }) since!: Day | null;
}

@ObjectType('PersonCorrected', { simpleResolvers: true, description: 'The correction was made, or would be.' })
export class PersonCorrectedType {
  @Field(() => PersonType, { description: 'The person as they stand now.' }) person!: PersonType;
  @Field(() => Boolean, { description: 'Whether it was written.' }) isWritten!: boolean;
  @Field(() => [SliceChangeType], { description: 'What it does to the figures of the past and of now. What was known on an earlier day stays as it was known.' }) changes!: SliceChangeType[];
  @Field(() => [AgeWarningType], { description: 'Meetings on record that the date of birth makes questionable.' }) warnings!: AgeWarningType[];
}

@ObjectType('PersonMarked', { simpleResolvers: true, description: 'The mark was noted.' })
export class PersonMarkedType {
  @Field(() => PersonType, { description: 'The person as they stand now.' }) person!: PersonType;
}

@ObjectType('PersonRefused', { implements: ChangeRefusedType, description: 'The change was refused. Nothing was written.' })
export class PersonRefusedType extends ChangeRefusedType {
  @Field(() => PersonRefusalCodeEnum, { description: 'Why.' }) code!: PersonRefusalCode;
}

export const CorrectPersonResult = createUnionType({
  name: 'CorrectPersonResult',
  description: 'A correction of a person: made, told beforehand, or refused.',
  types: () => [PersonCorrectedType, PersonRefusedType] as const,
});

export const MarkResult = createUnionType({
  name: 'MarkResult',
  description: 'A mark of a person: noted, or refused.',
  types: () => [PersonMarkedType, PersonRefusedType] as const,
});
