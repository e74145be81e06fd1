import type { CandidacyRefusalCode } from '@banyan/schema/lifecycle';
import type { Refusing } from '../../../kernel/conflict.ts';

/** Why a change was refused: the code, the input to blame, the candidacy where another version of it is there, and people of the scope who are on record already. */
export type Refusal = Refusing<CandidacyRefusalCode> & {
  readonly candidacyId?: string;
  readonly personIds?: readonly string[];
};
