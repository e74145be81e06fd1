/**
 * The words of the way from source to official member on which server and web agree: states, the stages that group them, steps, the
 * facts that a step is recorded with, deadlines, papers. What leads from where to where, and under which rule, the server alone knows.
 */

/** Where a candidacy stands. RECOGNITION_DUE is no state of its own: it is PROBATIONARY once the twelve months are over. TAKEN_BACK is the way of a member that was taken up wrongly: none. */
export const candidacyStates = [
  'SOURCE',
  'LISTED',
  'TRAINING',
  'TRAINED',
  'FILE_OPEN',
  'VERIFYING',
  'CELL_PROPOSED',
  'GRASSROOTS_PROPOSED',
  'SUBMITTED',
  'RETURNED',
  'ADMISSION_DECIDED',
  'PROBATIONARY',
  'RECOGNITION_PROPOSED',
  'RECOGNITION_SUBMITTED',
  'REMOVAL_PROPOSED',
  'OFFICIAL',
  'REFUSED',
  'DROPPED',
  'WITHDRAWN',
  'REMOVED',
  'EXPELLED',
  'LEFT_BY_REQUEST',
  'DECEASED',
  'ADMISSION_ANNULLED',
  'TAKEN_BACK',
] as const;
export type CandidacyState = (typeof candidacyStates)[number];

/** The columns of the pipeline. */
export const stages = ['SOURCES', 'AWARENESS_CLASS', 'FILE', 'APPROVAL', 'CEREMONY', 'PROBATION', 'OFFICIAL', 'CLOSED'] as const;
export type Stage = (typeof stages)[number];

/** The stage of each state. */
export const stageOf = {
  SOURCE: 'SOURCES',
  LISTED: 'SOURCES',
  TRAINING: 'AWARENESS_CLASS',
  TRAINED: 'AWARENESS_CLASS',
  FILE_OPEN: 'FILE',
  VERIFYING: 'FILE',
  CELL_PROPOSED: 'APPROVAL',
  GRASSROOTS_PROPOSED: 'APPROVAL',
  SUBMITTED: 'APPROVAL',
  RETURNED: 'APPROVAL',
  ADMISSION_DECIDED: 'CEREMONY',
  PROBATIONARY: 'PROBATION',
  RECOGNITION_PROPOSED: 'PROBATION',
  RECOGNITION_SUBMITTED: 'PROBATION',
  REMOVAL_PROPOSED: 'PROBATION',
  OFFICIAL: 'OFFICIAL',
  REFUSED: 'CLOSED',
  DROPPED: 'CLOSED',
  WITHDRAWN: 'CLOSED',
  REMOVED: 'CLOSED',
  EXPELLED: 'CLOSED',
  LEFT_BY_REQUEST: 'CLOSED',
  DECEASED: 'CLOSED',
  ADMISSION_ANNULLED: 'CLOSED',
  TAKEN_BACK: 'CLOSED',
} as const satisfies Record<CandidacyState, Stage>;

/** What can be recorded of a candidacy. */
export const steps = [
  'IDENTIFIED',
  'TAKEN_UP',
  'LISTED',
  'ENROLLED',
  'CERTIFIED',
  'FILE_OPENED',
  'FILE_RENEWED',
  'VERIFICATION_STARTED',
  'CELL_PROPOSED',
  'COMMITTEE_PROPOSED',
  'SUBMITTED',
  'RETURNED',
  'REFUSED',
  'EXTENDED',
  'ADMISSION_DECIDED',
  'CEREMONY_HELD',
  'VOTE_FAILED',
  'RECOGNITION_PROPOSED',
  'RECOGNITION_SUBMITTED',
  'RECOGNISED',
  'REMOVAL_PROPOSED',
  'REMOVAL_DECLINED',
  'REMOVED',
  'DROPPED',
  'WITHDRAWN',
  'EXPELLED',
  'LEFT_BY_REQUEST',
  'DECEASED',
  'ADMISSION_ANNULLED',
] as const;
export type Step = (typeof steps)[number];

/** What a step is recorded with, besides its day. */
export const stepFacts = ['DOCUMENT_NUMBER', 'VOTE', 'CERTIFICATE_NUMBER', 'RECEIVED_ON', 'PROVINCE_CONSENT_NUMBER', 'UPPER_CONSENT_NUMBER', 'REMOVAL_GROUND', 'REASON'] as const;
export type StepFact = (typeof stepFacts)[number];

