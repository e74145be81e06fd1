import { graphql, type ResultOf } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import type { Part } from '../../shared/charts/StackedBar.tsx';

export const BreakdownFields = graphql(`
  fragment BreakdownFields on Figure {
    value
    by(dimension: $dimension) {
      dimension
      kind
      base
      slices { key label(language: $language) value share hidden }
    }
  }
`);

/** Another dimension of the same figure, fetched when it is chosen. The first one comes with the page. */
export const BreakdownQuery = graphql(
  `
    query Breakdown($unit: ID!, $period: Period!, $asOf: Date, $dimension: Dimension!, $language: Language!) {
      viewer { ...IdentityFields }
      unit(id: $unit) {
        id
        rollup(period: $period, asOf: $asOf) {
          admitted { ...BreakdownFields }
        }
      }
    }
  `,
  [IdentityFields, BreakdownFields],
);

export type Breakdown = ResultOf<typeof BreakdownFields>['by'];
export type Slice = Breakdown['slices'][number];

const ordered: ReadonlySet<string> = new Set(['AGE_BAND', 'EDUCATION', 'GENDER', 'ETHNIC_MINORITY', 'RELIGION', 'YOUTH_UNION']);
const unknownKey = 'UNKNOWN';
const mostStacked = 5;
const tones = [1, 2, 3, 4, 5] as const;

/**
 * The slices in the order in which they are drawn: as listed where the dimension has an order of its own, else the
 * largest first; unknown is always last.
 */
export function orderSlices({ dimension, slices }: Breakdown): Slice[] {
  const weight = ({ value }: Slice) => (ordered.has(dimension) ? 0 : -(value ?? 0));
  return slices.toSorted(
    (one, other) =>
      Number(one.key === unknownKey) - Number(other.key === unknownKey) || weight(one) - weight(other),
  );
}

/** The parts of a stacked bar; null where the slices may not be stacked: overlapping, too many, or some hidden. */
export function stackParts(breakdown: Breakdown): Part[] | null {
  if (breakdown.kind !== 'PARTITION') return null;
  if (breakdown.slices.some(({ hidden }) => hidden)) return null;
  const shown = orderSlices(breakdown).filter(({ value }) => value !== null && value > 0);
  const known = shown.filter(({ key }) => key !== unknownKey);
  if (shown.length === 0 || known.length > mostStacked) return null;
  return shown.map(({ key, value }) => ({
    key,
    value: value ?? 0,
    tone: key === unknownKey ? 'unknown' : (tones[known.findIndex((slice) => slice.key === key)] ?? 5),
  }));
}
