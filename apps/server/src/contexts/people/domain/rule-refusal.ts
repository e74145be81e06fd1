import type { RuleRefusalCode } from '@banyan/schema/rules';

/** Why the holidays or a power were not changed: the code, the input to blame, and the calendar where another version of it was expected. */
export interface RuleRefusal {
  readonly code: RuleRefusalCode;
  readonly field: string;
  readonly calendar?: { readonly unitId: string; readonly year: number };
}