/** What a step leaves open of the rules of its time: no reason to refuse it, told with it for good. */
export const stepWarnings = [
  'AGE_NEAR_BOUND',
  'SCHOOLING_NOT_KNOWN',
  'YOUTH_UNION_NOT_KNOWN',
  'OVER_YOUTH_AGE',
  'TRADE_UNION_INTRODUCES',
  'NEW_MEMBER_CERTIFICATE_MISSING',
  'VOTE_NOT_RECORDED',
] as const;
export type StepWarning = (typeof stepWarnings)[number];

/** For what a member, or a probationary member, is removed from the list: a closed list of the rules. */
export const removalGrounds = ['ABSENT', 'UNPAID_DUES', 'CARD_GIVEN_UP', 'NO_WILL', 'TWO_YEARS_BREACHING', 'CRITERIA_FAILED', 'UNFIT_IN_PROBATION'] as const;
export type RemovalGround = (typeof removalGrounds)[number];

/** What rules a readmission out for ever. */
export const readmissionBars = ['ABANDONED_ACTIVITY', 'DISUNITY', 'CORRUPTION', 'SERIOUS_CRIME'] as const;
export type ReadmissionBar = (typeof readmissionBars)[number];

/** The body whose act a step is. */
export const actingBodies = ['CELL', 'COMMITTEE', 'DECIDER'] as const;
export type ActingBody = (typeof actingBodies)[number];

/** What has to be done of a candidacy by a day. */
export const candidacyDeadlineKinds = [
  'CERTIFICATE_EXPIRES',
  'DOSSIER_AGES',
  'ADMISSION_DECISION',
  'CEREMONY',
  'RECOGNITION_PROPOSAL',
  'RECOGNITION_DECISION',
] as const;

