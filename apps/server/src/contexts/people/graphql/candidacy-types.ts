import { createUnionType, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type * as words from '@banyan/schema/lifecycle';
import type { MarkKind } from '@banyan/schema/personal';
import type { Day } from '../../../kernel/day.ts';
import * as enums from '../../../platform/lifecycle-enums.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql-scalars.ts';
import { NodeType, PageInfoType, UnitStubType } from '../../organisation/index.ts';
import { ChangeRefusedType } from './change-refused.ts';

@ObjectType('Candidacy', { implements: NodeType, description: 'The way of one person from source to official member, under the rules in force when it began.' })
export class CandidacyType extends NodeType {
  @Field(() => Int, { description: 'Goes up with every step: a change names the version that it was made for.' }) version!: number;
  @Field(() => enums.CandidacyStateEnum, { description: 'Where it stands.' }) state!: words.CandidacyState;
  @Field(() => enums.StageEnum, { description: 'The column of the pipeline.' }) stage!: words.Stage;
  @Field(() => Boolean, { description: 'Whether it is a readmission.' }) isReadmission!: boolean;
  @Field(() => String, { description: 'Code of the rule pack that it keeps.' }) rulePack!: string;
  @Field(() => DateScalar, { description: 'Day on which it began.' }) beganOn!: Day;
  @Field(() => DateScalar, { description: 'Day of the last step.' }) lastStepOn!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Date of the certificate of the awareness class.' }) certificateOn!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day on which the certificate can be used.' }) certificateUsableUntil!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Date of the application.' }) fileOpenedOn!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Date of the resolution of the cell: the time for the decision runs from it.' }) cellProposedOn!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Date of the decision to admit: party age counts from it.' }) admissionDecidedOn!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day on which the cell received the decision: the time for the ceremony runs from it.' }) decisionReceivedOn!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Date of the ceremony: entry date, and the date by which the admission counts.' }) ceremonyOn!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day on which the twelve months of probation end; there is no extension.' }) probationEndsOn!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Date of the decision to recognise.' }) recognitionDecidedOn!: Day | null;
  @Field(() => DateScalar, { nullable: true, description: 'Ceremony plus twelve months, once recognised: rights as an official member begin.' }) officialOn!: Day | null;
}

@ObjectType('Deadline', { simpleResolvers: true, description: 'What has to be done next, and by when.' })
export class DeadlineType {
  @Field(() => enums.DeadlineKindEnum, { description: 'What is due.' }) kind!: words.DeadlineKind;
  @Field(() => DateScalar, { description: 'Last day on which it is in time.' }) dueOn!: Day;
  @Field(() => DateScalar, { description: 'Day from which the time runs.' }) runsFrom!: Day;
  @Field(() => enums.DeadlineUnitEnum, { description: 'In what the limit is counted.' }) countedIn!: words.DeadlineUnit;
  @Field(() => Boolean, { description: 'Whether the day has passed.' }) isOverdue!: boolean;
  @Field(() => Boolean, { description: 'Whether the time has begun to run: that of a proposal of recognition begins when probation ends.' }) hasBegun!: boolean;
  @Field(() => Int, { description: 'Days that are left; negative when late. Working days where the limit is counted in them, calendar days else.' }) daysLeft!: number;
}

