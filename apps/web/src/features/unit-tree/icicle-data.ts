import { graphql, readFragment, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import type { IciclePart } from '../../shared/charts/icicle-geometry.ts';

export const IcicleFields = graphql(`
  fragment IcicleFields on Unit {
    id
    code
    name
    counts(asOf: $treeDay) { children }
    rollup(period: $period, asOf: $asOf) {
      members { value }
      admitted { value }
      admissionRate(base: STOCK_AT_PERIOD_START) { percent hidden baseLabel(language: $language) }
    }
  }
`);

/** Two levels below a unit. The product of the two page sizes may not be larger than 10.000. */
export const IcicleQuery = graphql(
  `
    query Icicle($unit: ID!, $period: Period!, $asOf: Date, $treeDay: Date, $first: Int!, $firstBelow: Int!, $language: Language!) {
      viewer { ...IdentityFields }
      unit(id: $unit) {
        ...IcicleFields
        id
        parent(asOf: $treeDay) { id code }
        children(asOf: $treeDay, first: $first) {
          totalCount
          nodes {
            ...IcicleFields
            id
            children(asOf: $treeDay, first: $firstBelow) {
              totalCount
              nodes { ...IcicleFields }
            }
          }
        }
      }
    }
  `,
  [IdentityFields, IcicleFields],
);

/** How many units of each of the two levels one question asks for: more above where there are many directly below. */
export function icicleSizes(children: number): { readonly first: number; readonly firstBelow: number } {
  return children <= 100 ? { first: 100, firstBelow: 100 } : { first: 500, firstBelow: 20 };
}

/** A unit of the picture. A null is a hidden count, or a rate without a base. */
export interface IcicleUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly children: number;
  readonly members: number | null;
  readonly admitted: number | null;
  readonly rate: number | null;
  readonly baseLabel: string;
}

export interface IcicleData {
  readonly whole: IcicleUnit;
  /** The unit that the whole belongs to. */
  readonly above: { readonly id: string; readonly code: string } | null;
  /** The units directly below. */
  readonly units: readonly IcicleUnit[];
  readonly byKey: ReadonlyMap<string, IcicleUnit>;
  readonly parts: readonly IciclePart[];
}

function readUnit(masked: FragmentOf<typeof IcicleFields>): IcicleUnit {
  const { id, code, name, counts, rollup } = readFragment(IcicleFields, masked);
  return {
    id,
    code,
    name,
    children: counts.children,
    members: rollup.members.value,
    admitted: rollup.admitted.value,
    rate: rollup.admissionRate.percent,
    baseLabel: rollup.admissionRate.baseLabel,
  };
}

/** The key of what a unit has beside the units that are shown below it. */
export const restKey = (id: string) => `${id} rest`;

/** Parts of a whole; what the whole has beside them is a part of its own. A hidden count is drawn as small as can be. */
function withRest(whole: IcicleUnit, parts: readonly IciclePart[]): IciclePart[] {
  const rest = (whole.members ?? 0) - parts.reduce((sum, { value }) => sum + value, 0);
  return parts.length === 0 || whole.members === null || rest <= 0 ? [...parts] : [...parts, { key: restKey(whole.id), value: rest, parts: [] }];
}

/** The highest rate first: where the parts are too low for names, their colours still say how the rates are spread. */
function byRate(one: IcicleUnit, other: IcicleUnit): number {
  return (other.rate ?? -1) - (one.rate ?? -1) || (other.members ?? 0) - (one.members ?? 0);
}

/** Reads the picture out of the answer. */
export function readIcicle(answer: NonNullable<ResultOf<typeof IcicleQuery>['unit']>): IcicleData {
  const byKey = new Map<string, IcicleUnit>();
  const known = (masked: FragmentOf<typeof IcicleFields>) => {
    const unit = readUnit(masked);
    byKey.set(unit.id, unit);
    return unit;
  };
  const whole = readUnit(answer);
  const units: IcicleUnit[] = [];
  const parts = answer.children.nodes.map((node): IciclePart => {
    const unit = known(node);
    units.push(unit);
    const below = node.children.nodes.map(known).sort(byRate).map(({ id, members }) => ({ key: id, value: members ?? 0, parts: [] }));
    return { key: unit.id, value: unit.members ?? 0, parts: withRest(unit, below) };
  });
  parts.sort((one, other) => other.value - one.value);
  return { whole, above: answer.parent, units, byKey, parts: withRest(whole, parts) };
}
