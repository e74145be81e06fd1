import type { RecordRefusalCode } from '@banyan/schema/records';

/** Why something that a unit keeps was not changed: the code, and the input to blame. */
export interface RecordRefusal {
  readonly code: RecordRefusalCode;
  readonly field: string;
}
