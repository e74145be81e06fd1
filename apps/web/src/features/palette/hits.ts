import { foldName } from '../../shared/format/fold-name.ts';
import type { ResultOf } from '../../shared/graphql/graphql.ts';
import type { PaletteQuery } from './palette-document.ts';

/** Something that can be opened: a page, a unit or a person. */
export type Hit =
  | { readonly sort: 'page'; readonly key: string; readonly to: string; readonly title: string }
  | { readonly sort: 'unit'; readonly key: string; readonly code: string; readonly title: string; readonly kind: string; readonly path: string }
  | { readonly sort: 'person'; readonly key: string; readonly id: string; readonly title: string; readonly birthDate: string; readonly path: string };

/** Hits of one sort, and how many there are in all. */
export interface Found {
  readonly hits: readonly Hit[];
  readonly total: number;
}

/** Fewer letters find nearly everybody. */
export const fewestLetters = 2;

/** How many hits that were opened are remembered. */
const mostRecent = 6;

const separator = ' › ';

/** From the nearest unit up, as far as two steps: more does not help to tell two hits apart. */
function pathOf(ancestors: readonly { readonly name: string }[]): string {
  return ancestors.slice(-2).map(({ name }) => name).join(separator);
}

type Answer = ResultOf<typeof PaletteQuery>;

/** The units of an answer. */
export function unitHits({ units }: Answer): Found {
  return {
    total: units.totalCount,
    hits: units.nodes.map(({ code, name, kind, ancestors }) => ({
      sort: 'unit',
      key: `unit-${code}`,
      code,
      title: name,
      kind: kind.name,
      path: pathOf(ancestors),
    })),
  };
}

/** The people of an answer; none where the role sees sums alone. */
export function personHits({ people }: Answer): Found {
  return {
    total: people?.totalCount ?? 0,
    hits: (people?.nodes ?? []).map(({ id, fullName, birthDate, ancestors }) => ({
      sort: 'person',
      key: `person-${id}`,
      id,
      title: fullName,
      birthDate,
      path: pathOf(ancestors),
    })),
  };
}

/** Whether every word begins a word of the title, marks left out on both sides. */
export function matchesTitle(title: string, words: string): boolean {
  const own = foldName(title).split(/[^\p{L}\p{N}]+/u);
  return foldName(words).split(/\s+/).filter((word) => word !== '').every((word) => own.some((candidate) => candidate.startsWith(word)));
}

/** Puts what was opened lately before the others; the rest keeps its order. */
export function recentFirst(hits: readonly Hit[], recent: readonly Hit[]): Hit[] {
  const rank = (hit: Hit) => {
    const index = recent.findIndex(({ key }) => key === hit.key);
    return index === -1 ? recent.length : index;
  };
  return hits.toSorted((one, other) => rank(one) - rank(other));
}

/** The list of what was opened, after one more. */
export function remember(recent: readonly Hit[], hit: Hit): readonly Hit[] {
  return [hit, ...recent.filter(({ key }) => key !== hit.key)].slice(0, mostRecent);
}