/** What has to be done by a day, of a candidacy or of a letter of transfer. */
export const deadlineKinds = [...candidacyDeadlineKinds, 'TRANSFER_PRESENTATION', 'TRANSFER_START'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** In what a deadline is counted. */
export const deadlineUnits = ['WORKING_DAYS', 'MONTHS'] as const;
export type DeadlineUnit = (typeof deadlineUnits)[number];

/** The parts of the list of things to do. */
export const todoGroups = ['OVERDUE', 'THIS_WEEK', 'RETURNED', 'WAITING_FOR_ME', 'COMING'] as const;
export type TodoGroup = (typeof todoGroups)[number];

/** Orders of a list of candidacies. */
export const candidacyOrders = ['GIVEN_NAME', 'DEADLINE'] as const;
export type CandidacyOrder = (typeof candidacyOrders)[number];

/** The papers of a file. Form numbers are data of the rule pack. */
export const paperKinds = [
  'APPLICATION',
  'BIOGRAPHY',
  'VERIFICATION',
  'MEMBER_INTRODUCTION',
  'YOUTH_UNION_INTRODUCTION',
  'TRADE_UNION_INTRODUCTION',
  'OPINION_SUMMARY',
  'RESIDENCE_OPINION',
  'MASS_ORGANISATION_OPINION',
  'AWARENESS_CERTIFICATE',
  'CELL_RESOLUTION',
  'SECTION_OPINION',
  'COMMITTEE_RESOLUTION',
  'ADMISSION_DECISION',
  'NEW_MEMBER_CERTIFICATE',
  'SELF_REVIEW',
  'HELPER_OPINION',
  'PROBATION_OPINION',
  'RECOGNITION_CELL_RESOLUTION',
  'RECOGNITION_SECTION_OPINION',
  'RECOGNITION_COMMITTEE_RESOLUTION',
  'RECOGNITION_DECISION',
] as const;
export type PaperKind = (typeof paperKinds)[number];

/** How a line of the checklist stands. Of introductions it cannot be said which are needed before it is known who introduces. */
export const paperStates = ['MISSING', 'WAITING', 'THERE', 'TOO_OLD', 'EXPIRED', 'TO_CHOOSE'] as const;
export type PaperState = (typeof paperStates)[number];

/** What a paper concludes, where it does: the content of a background check is never kept. */
export const paperConclusions = ['FAVOURABLE', 'FAVOURABLE_WITH_REMARKS', 'UNFAVOURABLE'] as const;
export type PaperConclusion = (typeof paperConclusions)[number];

/** What somebody is to a candidacy. */
export const participantKinds = ['HELPER', 'INTRODUCER', 'NOMINATOR'] as const;
export type ParticipantKind = (typeof participantKinds)[number];

/** How an introducer knows the candidate: twelve months in one grassroots organisation by the records, or as confirmed, or at the same residence. */
export const togetherBases = ['RECORDS', 'SHARED_WORK', 'SAME_RESIDENCE'] as const;
export type TogetherBasis = (typeof togetherBases)[number];

/** What a file that is kept with a paper can be. */
export const fileMediaTypes = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;
export type FileMediaType = (typeof fileMediaTypes)[number];

/** What is limited about files. */
export const fileMeasures = ['FILE_BYTES', 'PAPER_FILES', 'CANDIDACY_BYTES', 'ACCOUNT_DAY_BYTES'] as const;
export type FileMeasure = (typeof fileMeasures)[number];

/** Why a file was not kept, or not given. */
export const fileRefusalCodes = [
  'SIGNED_OUT',
  'FOREIGN',
  'NOT_FOUND',
  'FORBIDDEN_FOR_ROLE',
  'TAKES_NO_FILE',
  'NOT_THERE',
  'NAME_NOT_POSSIBLE',
  'KEY_NOT_POSSIBLE',
  'KEY_USED_OTHERWISE',
  'EMPTY',
  'TYPE_NOT_POSSIBLE',
  'TOO_LARGE',
  'TOO_MANY_FILES',
  'CANDIDACY_FULL',
  'DAY_FULL',
  'INCOMPLETE',
  'TOO_SLOW',
  'TOO_MANY_DOWNLOADS',
  'BUSY',
  'NO_PLACE',
] as const;
export type FileRefusalCode = (typeof fileRefusalCodes)[number];

/** Mass organisations, which nominate and introduce. */
export const massOrganisations = ['YOUTH_UNION', 'TRADE_UNION', 'WOMEN', 'FARMERS', 'VETERANS', 'FRONT', 'STUDENT_ASSOC'] as const;
export type MassOrganisation = (typeof massOrganisations)[number];

/** Those of them that introduce, in the place of one member (Party Charter, article 4); any may nominate. */
export const introducingOrganisations = ['YOUTH_UNION', 'TRADE_UNION'] as const satisfies readonly MassOrganisation[];

/** Why somebody looks at the ethnic group and religion of one person. */
export const unlockReasons = ['COMPLETING_FILE', 'VERIFYING', 'REPORTING', 'CORRECTION', 'INSPECTION'] as const;
export type UnlockReason = (typeof unlockReasons)[number];

/** Ethnic groups by the numbers of the statistics office; 55 is a foreigner. */
export const ethnicGroups = [...Array.from({ length: 55 }, (_, index) => String(index + 1).padStart(2, '0')), 'UNKNOWN'];

/** Religions by the numbers of the statistics office, none, and others. */
export const religions = ['NONE', ...Array.from({ length: 14 }, (_, index) => String(index + 1).padStart(2, '0')), 'OTHER', 'UNKNOWN'];

/** Why a step, its undoing or a new candidate was refused. */
export const candidacyRefusalCodes = [
  'SIGNED_OUT',
  'NOT_FOUND',
  'FORBIDDEN_FOR_ROLE',
  'NOT_YOUR_BODY',
  'VERSION_CONFLICT',
  'NOT_POSSIBLE_IN_THIS_STATE',
  'FACT_MISSING',
  'TEXT_NOT_POSSIBLE',
  'NAME_NOT_POSSIBLE',
  'DATE_IN_FUTURE',
  'DATE_BEFORE_LAST_STEP',
  'DATE_BEFORE_ARRIVAL',
  'BIRTH_DATE_NOT_POSSIBLE',
  'VALUE_NOT_KNOWN',
  'VOTE_NOT_POSSIBLE',
  'VOTE_NOT_REACHED',
  'MAJORITY_NOT_REACHED',
  'TOO_YOUNG',
  'CONSENT_NEEDED',
  'CERTIFICATE_EXPIRED',
  'CERTIFICATE_NOT_NEWER',
  'DOSSIER_TOO_OLD',
  'INTRODUCERS_MISSING',
  'PROBATION_NOT_OVER',
  'SCHOOLING_TOO_LOW',
  'LATE_WITHOUT_CONSENT',
  'NOT_IN_YOUTH_UNION',
  'YOUTH_UNION_INTRODUCES',
  'NEW_MEMBER_CERTIFICATE_MISSING',
  'GROUND_NOT_POSSIBLE',
  'BEFORE_A_REORGANISATION',
  'ALREADY_KNOWN',
  'UNIT_HOLDS_NO_MEMBERS',
  'UNIT_CLOSED',
  'KEY_USED_OTHERWISE',
  'NOT_THE_LAST_STEP',
  'FILE_NOT_EMPTY',
  'TOO_MANY',
  'TOO_SOON_AFTER_LEAVING',
  'READMITTED_BEFORE',
  'NEVER_READMITTED',
  'TOO_SOON_AFTER_CONVICTION',
  'LOCKED',
  'TOO_MANY_UNLOCKS',
  'NUMBER_NOT_POSSIBLE',
  'ON_RECORD_HERE',
  'ON_RECORD_ELSEWHERE',
  'TOO_MANY_CHECKS',
  'TOGETHER_NOT_KNOWN',
  'TOGETHER_TOO_SHORT',
  'NOT_BY_RESIDENCE',
  'MEMBERS_ONLY',
  'WAY_ON_RECORD',
  'CEREMONY_NOT_ON_RECORD',
] as const;
export type CandidacyRefusalCode = (typeof candidacyRefusalCodes)[number];

/** What a transfer of activity is: for good, for a time, or between two cells of one grassroots organisation. */
export const transferKinds = ['OFFICIAL', 'TEMPORARY', 'INTERNAL'] as const;
export type TransferKind = (typeof transferKinds)[number];

/** Where a letter of transfer stands. Only a temporary one ends. */
export const transferStates = ['ISSUED', 'ACCEPTED', 'CANCELLED', 'ENDED'] as const;
export type TransferState = (typeof transferStates)[number];

/** Letters whose receiver lies in the scope, or whose sender does. */
export const transferDirections = ['IN', 'OUT'] as const;
export type TransferDirection = (typeof transferDirections)[number];

/** Parts of a list of letters: those that wait to be accepted, temporary ones that run, and the rest. */
export const transferStandings = ['WAITING', 'RUNNING', 'DONE'] as const;
export type TransferStanding = (typeof transferStandings)[number];

/** Orders of a list of letters. */
export const transferOrders = ['DUE', 'START_DUE', 'LATEST'] as const;
export type TransferOrder = (typeof transferOrders)[number];

/** How far a transfer reaches: which body issues its letter follows from it. */
export const transferReaches = ['INSIDE_ORGANISATION', 'UNDER_ONE_UPPER', 'OUTSIDE'] as const;
export type TransferReach = (typeof transferReaches)[number];

/** Why a letter of transfer was not issued, accepted, cancelled or ended. */
export const transferRefusalCodes = [
  'SIGNED_OUT',
  'NOT_FOUND',
  'FORBIDDEN_FOR_ROLE',
  'NOT_YOUR_SIDE',
  'NOT_YOUR_BODY',
  'VERSION_CONFLICT',
  'NOT_POSSIBLE_IN_THIS_STATE',
  'LETTER_OPEN',
  'LETTER_NOT_OPEN',
  'CODE_NOT_KNOWN',
  'CODE_EXPIRED',
  'FACT_MISSING',
  'TEXT_NOT_POSSIBLE',
  'DATE_IN_FUTURE',
  'DATE_BEFORE_LAST_STEP',
  'BEFORE_A_REORGANISATION',
  'UNIT_HOLDS_NO_MEMBERS',
  'SAME_UNIT',
  'NOT_INSIDE_ONE_ORGANISATION',
  'NOT_UNDER_ONE_UPPER',
  'TERM_TOO_SHORT',
  'TERM_TOO_LONG',
  'KEY_USED_OTHERWISE',
] as const;
export type TransferRefusalCode = (typeof transferRefusalCodes)[number];
