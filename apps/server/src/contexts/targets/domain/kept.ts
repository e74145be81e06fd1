/** What every record of a unit has, whatever it is. */
export interface Kept {
  readonly id: string;
  readonly version: number;
  /** Whether it lies in the scope of the reader; false of what was handed down to it. */
  readonly isWithin: boolean;
  /** Why it does not stand; null while it does. */
  readonly takenBackReason: string | null;
  readonly takenBackBy: string | null;
  readonly recorderName: string;
  readonly recordedAt: Date;
}

/** The kinds of records. */
export type KeptType = 'Document' | 'Plan' | 'PlanItem' | 'Obstacle' | 'Inspection' | 'Reminder' | 'Locality';
