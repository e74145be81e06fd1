/** Rows that are left out between the first and the last ones. */
export interface Gap {
  /** How many rows stand before it. */
  readonly after: number;
  /** How many are left out. */
  readonly count: number;
}

/** Among more rows than this the last ones are shown too: who is best says as much as who is worst. */
const mostWithoutLast = 24;
const lastShown = 5;

/** The rows that are shown: the first ones, and among many the last ones after a gap; all of them on request. */
export function selectShown<Row>(rows: readonly Row[], { all, first }: { all: boolean; first: number }): { readonly rows: readonly Row[]; readonly gap: Gap | null } {
  if (all || rows.length <= first) return { rows, gap: null };
  if (rows.length <= mostWithoutLast) return { rows: rows.slice(0, first), gap: null };
  return { rows: [...rows.slice(0, first), ...rows.slice(-lastShown)], gap: { after: first, count: rows.length - first - lastShown } };
}
