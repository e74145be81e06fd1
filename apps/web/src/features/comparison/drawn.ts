import type { ComparedMeasure } from './measures.ts';
import type { Compared } from './use-comparison.ts';

/** What a view draws. */
export interface Drawn {
  readonly measures: readonly ComparedMeasure[];
  readonly perHundred: boolean;
  readonly units: readonly Compared[];
}
