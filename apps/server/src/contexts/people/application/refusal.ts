import type { CandidacyRefusalCode } from '@banyan/schema/lifecycle';

/** Why a change was refused: the code, the input to blame, the candidacy where another version of it is there, and people of the scope who are on record already. */
export interface Refusal {
  readonly code: CandidacyRefusalCode;
  readonly field: string;
  readonly candidacyId?: string;
  readonly personIds?: readonly string[];
}
