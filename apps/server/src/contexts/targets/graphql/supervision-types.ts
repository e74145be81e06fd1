import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { SupervisionEndCause, SupervisionKind, SupervisionRefusalCode, SupervisionState } from '@banyan/schema/supervision';
import type { Attainment, Pace, TargetKind, TargetStanding } from '@banyan/schema/targets';
import type { Day } from '../../../kernel/day.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql-scalars.ts';
import { SupervisionEndCauseEnum, SupervisionKindEnum, SupervisionRefusalCodeEnum, SupervisionStateEnum } from '../../../platform/supervision-enums.ts';
import { AttainmentEnum, PaceEnum, TargetKindEnum, TargetStandingEnum } from '../../../platform/target-enums.ts';
import { PageInfoType } from '../../organisation/index.ts';
import { ChangeRefusedType } from '../../people/index.ts';

@ObjectType('Supervision', { description: 'Somebody who is in charge of a unit, or follows it, for a time: a grant to read the unit and all below it.' })
export class SupervisionType {
  @Field(() => ID, { description: 'Opaque id.' }) id!: string;
  @Field(() => Int, { description: 'Goes up with every change: a change names the version that it was made for.' }) version!: number;
  @Field(() => String, { description: 'Who it is: the name that the account had when it was assigned.' }) personName!: string;
  @Field(() => String, { description: 'The name that the unit had when it was assigned.' }) unitName!: string;
  @Field(() => String, { nullable: true, description: 'The name that the body which assigned it had then; null where the viewer does not know that body.' }) bodyName!: string | null;
  @Field(() => SupervisionKindEnum, { description: 'What the person is to the unit.' }) kind!: SupervisionKind;
  @Field(() => String, { description: 'The post that the person held at the time.' }) post!: string;
  @Field(() => DateScalar, { description: 'First day.' }) from!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Last day as it was decided; null without end.' }) until!: Day | null;
  @Field(() => SupervisionStateEnum, { description: 'Where it stands today.' }) state!: SupervisionState;
  @Field(() => String, { description: 'Number of the document that decided it.' }) documentNumber!: string;
  @Field(() => DateScalar, { description: 'Day of issue of that document.' }) documentIssuedOn!: Day;
  @Field(() => String, { nullable: true, description: 'Why it was changed last; null where it stands as it was made.' }) changeReason!: string | null;
  @Field(() => String, { description: 'Who recorded what stands.' }) recordedBy!: string;
  @Field(() => DateTimeScalar, { description: 'When that was recorded.' }) recordedAt!: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended before its last day; null where it did not.' }) endedAt!: Date | null;
  @Field(() => SupervisionEndCauseEnum, { nullable: true, description: 'Why it ended before its last day.' }) endCause!: SupervisionEndCause | null;
  @Field(() => String, { nullable: true, description: 'The reason that was given for ending it.' }) endReason!: string | null;
  @Field(() => String, { nullable: true, description: 'Who ended it; null where the unit moved away or closed.' }) endedBy!: string | null;
}

@ObjectType('SupervisionChange', { simpleResolvers: true, description: 'What stood of an assignment before it was changed.' })
export class SupervisionChangeType {
  @Field(() => Int, { description: 'The version that it was.' }) version!: number;
  @Field(() => SupervisionKindEnum, { description: 'What the person was to the unit.' }) kind!: SupervisionKind;
  @Field(() => String, { description: 'The post of the person.' }) post!: string;
  @Field(() => DateScalar, { description: 'First day.' }) from!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Last day; null without end.' }) until!: Day | null;
  @Field(() => String, { description: 'Number of the document that decided it.' }) documentNumber!: string;
  @Field(() => DateScalar, { description: 'Day of issue of that document.' }) documentIssuedOn!: Day;
  @Field(() => String, { nullable: true, description: 'Why it had been changed to this; null for what it began with.' }) changeReason!: string | null;
  @Field(() => String, { description: 'Who had recorded it.' }) recordedBy!: string;
  @Field(() => DateTimeScalar, { description: 'When it had been recorded.' }) recordedAt!: Date;
}

@ObjectType('SupervisionAction', { simpleResolvers: true, description: 'Whether the viewer can do something about assignments.' })
export class SupervisionActionType {
  @Field(() => Boolean, { description: 'Whether the viewer can.' }) can!: boolean;
  @Field(() => SupervisionRefusalCodeEnum, { nullable: true, description: 'Why not; null where the viewer can.' }) because!: SupervisionRefusalCode | null;
}

@ObjectType('SupervisionEdge', { description: 'An assignment in a list.' })
export class SupervisionEdgeType {
  @Field(() => SupervisionType, { description: 'The assignment.' }) node!: SupervisionType;
  @Field(() => String, { description: 'Cursor of this row.' }) cursor!: string;
}

@ObjectType('SupervisionConnection', { description: 'A page of assignments.' })
export class SupervisionConnectionType {
  @Field(() => [SupervisionEdgeType], { description: 'The rows with their cursors.' }) edges!: SupervisionEdgeType[];
  @Field(() => [SupervisionType], { description: 'The rows.' }) nodes!: SupervisionType[];
  @Field(() => PageInfoType, { description: 'Where the page stands.' }) pageInfo!: PageInfoType;
  @Field(() => Int, { description: 'Exact number of rows of the whole list.' }) totalCount!: number;
}

