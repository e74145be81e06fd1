import type { Tier } from '@banyan/schema/enums';
import { graphql, readFragment, type FragmentOf } from '../../shared/graphql/graphql.ts';

export const UnitRowFields = graphql(`
  fragment UnitRowFields on Unit {
    id
    code
    name
    tier
    kind { code name(language: $language) }
    counts(asOf: $treeDay) { children }
    rollup(period: $period, asOf: $asOf) {
      members { value }
      admitted { value }
    }
  }
`);

/** The numbers of a unit; a null is a hidden count. */
export interface UnitFigures {
  readonly members: number | null;
  readonly admitted: number | null;
}

/** A unit as a row of a tree or a list shows it. */
export interface UnitRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly tier: Tier;
  readonly kind: string;
  readonly kindName: string;
  /** How many units stand directly below; null while that is not known. */
  readonly children: number | null;
  /** Null while they are not known. */
  readonly figures: UnitFigures | null;
}

/** Reads a row out of the answer. */
export function readUnitRow(masked: FragmentOf<typeof UnitRowFields>): UnitRow {
  const { id, code, name, tier, kind, counts, rollup } = readFragment(UnitRowFields, masked);
  return {
    id,
    code,
    name,
    tier,
    kind: kind.code,
    kindName: kind.name,
    children: counts.children,
    figures: { members: rollup.members.value, admitted: rollup.admitted.value },
  };
}
