import type { MemberState } from '@banyan/schema/enums';
import type { Day } from '../../../kernel/day.ts';

/** A member, or someone who was one. Ethnic group and religion lie apart, behind a right of their own. */
export interface Person {
  readonly id: string;
  readonly unitId: string;
  /** Goes up with every correction. */
  readonly version: number;
  readonly fullName: string;
  readonly birthDate: Day;
  readonly gender: string;
  readonly state: MemberState;
  readonly occupation: string;
  readonly enterpriseRelation: string;
  readonly education: string;
  readonly youthUnion: string;
  readonly admissionDecidedOn: Day | null;
  /** Entry date: admissions count by it. */
  readonly ceremonyOn: Day | null;
  readonly recognitionDecidedOn: Day | null;
  /** Ceremony plus 12 months: recognitions count by it. */
  readonly officialOn: Day | null;
  readonly leftOn: Day | null;
}