@ObjectType('SupervisedTarget', { simpleResolvers: true, description: 'The admissions of a supervised unit beside its target for exactly the period.' })
export class SupervisedTargetType {
  @Field(() => TargetKindEnum, { description: 'How it is put.' }) kind!: TargetKind;
  @Field(() => Float, { description: 'The low bound as a count: of a rate, per cent of its base.' }) low!: number;
  @Field(() => Float, { nullable: true, description: 'The high bound as a count; null where there is none.' }) high!: number | null;
  @Field(() => Float, { nullable: true, description: 'The result in per cent of the low bound, half-up to one decimal; null where there is none.' }) percentOfLow!: number | null;
  @Field(() => Int, { description: 'What is missing to the low bound; 0 where it is reached.' }) remainingLow!: number;
  @Field(() => AttainmentEnum, { description: 'Whether it is met.' }) attainment!: Attainment;
  @Field(() => PaceEnum, { description: 'How the result stands against linear pace.' }) pace!: Pace;
  @Field(() => TargetStandingEnum, { description: 'The two in one word.' }) standing!: TargetStanding;
  @Field(() => Int, { description: 'What is missing to linear pace where the unit is behind; else 0.' }) shortOfPace!: number;
}

@ObjectType('SupervisedUnit', { description: 'A unit that the viewer is in charge of, read under the grant of that assignment, in the same snapshot as all others of the answer.' })
export class SupervisedUnitType {
  @Field(() => Int, { description: 'Members at the end of the period.' }) members!: number;
  @Field(() => Int, { description: 'Those of them who are on probation.' }) probationaryMembers!: number;
  @Field(() => Int, { description: 'Admitted in the period.' }) admitted!: number;
  @Field(() => Int, { nullable: true, description: 'Admitted in the same days of the year before; null for a period of more than a year.' }) admittedLastYear!: number | null;
  @Field(() => Int, { description: 'People on the way to membership today who are not admitted yet.' }) onTheWay!: number;
  @Field(() => Int, { description: 'Those of them who are still sources.' }) sources!: number;
  @Field(() => Int, { description: 'How many on the way, or on probation, are past a limit today.' }) overdue!: number;
  @Field(() => SupervisedTargetType, { nullable: true, description: 'The admissions beside the target of the unit for exactly this period; null where there is none.' }) target!: SupervisedTargetType | null;
}

@ObjectType('SupervisionChanged', { simpleResolvers: true, description: 'The assignment was made, changed or ended.' })
export class SupervisionChangedType {
  @Field(() => SupervisionType, { description: 'The assignment as it stands now.' }) supervision!: SupervisionType;
}

@ObjectType('SupervisionRefused', { implements: ChangeRefusedType, description: 'Nothing was changed.' })
export class SupervisionRefusedType extends ChangeRefusedType {
  @Field(() => SupervisionRefusalCodeEnum, { description: 'Why.' }) code!: SupervisionRefusalCode;
  @Field(() => SupervisionType, { nullable: true, description: 'The assignment as it stands, where it is there and was not changed.' }) current!: SupervisionType | null;
}

export const SupervisionResult = createUnionType({
  name: 'SupervisionResult',
  description: 'An assignment: made, changed or ended, or refused.',
  types: () => [SupervisionChangedType, SupervisionRefusedType] as const,
});

@InputType('SupervisionTermsInput', { description: 'What is decided about an assignment.' })
class SupervisionTermsInput {
  @Field(() => SupervisionKindEnum, { description: 'What the person is to the unit.' }) kind!: SupervisionKind;
  @Field(() => String, { description: 'The post that the person holds at the time.' }) post!: string;
  @Field(() => DateScalar, { description: 'First day.' }) from!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Last day; without end where absent.' }) until?: Day | null;
  @Field(() => String, { description: 'Number of the document that decides it.' }) documentNumber!: string;
  @Field(() => DateScalar, { description: 'Day of issue of that document; not in the future.' }) documentIssuedOn!: Day;
  @Field(() => ID, { nullable: true, description: 'Id of that document, where it stands in the register.' }) document?: string | null;
}

@InputType('AssignSupervisionInput', { description: 'Somebody who is put in charge of a unit.' })
export class AssignSupervisionInput extends SupervisionTermsInput {
  @Field(() => ID, { description: 'Id of the unit.' }) unit!: string;
  @Field(() => String, { description: 'Name that the account signs in with.' }) account!: string;
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day make no second assignment.' }) idempotencyKey!: string;
}

@InputType('ChangeSupervisionInput', { description: 'What is decided otherwise about an assignment: all of it.' })
export class ChangeSupervisionInput extends SupervisionTermsInput {
  @Field(() => ID, { description: 'Id of the assignment.' }) supervision!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => String, { description: 'Why it is changed.' }) reason!: string;
}

@InputType('EndSupervisionInput', { description: 'The end of an assignment before its last day.' })
export class EndSupervisionInput {
  @Field(() => ID, { description: 'Id of the assignment.' }) supervision!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => DateScalar, { nullable: true, description: 'The last day, today or later and before the one that was decided; it ends at once where this is left out.' }) until?: Day | null;
  @Field(() => String, { description: 'Why it ends.' }) reason!: string;
}
