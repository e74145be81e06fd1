import type { Step, StepFact } from '@banyan/schema/lifecycle';
import type { Day } from './day.ts';

/** The limit that an input does not keep, as far as whoever sent it may know it: a day, a number, or a character that no text holds. */
export interface RefusalLimit {
  /** First day that is possible. */
  readonly from?: Day;
  /** Last day that is possible. */
  readonly until?: Day;
  /** The step, or the fact of one, whose day that is. */
  readonly step?: Step | null;
  readonly fact?: StepFact;
  /** What was sent: a number, the length of a text, or the place of a character in it. */
  readonly given?: number;
  readonly least?: number;
  readonly most?: number;
  /** A character that is not possible: as it is, or by its number where it is not seen. */
  readonly character?: string;
}
