import { Random } from '../chance/random.ts';
import { Roster } from '../people/roster.ts';
import type { Tree } from '../tree/tree.ts';
import type { DemoProvince } from '../types.ts';

export interface ProvinceDraft extends Pick<DemoProvince, 'rootCode' | 'configuration' | 'lastDataOn'> {
  readonly tree: Tree;
  /** Share of the members of before the records who were admitted in the last year. */
  readonly probationers: number;
}

/** Turns a tree whose leaves have their plans into a province. */
export function assemble({ tree, probationers, ...province }: ProvinceDraft): DemoProvince {
  const roster = new Roster(province.rootCode, new Random(`people of ${province.rootCode}`), tree.era, probationers);
  for (const leaf of tree.leaves) roster.addLeaf(leaf);
  return { ...province, units: tree.units, people: roster.people, facts: roster.facts };
}
