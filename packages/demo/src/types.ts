import type { PaperConclusion, PaperKind, ParticipantKind, RemovalGround, Step } from '@banyan/schema/lifecycle';
import type { DocumentKind } from '@banyan/schema/records';

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string;

/** An instant in UTC, as ISO 8601 writes it. */
export type IsoInstant = string;

/** Which set of unit kinds a province uses. */
export type DemoConfiguration = 'DISTRICT_TIER' | 'COMMUNE_TIER';

/** A province with its whole tree, its people, and the facts from which every figure of it follows. */
export interface DemoProvince {
  readonly rootCode: string;
  readonly configuration: DemoConfiguration;
  /** Last day of data of a historical province; null where the records go on. */
  readonly lastDataOn: IsoDate | null;
  /** Parents before their children. */
  readonly units: DemoUnit[];
  /** Members, and those who were. */
  readonly people: DemoPerson[];
  /** People on the way who are no members: the ledger knows nothing of them. */
  readonly candidates: DemoPerson[];
  /** Grouped by person, and in the order of the days for each. A reversed fact stands right before the one that corrects it. */
  readonly facts: DemoFact[];
  /** The way of everybody who was admitted in the records, and of every candidate. One for a person. */
  readonly candidacies: DemoCandidacy[];
  /** Letters of transfer. Nobody has two that are open. */
  readonly letters: DemoLetter[];
  /** Each after the one of which it is a part. */
  readonly targets: readonly DemoTarget[];
  readonly allocations: readonly DemoAllocation[];
  /** What units keep beside people and figures. */
  readonly records: DemoRecords;
}

export interface DemoUnit {
  /** Dotted path from the root. */
  readonly code: string;
  readonly parentCode: string | null;
  readonly kind: string;
  readonly foundedOn: IsoDate;
  readonly recordedAt: IsoInstant;
  /** The first one is in force from the day of founding. */
  readonly names: readonly DemoName[];
  readonly aliases: readonly string[];
  readonly unitType: string;
  /** RURAL or URBAN, then flags. */
  readonly areas: readonly string[];
  /** Oldest first, without overlap. */
  readonly terms: readonly DemoTerm[];
}

export interface DemoName {
  readonly name: string;
  readonly from: IsoDate;
}

export interface DemoTerm {
  readonly ordinal: number;
  readonly label: string;
  readonly startsOn: IsoDate;
  /** Last day of the term; null while it runs. */
  readonly endsOn: IsoDate | null;
}

export type DemoGender = 'M' | 'F';

export interface DemoPerson {
  readonly key: string;
  /** The unit of the last day, or the one that the person left. */
  readonly unitCode: string;
  readonly fullName: string;
  readonly birthDate: IsoDate;
  readonly gender: DemoGender;
  /** Code of the statistics office; '01' is Kinh. */
  readonly ethnicGroup: string;
  /** Code of the statistics office, or NONE. */
  readonly religion: string;
  readonly education: string;
  readonly occupation: string;
  readonly enterpriseRelation: string;
  readonly youthUnion: boolean;
  readonly admissionDecidedOn: IsoDate | null;
  readonly ceremonyOn: IsoDate | null;
  readonly recognitionDecidedOn: IsoDate | null;
  /** Ceremony and 12 calendar months; null when unknown or not reached. */
  readonly officialOn: IsoDate | null;
  readonly leftOn: IsoDate | null;
}

export type DemoExitKind = 'REMOVED' | 'EXPELLED' | 'LEFT' | 'DECEASED';

export type DemoFactKind = 'OPENING_OFFICIAL' | 'OPENING_PROBATIONARY' | 'ADMITTED' | 'RECOGNISED' | 'TRANSFERRED' | DemoExitKind;

export interface DemoFact {
  readonly kind: DemoFactKind;
  readonly personKey: string;
  readonly unitCode: string;
  /** Of TRANSFERRED only. */
  readonly toUnitCode?: string;
  readonly occurredOn: IsoDate;
  readonly recordedAt: IsoInstant;
  readonly slices: DemoSlices;
  /** When this fact was found wrong and reversed; the next fact is the right one. */
  readonly reversedAt?: IsoInstant;
}

export type DemoFlag = 'YES' | 'NO' | 'UNKNOWN';

/** What is frozen with the fact that brought a person in. Shared by all facts, and all people, for whom it reads the same. */
export interface DemoSlices {
  readonly gender: DemoGender;
  readonly ageBand: string;
  readonly ethnicMinority: DemoFlag;
  readonly religion: DemoFlag;
  readonly youthUnion: DemoFlag;
  readonly occupation: string;
  readonly enterpriseRelation: string;
  readonly education: string;
}

/** A letter of transfer, with what became of it. */
export interface DemoLetter {
  readonly personKey: string;
  readonly kind: 'OFFICIAL' | 'TEMPORARY' | 'INTERNAL';
  readonly state: 'ISSUED' | 'ACCEPTED' | 'CANCELLED' | 'ENDED';
  readonly fromCode: string;
  /** Null where the receiver is somewhere else: then it waits to be claimed by its code. */
  readonly toCode: string | null;
  readonly destination: string;
  /** Null between two cells of one organisation. */
  readonly letterNumber: string | null;
  readonly issuedOn: IsoDate;
  /** Day of the decision or the move, where it is known. */
  readonly movedOn: IsoDate | null;
  readonly acceptedOn: IsoDate | null;
  readonly endedOn: IsoDate | null;
  readonly cancelReason: string | null;
}

