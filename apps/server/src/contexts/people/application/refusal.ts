import type { CandidacyRefusalCode } from '@banyan/schema/lifecycle';

/** Why a change was refused: the code, the input to blame, and the candidacy where another version of it is there. */
export interface Refusal {
  readonly code: CandidacyRefusalCode;
  readonly field: string;
  readonly candidacyId?: string;
}
