import type { RefusalLimit } from './refusal-limit.ts';

/** Two versions of one thing: what the caller had seen of it, and how it stands. As texts, whatever a version is made of. */
export interface Conflict {
  readonly expected: string;
  /** Null where what was seen does not stand any more. */
  readonly current: string | null;
}

/** A code by which the rules refuse, whoever was quicker. */
export type Judged<Code extends string> = Exclude<Code, 'VERSION_CONFLICT'>;

/** A refusal by its code and the input to blame, with the limit that it does not keep. Where somebody else was quicker it tells both versions: no conflict can be written without them. */
export type Refusing<Code extends string> =
  | { readonly code: Judged<Code>; readonly field: string; readonly limit?: RefusalLimit; readonly conflict?: undefined }
  | { readonly code: Extract<Code, 'VERSION_CONFLICT'>; readonly field: string; readonly limit?: undefined; readonly conflict: Conflict };

/** That somebody else was quicker, as a refusal. */
export function conflictOf(expected: number | string, current: number | string | null, field = 'expectedVersion'): { readonly code: 'VERSION_CONFLICT'; readonly field: string; readonly conflict: Conflict } {
  return { code: 'VERSION_CONFLICT', field, conflict: { expected: String(expected), current: current === null ? null : String(current) } };
}
