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
  readonly people: DemoPerson[];
  /** Grouped by person, and in the order of the days for each. A reversed fact stands right before the one that corrects it. */
  readonly facts: DemoFact[];
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