@ObjectType('BeginAgainTerms', { simpleResolvers: true, description: 'Under which conditions somebody whose way ended becomes a candidate again.' })
export class BeginAgainTermsType {
  @Field(() => DateScalar, { description: 'First day on which it can be taken up.' }) possibleFrom!: Day;
  @Field(() => Int, { description: 'How many months after leaving; 0 for who never was a member.' }) months!: number;
  @Field(() => Boolean, { description: 'Whether the person was a member: then the province consents in writing.' }) isReadmission!: boolean;
  @Field(() => Int, { description: 'How many months after the conviction of a less serious crime was cleared, where there was one; 0 for who never was a member.' }) convictionMonths!: number;
  @Field(() => Boolean, { description: 'Whether the person asked to leave: then only out of truly hard family circumstances.' }) needsHardship!: boolean;
  @Field(() => String, { description: 'Where the rule stands.' }) source!: string;
  @Field(() => Boolean, { description: 'Whether the viewer may take it up today.' }) viewerCan!: boolean;
  @Field(() => enums.CandidacyRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not.' }) viewerCannotBecause!: words.CandidacyRefusalCode | null;
}

@ObjectType('StepOption', { simpleResolvers: true, description: 'A step that a candidacy can take from where it stands.' })
export class StepOptionType {
  @Field(() => enums.StepEnum, { description: 'The step.' }) step!: words.Step;
  @Field(() => enums.CandidacyStateEnum, { description: 'Where it leads.' }) leadsTo!: words.CandidacyState;
  @Field(() => enums.ActingBodyEnum, { description: 'The body whose act it is.' }) by!: words.ActingBody;
  @Field(() => UnitStubType, { nullable: true, description: 'The unit whose act it is.' }) unit!: UnitStubType | null;
  @Field(() => [enums.StepFactEnum], { description: 'What it must be recorded with.' }) facts!: words.StepFact[];
  @Field(() => [enums.StepFactEnum], { description: 'What it may be recorded with.' }) optionalFacts!: words.StepFact[];
  @Field(() => String, { description: 'Where the rule stands.' }) source!: string;
  @Field(() => Boolean, { description: 'Whether it is what the candidacy waits for.' }) isAwaited!: boolean;
  @Field(() => Boolean, { description: 'Whether the viewer may record it.' }) viewerCan!: boolean;
  @Field(() => enums.CandidacyRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not.' }) viewerCannotBecause!: words.CandidacyRefusalCode | null;
  @Field(() => [enums.RemovalGroundEnum], { description: 'The grounds from which one has to be chosen; empty for a step that has none.' }) removalGrounds!: readonly words.RemovalGround[];
  @Field(() => DateScalar, { nullable: true, description: 'First day on which it can be dated; null where any day since the last step will do.' }) possibleFrom!: Day | null;
}

@ObjectType('Vote', { simpleResolvers: true, description: 'The result of a vote on one person.' })
export class VoteType {
  @Field(() => Int, { description: 'Those who count, as entered: official members of the cell, or members of the committee.' }) base!: number;
  @Field(() => Int, { description: 'Those who were present.' }) present!: number;
  @Field(() => Int, { description: 'Those in favour.' }) inFavour!: number;
}

@ObjectType('TimelineStep', { simpleResolvers: true, description: 'A line of the timeline. Lines are added, never changed.' })
export class TimelineStepType {
  @Field(() => ID, { description: 'Opaque id.' }) id!: string;
  @Field(() => CandidacyType, { description: 'The way that it belongs to.' }) candidacy!: CandidacyType;
  @Field(() => enums.StepEnum, { description: 'What happened.' }) step!: words.Step;
  @Field(() => DateScalar, { description: 'Day on which it happened.' }) on!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Last day on which it would have been in time.' }) dueOn!: Day | null;
  @Field(() => Boolean, { description: 'Whether it came after the limit.' }) isLate!: boolean;
  @Field(() => String, { nullable: true, description: 'Number of the resolution or decision.' }) documentNumber!: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the certificate.' }) certificateNumber!: string | null;
  @Field(() => String, { nullable: true, description: 'Number of the consent of the province.' }) provinceConsentNumber!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day on which the cell received the decision.' }) receivedOn!: Day | null;
  @Field(() => String, { nullable: true, description: 'Number of the consent of the upper committee to a ceremony after its time.' }) upperConsentNumber!: string | null;
  @Field(() => enums.RemovalGroundEnum, { nullable: true, description: 'For what the removal was proposed.' }) removalGround!: words.RemovalGround | null;
  @Field(() => DateScalar, { nullable: true, description: 'Of the beginning of a readmission: day on which the conviction of a less serious crime was cleared.' }) convictionClearedOn!: Day | null;
  @Field(() => [enums.StepWarningEnum], { description: 'What it left open of the rules of its time, as they were judged when it was recorded.' }) warnings!: readonly words.StepWarning[];
  @Field(() => String, { nullable: true, description: 'Why.' }) reason!: string | null;
  @Field(() => VoteType, { nullable: true, description: 'Result of the vote.' }) vote!: VoteType | null;
  @Field(() => DateTimeScalar, { description: 'When it was recorded.' }) recordedAt!: Date;
  @Field(() => String, { description: 'Who recorded it.' }) recordedBy!: string;
  @Field(() => ID, { nullable: true, description: 'The line that this one undoes.' }) reverses!: string | null;
  @Field(() => Boolean, { description: 'Whether a later line undid it.' }) isUndone!: boolean;
  @Field(() => Boolean, { description: 'Whether it is the last one standing and the viewer may undo it.' }) viewerCanUndo!: boolean;
  @Field(() => enums.CandidacyRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not undo it: most often because it is not the last one standing.' }) viewerCannotUndoBecause!: words.CandidacyRefusalCode | null;
}

@ObjectType('PaperFile', { simpleResolvers: true, description: 'A scan or photograph of a paper. `GET /files/<id>` gives it.' })
export class PaperFileType {
  @Field(() => ID, { description: 'Opaque id.' }) id!: string;
  @Field(() => String, { description: 'Its name.' }) name!: string;
  @Field(() => String, { description: 'What it is, by its content: a media type.' }) mediaType!: words.FileMediaType;
  @Field(() => Int, { description: 'How large it is, in bytes.' }) bytes!: number;
  @Field(() => DateTimeScalar, { description: 'When it was sent.' }) uploadedAt!: Date;
  @Field(() => String, { description: 'Who sent it.' }) uploadedBy!: string;
}

@ObjectType('FormerPaper', { simpleResolvers: true, description: 'What stood of a paper before a change.' })
export class FormerPaperType {
  @Field(() => Int, { description: 'Which version it was.' }) version!: number;
  @Field(() => Boolean, { description: 'Whether it was there; else it was asked for.' }) isThere!: boolean;
  @Field(() => DateScalar, { description: 'Date of the paper, or of asking for it.' }) madeOn!: Day;
  @Field(() => String, { nullable: true, description: 'Its number.' }) number!: string | null;
  @Field(() => String, { nullable: true, description: 'The body that made it.' }) body!: string | null;
  @Field(() => enums.PaperConclusionEnum, { nullable: true, description: 'What it concluded.' }) conclusion!: words.PaperConclusion | null;
  @Field(() => String, { nullable: true, description: 'Where it lay.' }) reference!: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was recorded so.' }) recordedAt!: Date;
  @Field(() => String, { description: 'Who recorded it so.' }) recordedBy!: string;
}

@ObjectType('Paper', { simpleResolvers: true, description: 'A paper: that it is there or was asked for, and where it lies.' })
export class PaperType {
  @Field(() => ID, { description: 'Opaque id.' }) id!: string;
  @Field(() => Int, { description: 'Goes up with every change: a change names the version that it was made for.' }) version!: number;
  @Field(() => Boolean, { description: 'Whether it is there; else it was asked for.' }) isThere!: boolean;
  @Field(() => DateScalar, { description: 'Date of the paper, or of asking for it.' }) madeOn!: Day;
  @Field(() => String, { nullable: true, description: 'Its number.' }) number!: string | null;
  @Field(() => String, { nullable: true, description: 'The body that made it.' }) body!: string | null;
  @Field(() => enums.PaperConclusionEnum, { nullable: true, description: 'What it concludes. The content of a background check is never kept.' }) conclusion!: words.PaperConclusion | null;
  @Field(() => String, { nullable: true, description: 'Where it lies.' }) reference!: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was recorded as it stands.' }) recordedAt!: Date;
  @Field(() => String, { description: 'Who recorded it as it stands.' }) recordedBy!: string;
  @Field(() => [FormerPaperType], { description: 'What stood before each change, the latest first.' }) formerVersions!: readonly FormerPaperType[];
  @Field(() => [PaperFileType], { description: 'Its scans and photographs.' }) files!: PaperFileType[];
}

@ObjectType('ChecklistPaper', { simpleResolvers: true, description: 'A line of the checklist: a kind of paper, and how it stands.' })
export class ChecklistPaperType {
  @Field(() => enums.PaperKindEnum, { description: 'Which paper.' }) kind!: words.PaperKind;
  @Field(() => String, { nullable: true, description: 'Number of its form.' }) form!: string | null;
  @Field(() => enums.StepEnum, { description: 'The step that needs it, or that is recorded with it.' }) step!: words.Step;
  @Field(() => enums.PaperStateEnum, { description: 'How it stands, by the papers that can be used.' }) state!: words.PaperState;
  @Field(() => Int, { description: 'How many of them are demanded; 0 where it may be there and need not.' }) needed!: number;
  @Field(() => Int, { description: 'How many of those demanded are there and can be used.' }) there!: number;
  @Field(() => Boolean, { description: 'Whether files are kept with it. They are not with what a background check found.' }) takesFile!: boolean;
  @Field(() => [PaperType], { description: 'All of the kind, the newest first.' }) papers!: PaperType[];
}

@ObjectType('Participant', { simpleResolvers: true, description: 'Who helps, introduces or nominates.' })
export class ParticipantType {
  @Field(() => ID, { description: 'Opaque id.' }) id!: string;
  @Field(() => Int, { description: 'Goes up with every change: a change names the version that it was made for.' }) version!: number;
  @Field(() => enums.ParticipantKindEnum, { description: 'What they are to the candidacy.' }) kind!: words.ParticipantKind;
  @Field(() => String, { description: 'Name of the member or the organisation.' }) name!: string;
  @Field(() => enums.MarkKindEnum, { nullable: true, description: 'Whether the member is exempt or suspended today, which a helper or introducer should not be; null where neither.' }) lastingMark!: MarkKind | null;
  @Field(() => Boolean, { description: 'Whether it is an organisation.' }) isOrganisation!: boolean;
  @Field(() => DateScalar, { description: 'First day.' }) from!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Last day; null while it lasts.' }) until!: Day | null;
  @Field(() => String, { description: 'Who named them.' }) recordedBy!: string;
  @Field(() => String, { nullable: true, description: 'Who recorded that it ended; null while it lasts, and where that is not on record.' }) endedBy!: string | null;
  @Field(() => enums.TogetherBasisEnum, { nullable: true, description: 'How an introducer knows the candidate; null for others, and for those named before that was asked.' }) together!: words.TogetherBasis | null;
  @Field(() => DateScalar, { nullable: true, description: 'Since when they have worked, laboured or studied together.' }) togetherSince!: Day | null;
}

@ObjectType('CandidacyEdge', { description: 'A candidacy in a list.' })
export class CandidacyEdgeType {
  @Field(() => CandidacyType, { description: 'The candidacy.' }) node!: CandidacyType;
  @Field(() => String, { description: 'Cursor of this row.' }) cursor!: string;
}

@ObjectType('CandidacyConnection', { description: 'A page of candidacies.' })
export class CandidacyConnectionType {
  @Field(() => [CandidacyEdgeType], { description: 'The rows with their cursors.' }) edges!: CandidacyEdgeType[];
  @Field(() => [CandidacyType], { description: 'The rows.' }) nodes!: CandidacyType[];
  @Field(() => PageInfoType, { description: 'Where the page stands.' }) pageInfo!: PageInfoType;
  @Field(() => Int, { description: 'Exact number of rows of the whole list.' }) totalCount!: number;
}

@ObjectType('StageCount', { simpleResolvers: true, description: 'How many candidacies stand at a stage.' })
export class StageCountType {
  @Field(() => enums.StageEnum, { description: 'The stage.' }) stage!: words.Stage;
  @Field(() => Int, { description: 'How many.' }) count!: number;
  @Field(() => Int, { description: 'How many of them are overdue.' }) overdue!: number;
  @Field(() => Float, { nullable: true, description: 'Days since the last step of the one in the middle; null where nobody is there.' }) medianDays!: number | null;
}

@ObjectType('CandidacyChanged', { simpleResolvers: true, description: 'The change was recorded.' })
export class CandidacyChangedType {
  @Field(() => CandidacyType, { description: 'The candidacy as it stands now.' }) candidacy!: CandidacyType;
  @Field(() => ID, { nullable: true, description: 'The line of the timeline that was added, where one was: by it the step can be undone.' }) stepId!: string | null;
}

@ObjectType('CandidacyRefused', { implements: ChangeRefusedType, description: 'The change was refused. Nothing was written.' })
export class CandidacyRefusedType extends ChangeRefusedType {
  @Field(() => enums.CandidacyRefusalCodeEnum, { description: 'Why.' }) code!: words.CandidacyRefusalCode;
}

export const CandidacyResult = createUnionType({
  name: 'CandidacyResult',
  description: 'A change of a candidacy: recorded, or refused.',
  types: () => [CandidacyChangedType, CandidacyRefusedType] as const,
});

@ObjectType('RecordStepsLine', { description: 'What becomes of one of many people.' })
export class RecordStepsLineType {
  @Field(() => Int, { description: 'Place in what was sent, from 0.' }) index!: number;
  @Field(() => CandidacyRefusedType, { nullable: true, description: 'Why not; null where nothing stands against it.' }) refused!: CandidacyRefusedType | null;
}

@ObjectType('RecordStepsDone', { description: 'What a step of many people does, or would do.' })
export class RecordStepsDoneType {
  @Field(() => Boolean, { description: 'Whether it was recorded: of all of them, or of none.' }) isWritten!: boolean;
  @Field(() => [RecordStepsLineType], { description: 'One line for each of those sent.' }) lines!: RecordStepsLineType[];
}

export const RecordStepsResult = createUnionType({
  name: 'RecordStepsResult',
  description: 'A step of many people: judged line by line, or refused as a whole.',
  types: () => [RecordStepsDoneType, CandidacyRefusedType] as const,
});
