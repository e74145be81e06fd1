import type { RuleRefusalCode } from '@banyan/schema/rules';
import type { Refusing } from '../../../kernel/conflict.ts';

/** Why the holidays or a power were not changed: the code, the input to blame, and the calendar, or the unit whose power it is, where another version was expected. */
export type RuleRefusal = Refusing<RuleRefusalCode> & {
  readonly calendar?: { readonly unitId: string; readonly year: number };
  readonly unitId?: string;
};
