import { Field, ID, InputType, Int } from 'type-graphql';
import type * as words from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';
import { DateScalar } from '../../../platform/graphql-scalars.ts';
import { PaperConclusionEnum, PaperKindEnum, ParticipantKindEnum, ReadmissionBarEnum, RemovalGroundEnum, StepEnum, TogetherBasisEnum } from '../../../platform/lifecycle-enums.ts';

@InputType('VoteInput', { description: 'The result of a vote. The base is entered, never derived.' })
export class VoteInput {
  @Field(() => Int, { description: 'Those who count: official members of the cell, or members of the committee.' }) base!: number;
  @Field(() => Int, { description: 'Those who were present.' }) present!: number;
  @Field(() => Int, { description: 'Those in favour.' }) inFavour!: number;
}

@InputType('RecordStepInput', { description: 'A step, with the facts that it needs: `Candidacy.steps` tells which.' })
export class RecordStepInput {
  @Field(() => ID, { description: 'Id of the candidacy.' }) candidacy!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => StepEnum, { description: 'What happened.' }) step!: words.Step;
  @Field(() => DateScalar, { description: 'Day on which it happened.' }) on!: Day;
  @Field(() => String, { nullable: true, description: 'Number of the resolution or decision.' }) documentNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the certificate of the awareness class.' }) certificateNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the written consent of the province, for somebody over 60.' }) provinceConsentNumber?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day on which the cell received the decision.' }) receivedOn?: Day | null;
  @Field(() => String, { nullable: true, description: 'Number of the written consent of the upper committee to a ceremony after its time.' }) upperConsentNumber?: string | null;
  @Field(() => RemovalGroundEnum, { nullable: true, description: 'For what a removal is proposed.' }) removalGround?: words.RemovalGround | null;
  @Field(() => String, { nullable: true, description: 'Why.' }) reason?: string | null;
  @Field(() => VoteInput, { nullable: true, description: 'Result of the vote.' }) vote?: VoteInput | null;
  @Field(() => String, { nullable: true, description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day record no second step. Without one, what is sent again is a conflict of versions.' }) idempotencyKey?: string | null;
}

@InputType('UndoStepInput', { description: 'Undoes the last step. The line stays in the timeline, with the one that undoes it.' })
export class UndoStepInput {
  @Field(() => ID, { description: 'Id of the candidacy.' }) candidacy!: string;
  @Field(() => ID, { description: 'Id of the line of the timeline.' }) step!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => String, { description: 'Why.' }) reason!: string;
}

@InputType('AddCandidateInput', { description: 'Somebody whom a cell has found as a source.' })
export class AddCandidateInput {
  @Field(() => ID, { description: 'Id of the cell.' }) unit!: string;
  @Field(() => String, { description: 'Full name as written.' }) fullName!: string;
  @Field(() => DateScalar, { description: 'Date of birth.' }) birthDate!: Day;
  @Field(() => String, { description: 'Key of GENDER.' }) gender!: string;
  @Field(() => String, { defaultValue: 'UNKNOWN', description: 'Key of OCCUPATION.' }) occupation!: string;
  @Field(() => String, { defaultValue: 'UNKNOWN', description: 'Key of ENTERPRISE_RELATION.' }) enterpriseRelation!: string;
  @Field(() => String, { defaultValue: 'UNKNOWN', description: 'General education: key of EDUCATION.' }) education!: string;
  @Field(() => String, { defaultValue: 'UNKNOWN', description: 'Key of YOUTH_UNION.' }) youthUnion!: string;
  @Field(() => DateScalar, { description: 'Day on which the cell found the source.' }) on!: Day;
  @Field(() => String, { nullable: true, description: 'Personal number, twelve digits. No answer tells it; nobody has one that a member or a candidate anywhere has.' }) personalNumber?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'That it is somebody else than those of the same name and date of birth.' }) isSomebodyElse!: boolean;
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day add nobody twice.' }) idempotencyKey!: string;
}

@InputType('BeginAgainInput', { description: 'Somebody whose way ended, and what speaks for considering them again.' })
export class BeginAgainInput {
  @Field(() => ID, { description: 'Id of the candidacy that ended.' }) candidacy!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
  @Field(() => DateScalar, { description: 'Day on which the cell takes it up again.' }) on!: Day;
  @Field(() => String, { nullable: true, description: 'Number of the written consent of the province, for who was a member.' }) consentNumber?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'That who asked to leave did so out of truly hard family circumstances.' }) isHardship!: boolean;
  @Field(() => DateScalar, { nullable: true, description: 'Day on which the conviction of a less serious crime was cleared, where there was one.' }) convictionClearedOn?: Day | null;
  @Field(() => [ReadmissionBarEnum], { defaultValue: [], description: 'What is known to rule it out for ever.' }) bars!: words.ReadmissionBar[];
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day begin no second candidacy.' }) idempotencyKey!: string;
}

@InputType('TakeUpMemberInput', { description: 'A member whose way is not on record.' })
export class TakeUpMemberInput {
  @Field(() => ID, { description: 'Id of the person.' }) person!: string;
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day take up nothing twice.' }) idempotencyKey!: string;
}

@InputType('SeenCandidacyInput', { description: 'One of many, as the caller saw it.' })
export class SeenCandidacyInput {
  @Field(() => ID, { description: 'Id of the candidacy.' }) candidacy!: string;
  @Field(() => Int, { description: 'The version that the caller saw.' }) expectedVersion!: number;
}

