import type { Role } from '@banyan/schema/enums';
import type { Day } from './day.ts';

/** Who acts: an account under one grant, as the database found it from the presented credential. */
export interface Actor {
  readonly accountId: string;
  readonly accountName: string;
  readonly displayName: string;
  readonly sessionId: string;
  readonly grantId: string;
  readonly role: Role;
  readonly unitId: string;
  /** First and last position of the scope, as texts: they do not fit a JavaScript number. */
  readonly lo: string;
  readonly hi: string;
  /** Last day of data where the unit belongs to a historical province. */
  readonly lastDataOn: Day | null;
}
