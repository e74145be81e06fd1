import type { ComparedMeasure } from './measures.ts';
import type { Compared } from './use-comparison.ts';

/** What a view draws. */
export interface Drawn {
  readonly measures: readonly ComparedMeasure[];
  readonly perHundred: boolean;
  readonly units: readonly Compared[];
  /** What a file of it is told apart by. */
  readonly name: string;
}
