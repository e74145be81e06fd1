import { Roster } from '../people/roster.ts';
import type { Leaf } from '../tree/leaf.ts';
import type { Tree } from '../tree/tree.ts';
import type { DemoDocument, DemoProvince } from '../types.ts';

export interface ProvinceDraft extends Pick<DemoProvince, 'rootCode' | 'configuration' | 'lastDataOn'> {
  readonly tree: Tree;
  /** Share of the members of before the records who were admitted in the last year. */
  readonly probationers: number;
  /** The register of documents. */
  readonly documents?: readonly DemoDocument[];
}

/** Turns a tree whose leaves have their plans into a province. */
export function assemble({ tree, probationers, documents = [], ...province }: ProvinceDraft): DemoProvince {
  const roster = new Roster({ rootCode: province.rootCode, era: tree.era, probationers, upperNameOf: upperNames(tree) });
  for (const leaf of tree.leaves) roster.addLeaf(leaf);
  return { ...province, units: tree.units, people: roster.people, candidates: [], facts: roster.facts, candidacies: roster.candidacies, letters: [], records: { documents, plans: [], obstacles: [], inspections: [], reminders: [], localities: [] }, targets: [], allocations: [] };
}

/** The name of the body of the upper tier above a leaf: it decides there. */
export function upperNames({ units }: Tree): (leaf: Leaf) => string {
  const names = new Map(units.map(({ code, names: [first] }) => [code, first?.name ?? '']));
  return ({ upperCode }) => names.get(upperCode) ?? '';
}