/** The way of one person towards membership. */
export interface DemoCandidacy {
  readonly personKey: string;
  /** In the order of their days, from IDENTIFIED on. All else that a candidacy is follows from them. */
  readonly steps: readonly DemoStep[];
  /** What the file holds, and what it waits for; what is missing is not told. None of ways that are over. */
  readonly papers: readonly DemoPaper[];
  /** None of ways that are over. */
  readonly participants: readonly DemoParticipant[];
}

/** The result of a vote on one person. */
export interface DemoVote {
  readonly base: number;
  readonly present: number;
  readonly inFavour: number;
}

export interface DemoStep {
  readonly step: Step;
  readonly on: IsoDate;
  readonly documentNumber?: string;
  readonly certificateNumber?: string;
  readonly provinceConsentNumber?: string;
  /** When the cell received the decision. Of ADMISSION_DECIDED only. */
  readonly receivedOn?: IsoDate;
  /** Number of the upper committee's consent to a ceremony after its time. */
  readonly upperConsentNumber?: string;
  readonly removalGround?: RemovalGround;
  readonly reason?: string;
  readonly vote?: DemoVote;
}

export interface DemoPaper {
  readonly kind: PaperKind;
  /** False where it was asked for and has not come. */
  readonly isThere: boolean;
  /** When it was made, or asked for. */
  readonly madeOn: IsoDate;
  readonly number?: string;
  /** Who made it. */
  readonly body?: string;
  readonly conclusion?: PaperConclusion;
}

/** Who helps, introduces or nominates: an official member of the same unit, or a mass organisation. */
export interface DemoParticipant {
  readonly kind: ParticipantKind;
  /** Exactly one of memberKey and organisation is there. */
  readonly memberKey?: string;
  readonly organisation?: 'YOUTH_UNION' | 'TRADE_UNION' | 'WOMEN' | 'FARMERS' | 'VETERANS' | 'STUDENT_ASSOC';
  readonly name: string;
  readonly from: IsoDate;
}

/** What a unit is asked for in a period; one version. */
export interface DemoTarget {
  /** Names it within its province. */
  readonly key: string;
  /** The target of its issuer of which it is a part, or null. */
  readonly parentKey: string | null;
  readonly unitCode: string;
  readonly issuerCode: string;
  readonly indicator: 'ADMITTED' | 'LISTED' | 'PLACES_WITHOUT_CELL';
  readonly slice: { readonly dimension: string; readonly key: string } | null;
  readonly period: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate | null;
  readonly kind: 'EXACT' | 'MINIMUM' | 'RANGE' | 'REDUCE_TO';
  readonly low: number;
  readonly high: number | null;
  readonly documentNumber: string;
  readonly issuedOn: IsoDate;
  readonly note: string | null;
}

/** That a unit has divided a target over the units below. */
export interface DemoAllocation {
  readonly targetKey: string;
  readonly rule: 'EXACTLY' | 'NOT_BELOW' | 'WITH_RESERVE';
  readonly reserve: number;
  readonly documentNumber: string;
  readonly issuedOn: IsoDate;
}

/** A document in the register of a unit. */
export interface DemoDocument {
  readonly key: string;
  readonly unitCode: string;
  readonly kind: DocumentKind;
  readonly number: string;
  /** Who issued it, where the unit did not. */
  readonly issuer: string | null;
  readonly issuedOn: IsoDate;
  readonly title: string;
  readonly implementsKey: string | null;
  readonly isHandedDown: boolean;
}

/** One thing to do in a month or a quarter. */
export interface DemoPlanItem {
  readonly period: string;
  readonly dueOn: IsoDate;
  readonly title: string;
  readonly responsible: string;
  /** The indicator whose target of the unit for the year it works towards. */
  readonly towards: 'ADMITTED' | null;
  readonly doneOn: IsoDate | null;
  readonly note: string | null;
}

/** What a unit sets out to do in a year. */
export interface DemoPlan {
  readonly unitCode: string;
  readonly year: number;
  readonly documentKey: string | null;
  /** The unit above whose plan of the year it follows. */
  readonly parentCode: string | null;
  readonly isHandedDown: boolean;
  readonly items: readonly DemoPlanItem[];
}

/** A hamlet or a quarter in the area of a unit. */
export interface DemoLocality {
  readonly unitCode: string;
  readonly name: string;
  readonly since: IsoDate;
  readonly ownCellSince: IsoDate | null;
  readonly sharedCellSince: IsoDate | null;
  readonly memberSince: IsoDate | null;
}

/** What units keep beside people and figures. Documents stand after those that they implement, plans after those that they follow. */
export interface DemoRecords {
  readonly documents: readonly DemoDocument[];
  readonly plans: readonly DemoPlan[];
  readonly obstacles: readonly {
    readonly unitCode: string;
    readonly title: string;
    readonly details: string;
    readonly ownerName: string;
    readonly raisedOn: IsoDate;
    readonly dueOn: IsoDate;
    readonly resolvedOn: IsoDate | null;
    readonly resolution: string | null;
  }[];
  readonly inspections: readonly { readonly unitCode: string; readonly byCode: string; readonly on: IsoDate; readonly title: string; readonly conclusion: string; readonly inspector: string }[];
  readonly reminders: readonly {
    readonly unitCode: string;
    readonly byCode: string;
    readonly on: IsoDate;
    readonly text: string;
    readonly answerUntil: IsoDate;
    readonly repliedOn: IsoDate | null;
    readonly reply: string | null;
  }[];
  readonly localities: readonly DemoLocality[];
}
