import type { Tier } from '@banyan/schema/enums';
import type { Day } from '../../../kernel/day.ts';

/** A kind of unit: data, not code. */
export interface UnitKind {
  readonly configuration: string;
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly tier: Tier;
  readonly tierLabelVi: string;
  readonly tierLabelEn: string;
  readonly isGrassrootsOrganisation: boolean;
  readonly holdsMembers: boolean;
}

/** What anyone below a unit may know of it. */
export interface UnitStub {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
}

/** A unit inside the reader's scope. */
export interface Unit extends UnitStub {
  readonly foundedOn: Day;
  readonly closedOn: Day | null;
  /** Last day of data of a historical province. */
  readonly lastDataOn: Day | null;
}