@InputType('RecordStepsInput', { description: 'One step of many people under one document: a decision that recognises them, a class that they are sent to.' })
export class RecordStepsInput {
  @Field(() => StepEnum, { description: 'What happened to all of them.' }) step!: words.Step;
  @Field(() => [SeenCandidacyInput], { description: 'Whose, at most 200.' }) candidacies!: SeenCandidacyInput[];
  @Field(() => DateScalar, { description: 'Day on which it happened.' }) on!: Day;
  @Field(() => String, { nullable: true, description: 'Number of the document.' }) documentNumber?: string | null;
  @Field(() => VoteInput, { nullable: true, description: 'Result of the vote on each of them, where it was the same.' }) vote?: VoteInput | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Only judge: nothing is written.' }) dryRun!: boolean;
  @Field(() => String, { nullable: true, description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day record nothing twice. Without one, what is sent again is a conflict of versions.' }) idempotencyKey?: string | null;
}

@InputType('RecordPaperInput', { description: 'A paper of the file: that it is there, or was asked for.' })
export class RecordPaperInput {
  @Field(() => ID, { description: 'Id of the candidacy.' }) candidacy!: string;
  @Field(() => PaperKindEnum, { description: 'Which paper.' }) kind!: words.PaperKind;
  @Field(() => Boolean, { description: 'Whether it is there; else it was asked for.' }) isThere!: boolean;
  @Field(() => DateScalar, { description: 'Date of the paper, or of asking for it.' }) madeOn!: Day;
  @Field(() => String, { nullable: true, description: 'Its number.' }) number?: string | null;
  @Field(() => String, { nullable: true, description: 'The body that made it.' }) body?: string | null;
  @Field(() => PaperConclusionEnum, { nullable: true, description: 'What it concludes.' }) conclusion?: words.PaperConclusion | null;
  @Field(() => String, { nullable: true, description: 'Where it lies.' }) reference?: string | null;
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day put no paper there twice.' }) idempotencyKey!: string;
}

@InputType('ChangePaperInput', { description: 'What is noted of a paper, anew: all of it is written.' })
export class ChangePaperInput {
  @Field(() => ID, { description: 'Id of the candidacy.' }) candidacy!: string;
  @Field(() => ID, { description: 'Id of the paper.' }) paper!: string;
  @Field(() => Int, { description: 'The version of the paper that the caller saw.' }) expectedVersion!: number;
  @Field(() => Boolean, { description: 'Whether it is there; else it was asked for.' }) isThere!: boolean;
  @Field(() => DateScalar, { description: 'Date of the paper, or of asking for it.' }) madeOn!: Day;
  @Field(() => String, { nullable: true, description: 'Its number.' }) number?: string | null;
  @Field(() => String, { nullable: true, description: 'The body that made it.' }) body?: string | null;
  @Field(() => PaperConclusionEnum, { nullable: true, description: 'What it concludes.' }) conclusion?: words.PaperConclusion | null;
  @Field(() => String, { nullable: true, description: 'Where it lies.' }) reference?: string | null;
}

@InputType('RemoveFileInput', { description: 'A file that was sent by mistake.' })
export class RemoveFileInput {
  @Field(() => ID, { description: 'Id of the candidacy.' }) candidacy!: string;
  @Field(() => ID, { description: 'Id of the file.' }) file!: string;
}

@InputType('NameParticipantInput', { description: 'An official member or a mass organisation, and what they are to a candidacy.' })
export class NameParticipantInput {
  @Field(() => ID, { description: 'Id of the candidacy.' }) candidacy!: string;
  @Field(() => ParticipantKindEnum, { description: 'What they are to it.' }) kind!: words.ParticipantKind;
  @Field(() => ID, { nullable: true, description: 'Id of the official member.' }) member?: string | null;
  @Field(() => String, { nullable: true, description: 'Key of the mass organisation: YOUTH_UNION, TRADE_UNION, WOMEN, FARMERS, VETERANS, FRONT, STUDENT_ASSOC.' }) organisation?: string | null;
  @Field(() => DateScalar, { description: 'First day.' }) from!: Day;
  @Field(() => TogetherBasisEnum, { nullable: true, description: 'What is confirmed of an introducer where `Candidacy.togetherSince` does not show twelve months: SHARED_WORK or SAME_RESIDENCE.' }) together?: words.TogetherBasis | null;
  @Field(() => DateScalar, { nullable: true, description: 'Since when they have worked, laboured or studied together, for SHARED_WORK.' }) togetherSince?: Day | null;
  @Field(() => String, { description: 'A text of 8 to 80 characters chosen by the caller: the same one and the same input within a day name nobody twice.' }) idempotencyKey!: string;
}

@InputType('DismissParticipantInput', { description: 'Ends the part of somebody in a candidacy.' })
export class DismissParticipantInput {
  @Field(() => ID, { description: 'Id of the candidacy.' }) candidacy!: string;
  @Field(() => ID, { description: 'Id of the participant.' }) participant!: string;
  @Field(() => Int, { description: 'The version of the participant that the caller saw.' }) expectedVersion!: number;
  @Field(() => DateScalar, { description: 'Last day.' }) on!: Day;
}
