import type { RecordRefusalCode } from '@banyan/schema/records';
import type { Refusing } from '../../../kernel/conflict.ts';

/** Why something that a unit keeps was not changed: the code, the input to blame, and both versions where somebody else was quicker. */
export type RecordRefusal = Refusing<RecordRefusalCode> & {
  /** The record as it stands, where another version of it was expected. */
  readonly recordId?: string;
};
