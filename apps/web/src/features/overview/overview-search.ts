/** What the address of the overview says. Everything that can be chosen is here, so one address shows one view. */
export interface OverviewSearch {
  /** Code of the unit; the viewer's own where it is left out. */
  readonly 'don-vi'?: string | undefined;
  /** Period, in the grammar of the API. */
  readonly ky?: string | undefined;
  /** Column by which the units below are sorted, with a minus for the largest first. */
  readonly xep?: string | undefined;
  /** How the trend is drawn: `luy-ke` or `tung-ky`. */
  readonly 'bieu-do'?: string | undefined;
  /** Dimension of the breakdown. */
  readonly 'phan-tich'?: string | undefined;
  /** Measure whose list is open. */
  readonly xem?: string | undefined;
  /** Slice of that list. */
  readonly chieu?: string | undefined;
  readonly 'gia-tri'?: string | undefined;
  /** Person whose record is open. */
  readonly nguoi?: string | undefined;
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
}

const keys = ['don-vi', 'ky', 'xep', 'bieu-do', 'phan-tich', 'xem', 'chieu', 'gia-tri', 'nguoi'] as const;

/** Keeps what the overview understands and names what it does not. */
export function readOverviewSearch(search: Readonly<Record<string, unknown>>): OverviewSearch {
  const known: Partial<Record<(typeof keys)[number], string>> = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value === 'string' && value !== '') known[key] = value;
  }
  const names: readonly string[] = keys;
  const unknownKeys = Object.keys(search).filter((key) => key !== 'unknownKeys' && !names.includes(key));
  return unknownKeys.length === 0 ? known : { ...known, unknownKeys };
}
