import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { Power, RuleRefusalCode } from '@banyan/schema/rules';
import type { Day } from '../../../kernel/day.ts';
import { DateScalar } from '../../../platform/graphql-scalars.ts';
import { PowerEnum, RuleRefusalCodeEnum } from '../../../platform/lifecycle-enums.ts';
import { UnitType } from '../../organisation/index.ts';
import { RuleRefusedType } from './rules-types.ts';

@ObjectType('UnitPower', { simpleResolvers: true, description: 'A power that was given to a unit for a time.' })
export class UnitPowerType {
  @Field(() => ID, { description: 'Opaque id.' }) id!: string;
  @Field(() => Int, { description: 'Goes up with every change: a change names the version that it was made for.' }) version!: number;
  @Field(() => PowerEnum, { description: 'Which power.' }) power!: Power;
  @Field(() => DateScalar, { description: 'First day.' }) from!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Last day; null without end.' }) until!: Day | null;
  @Field(() => Boolean, { description: 'Whether it is in force today.' }) isInForce!: boolean;
  @Field(() => String, { nullable: true, description: 'Number of the document that gave it.' }) documentNumber!: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the document that ended it.' }) endedDocumentNumber!: string | null;
  @Field(() => String, { description: 'Who recorded it; empty where it was loaded with the records of before.' }) recordedBy!: string;
  @Field(() => String, { nullable: true, description: 'Who recorded its end.' }) endedBy!: string | null;
  @Field(() => Boolean, { description: 'Whether the viewer may end it.' }) viewerCanEnd!: boolean;
  @Field(() => RuleRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not end it.' }) viewerCannotEndBecause!: RuleRefusalCode | null;
}

@ObjectType('UnitAuthority', { description: 'What a unit may do by itself, and who decides for it.' })
export class UnitAuthorityType {
  @Field(() => [PowerEnum], { description: 'Powers that it has by its kind.' }) ofKind!: readonly Power[];
  @Field(() => [PowerEnum], { description: 'Powers that it can be given.' }) canBeGiven!: readonly Power[];
  @Field(() => Boolean, { description: 'Whether the viewer may give it a power.' }) viewerCan!: boolean;
  @Field(() => RuleRefusalCodeEnum, { nullable: true, description: 'Why the viewer cannot give it any; null where the viewer can, or none can be given.' }) viewerCannotBecause!: RuleRefusalCode | null;
}

@ObjectType('PowerChanged', { simpleResolvers: true, description: 'The power was given or ended.' })
export class PowerChangedType {
  @Field(() => UnitType, { description: 'The unit whose power it is.' }) unit!: UnitType;
}

export const PowerResult = createUnionType({
  name: 'PowerResult',
  description: 'A power: given or ended, or refused.',
  types: () => [PowerChangedType, RuleRefusedType] as const,
});

@InputType('GivePowerInput', { description: 'A power for a grassroots committee, for a time.' })
export class GivePowerInput {
  @Field(() => ID, { description: 'Id of the unit that gets it.' }) unit!: string;
  @Field(() => PowerEnum, { description: 'Which power.' }) power!: Power;
  @Field(() => DateScalar, { description: 'First day.' }) from!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Last day; without end where absent.' }) until?: Day | null;
  @Field(() => String, { description: 'Number of the document that gives it.' }) documentNumber!: string;
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day give no second power.' }) idempotencyKey!: string;
}

@InputType('EndPowerInput', { description: 'The end of a power that was given for a time.' })
export class EndPowerInput {
  @Field(() => ID, { description: 'Id of the power.' }) power!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => DateScalar, { description: 'Last day on which it is in force; may lie ahead.' }) on!: Day;
  @Field(() => String, { description: 'Number of the document that ends it.' }) documentNumber!: string;
}
