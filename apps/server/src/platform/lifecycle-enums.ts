import * as lifecycle from '@banyan/schema/lifecycle';
import { powers, ruleRefusalCodes } from '@banyan/schema/rules';
import { enLifecycle as en } from '@banyan/schema/texts/en-lifecycle';
import { enRules } from '@banyan/schema/texts/en-rules';
import * as personal from '@banyan/schema/personal';
import { enPersonal } from '@banyan/schema/texts/en-personal';
import { enumOf } from './graphql-enums.ts';

/* The enums of the way from source to official member, described in the words that both sides print. */

export const CandidacyStateEnum = enumOf('CandidacyState', 'Where a candidacy stands.', lifecycle.candidacyStates, (value) => en.states[value]);
export const StageEnum = enumOf('Stage', 'A column of the pipeline: states that belong together.', lifecycle.stages, (value) => en.stages[value]);
export const StepEnum = enumOf('Step', 'What can be recorded of a candidacy.', lifecycle.steps, (value) => en.steps[value]);
export const StepFactEnum = enumOf('StepFact', 'What a step is recorded with, besides its day.', lifecycle.stepFacts, (value) => en.facts[value]);
export const StepWarningEnum = enumOf('StepWarning', 'What a step leaves open of the rules of its time: it is not refused, and told with the step for good.', lifecycle.stepWarnings, (value) => en.stepWarnings[value]);
export const RemovalGroundEnum = enumOf('RemovalGround', 'For what a member, or a probationary member, is removed.', lifecycle.removalGrounds, (value) => en.removalGrounds[value]);
export const ReadmissionBarEnum = enumOf('ReadmissionBar', 'What rules a readmission out for ever.', lifecycle.readmissionBars, (value) => en.readmissionBars[value]);
export const ActingBodyEnum = enumOf('ActingBody', 'The body whose act a step is.', lifecycle.actingBodies, (value) => en.bodies[value]);
export const DeadlineKindEnum = enumOf('DeadlineKind', 'What has to be done by a day.', lifecycle.deadlineKinds, (value) => en.deadlines[value]);
export const DeadlineUnitEnum = enumOf('DeadlineUnit', 'In what a limit is counted.', lifecycle.deadlineUnits, (value) =>
  value === 'WORKING_DAYS' ? 'Monday to Friday without holidays, counted from the next day.' : 'Calendar months; a day that the month lacks becomes its last.',
);
export const TodoGroupEnum = enumOf('TodoGroup', 'A part of the list of things to do.', lifecycle.todoGroups, (value) => en.todoGroups[value]);
export const CandidacyOrderEnum = enumOf('CandidacyOrder', 'Order of a list of candidacies.', lifecycle.candidacyOrders, (value) => en.orders[value]);
export const PaperKindEnum = enumOf('PaperKind', 'A paper of a file.', lifecycle.paperKinds, (value) => en.papers[value]);
export const PaperStateEnum = enumOf('PaperState', 'How a paper of the checklist stands.', lifecycle.paperStates, (value) => en.paperStates[value]);
export const PaperConclusionEnum = enumOf('PaperConclusion', 'What a paper concludes.', lifecycle.paperConclusions, (value) => en.paperConclusions[value]);
export const ParticipantKindEnum = enumOf('ParticipantKind', 'What somebody is to a candidacy.', lifecycle.participantKinds, (value) => en.participants[value]);
export const UnlockReasonEnum = enumOf('UnlockReason', 'Why somebody looks at the ethnic group and religion of one person.', lifecycle.unlockReasons, (value) => en.unlockReasons[value]);
export const CandidacyRefusalCodeEnum = enumOf('CandidacyRefusalCode', 'Why a change of a candidacy was refused.', lifecycle.candidacyRefusalCodes, (value) => en.refusals[value]);
export const FileRefusalCodeEnum = enumOf('FileRefusalCode', 'Why a file was not kept, or not given.', lifecycle.fileRefusalCodes, (value) => en.fileRefusals[value]);
export const TransferKindEnum = enumOf('TransferKind', 'What a transfer of activity is.', lifecycle.transferKinds, (value) => en.transferKinds[value]);
export const TransferStateEnum = enumOf('TransferState', 'Where a letter of transfer stands.', lifecycle.transferStates, (value) => en.transferStates[value]);
export const TransferDirectionEnum = enumOf('TransferDirection', 'Letters whose receiver lies in the scope, or whose sender does.', lifecycle.transferDirections, (value) => en.transferDirections[value]);
export const TransferStandingEnum = enumOf('TransferStanding', 'A part of a list of letters.', lifecycle.transferStandings, (value) => en.transferStandings[value]);
export const TransferOrderEnum = enumOf('TransferOrder', 'Order of a list of letters.', lifecycle.transferOrders, (value) => en.transferOrders[value]);
export const TransferReachEnum = enumOf('TransferReach', 'How far a transfer reaches: which body issues its letter follows from it.', lifecycle.transferReaches, (value) => en.transferReaches[value]);
export const TransferRefusalCodeEnum = enumOf('TransferRefusalCode', 'Why a change of a letter of transfer was refused.', lifecycle.transferRefusalCodes, (value) => en.transferRefusals[value]);
export const PowerEnum = enumOf('Power', 'What a unit may do, by its kind or because it was given to it for a time.', powers, (value) => enRules.powers[value]);
export const RuleRefusalCodeEnum = enumOf('RuleRefusalCode', 'Why a change of the holidays or of a power was refused.', ruleRefusalCodes, (value) => enRules.refusals[value]);
export const CorrectedFieldEnum = enumOf('CorrectedField', 'What can be corrected of a person.', personal.correctedFields, (value) => enPersonal.fields[value]);
export const MarkKindEnum = enumOf('MarkKind', 'What is noted of a person beside the way to membership.', personal.markKinds, (value) => enPersonal.marks[value]);
export const PersonRefusalCodeEnum = enumOf('PersonRefusalCode', 'Why a correction or a mark was refused.', personal.personRefusalCodes, (value) => enPersonal.refusals[value]);
export const TogetherBasisEnum = enumOf('TogetherBasis', 'How an introducer knows the candidate.', lifecycle.togetherBases, (value) => en.togetherBases[value]);
