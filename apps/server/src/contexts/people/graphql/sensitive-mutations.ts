import { Arg, createUnionType, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CandidacyRefusalCode, UnlockReason } from '@banyan/schema/lifecycle';
import { decodeIdOf } from '../../../kernel/ids.ts';
import { DateTimeScalar } from '../../../platform/graphql-scalars.ts';
import { CandidacyRefusalCodeEnum, UnlockReasonEnum } from '../../../platform/lifecycle-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { recordSensitive, unlockSensitive, type SensitiveRefusal } from '../application/sensitive-fields.ts';
import type { UnlockedFacts } from '../persistence/sensitive.ts';
import { refusedValue } from './candidacy-values.ts';
import { ChangeRefusedType } from './change-refused.ts';

@ObjectType('FormerSensitiveFacts', { simpleResolvers: true, description: 'What stood of the sensitive fields of one person before a change.' })
export class FormerSensitiveFactsType {
  @Field(() => String, { description: 'Number of the ethnic group, or UNKNOWN.' }) ethnicGroup!: string;
  @Field(() => String, { description: 'Number of the religion, NONE, OTHER or UNKNOWN.' }) religion!: string;
  @Field(() => String, { nullable: true, description: 'Personal number; null where it was not on record.' }) personalNumber!: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was changed.' }) changedAt!: Date;
  @Field(() => String, { nullable: true, description: 'Who changed it; null where no account did.' }) changedBy!: string | null;
}

@ObjectType('SensitiveFacts', { simpleResolvers: true, description: 'Ethnic group, religion and personal number of one person. No list and no export holds them.' })
export class SensitiveFactsType {
  @Field(() => String, { description: 'Number of the ethnic group in the list of the statistics office, 01 to 55, or UNKNOWN.' }) ethnicGroup!: string;
  @Field(() => String, { description: 'Number of the religion in the list of the statistics office, NONE, OTHER or UNKNOWN.' }) religion!: string;
  @Field(() => String, { nullable: true, description: 'Personal number, twelve digits; null where it is not on record.' }) personalNumber!: string | null;
  @Field(() => String, { description: 'Another text where ethnic group or religion has changed: a change names the one that it was made for.' }) version!: string;
  @Field(() => [FormerSensitiveFactsType], { description: 'What stood before each change, the latest first.' }) formerVersions!: readonly FormerSensitiveFactsType[];
}

@ObjectType('SensitiveUnlocked', { simpleResolvers: true, description: 'The fields are unlocked for the acting grant.' })
export class SensitiveUnlockedType {
  @Field(() => SensitiveFactsType, { description: 'What they hold.' }) facts!: SensitiveFactsType;
  @Field(() => DateTimeScalar, { description: 'When they are locked again, and should be forgotten: a quarter of an hour after the last unlock.' }) until!: Date;
}

@ObjectType('SensitiveRefused', { implements: ChangeRefusedType, simpleResolvers: true, description: 'The fields stay locked, or as they were. Nothing was written.' })
export class SensitiveRefusedType extends ChangeRefusedType {
  @Field(() => CandidacyRefusalCodeEnum, { description: 'Why.' }) code!: CandidacyRefusalCode;
  @Field(() => SensitiveFactsType, { nullable: true, description: 'What they hold now, where another version was expected by who has unlocked them.' }) current!: SensitiveFactsType | null;
}

export const SensitiveResult = createUnionType({
  name: 'SensitiveResult',
  description: 'Ethnic group and religion of one person, or why not.',
  types: () => [SensitiveUnlockedType, SensitiveRefusedType] as const,
});

@InputType('UnlockSensitiveInput', { description: 'Whose fields, and why. Both stand in the audit log.' })
export class UnlockSensitiveInput {
  @Field(() => ID, { description: 'Id of the person.' }) person!: string;
  @Field(() => UnlockReasonEnum, { description: 'Why.' }) reason!: UnlockReason;
  @Field(() => String, { defaultValue: '', description: 'More about it.' }) note!: string;
}

@InputType('RecordSensitiveInput', { description: 'Ethnic group and religion of one person, who was unlocked before.' })
export class RecordSensitiveInput {
  @Field(() => ID, { description: 'Id of the person.' }) person!: string;
  @Field(() => String, { description: 'The version that the caller saw.' }) expectedVersion!: string;
  @Field(() => String, { description: 'Number of the ethnic group, or UNKNOWN.' }) ethnicGroup!: string;
  @Field(() => String, { description: 'Number of the religion, NONE, OTHER or UNKNOWN.' }) religion!: string;
}

function told(outcome: UnlockedFacts | { readonly refused: SensitiveRefusal }) {
  if ('refused' in outcome) {
    const { code, field, conflict, limit, sentence } = refusedValue(outcome.refused);
    return Object.assign(new SensitiveRefusedType(), { code, field, conflict, limit, sentence, current: outcome.refused.standing ?? null });
  }
  return Object.assign(new SensitiveUnlockedType(), outcome);
}

@Resolver()
export class SensitiveMutations {
  @Mutation(() => SensitiveResult, { description: 'Unlocks ethnic group, religion and personal number of one person for a quarter of an hour: at most thirty people a day.' })
  async unlockSensitive(@Ctx() context: RequestContext, @Arg('input', () => UnlockSensitiveInput, { description: 'Whose, and why.' }) input: UnlockSensitiveInput) {
    return told(await unlockSensitive(context, { personId: decodeIdOf('Person', input.person), reason: input.reason, note: input.note }));
  }

  @Mutation(() => SensitiveResult, { description: 'Writes ethnic group and religion of one person, while they are unlocked. Figures of before do not change.' })
  async recordSensitive(@Ctx() context: RequestContext, @Arg('input', () => RecordSensitiveInput, { description: 'Whose, and what.' }) input: RecordSensitiveInput) {
    return told(await recordSensitive(context, { personId: decodeIdOf('Person', input.person), expectedVersion: input.expectedVersion, ethnicGroup: input.ethnicGroup, religion: input.religion }));
  }
}
