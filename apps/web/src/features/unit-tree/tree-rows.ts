import { foldName } from '../../shared/format/fold-name.ts';

/** The units directly below one, as far as they were fetched. */
export interface Below {
  readonly ids: readonly string[];
  readonly total: number;
  /** Where the next page begins; null where there is none. */
  readonly next: string | null;
}

/** A tree as far as it is known. */
export interface KnownTree {
  readonly root: string;
  readonly below: ReadonlyMap<string, Below>;
  readonly opened: ReadonlySet<string>;
  /** Units whose children are on their way, or could not be fetched. */
  readonly pending: ReadonlySet<string>;
  readonly failed: ReadonlySet<string>;
  /** Whether a unit has units below it, fetched or not. */
  readonly hasBelow: (id: string) => boolean;
}

/** A unit in the order in which it is shown. */
export interface UnitLine {
  readonly form: 'UNIT';
  readonly key: string;
  readonly id: string;
  readonly level: number;
  /** Its place among the units of the same parent, from 1, and how many these are. */
  readonly position: number;
  readonly siblings: number;
  /** Null for a unit without units below. */
  readonly opened: boolean | null;
  /** Index of the line of the unit above; −1 for the first line. */
  readonly above: number;
}

/** What stands in the place of units that are not there yet. */
export interface NoteLine {
  readonly form: 'LOADING' | 'MORE' | 'FAILED';
  readonly key: string;
  /** The unit whose children are meant. */
  readonly id: string;
  readonly level: number;
  readonly above: number;
}

export type TreeLine = UnitLine | NoteLine;

/** The lines of a tree from the root down, with what hangs below each opened unit. */
export function listLines(tree: KnownTree): TreeLine[] {
  const lines: TreeLine[] = [];
  const note = (form: NoteLine['form'], id: string, place: { level: number; above: number }) => {
    lines.push({ form, key: `${form} ${id}`, id, ...place });
  };
  const visit = (id: string, place: Pick<UnitLine, 'level' | 'position' | 'siblings' | 'above'>) => {
    const own = lines.length;
    const opened = tree.hasBelow(id) ? tree.opened.has(id) : null;
    lines.push({ form: 'UNIT', key: id, id, opened, ...place });
    if (opened !== true) return;
    const inside = { level: place.level + 1, above: own };
    const below = tree.below.get(id);
    below?.ids.forEach((child, index) => visit(child, { ...inside, position: index + 1, siblings: below.total }));
    if (tree.failed.has(id)) note('FAILED', id, inside);
    else if (tree.pending.has(id)) note('LOADING', id, inside);
    else if (below !== undefined && below.next !== null) note('MORE', id, inside);
  };
  visit(tree.root, { level: 1, position: 1, siblings: 1, above: -1 });
  return lines;
}

/** What a key does to a tree: moves the focus, opens or closes a unit, follows the line, or opens units of one level. */
export type TreeStep =
  | { readonly do: 'focus'; readonly index: number }
  | { readonly do: 'open' | 'close' | 'follow'; readonly line: TreeLine }
  | { readonly do: 'open all'; readonly ids: readonly string[] };

const page = 10;

/** What a key does at a line; null where it does nothing. */
export function stepOf(lines: readonly TreeLine[], index: number, key: string): TreeStep | null {
  const line = lines[index];
  if (line === undefined) return null;
  const to = (wanted: number): TreeStep => ({ do: 'focus', index: Math.min(lines.length - 1, Math.max(0, wanted)) });
  const opened = line.form === 'UNIT' ? line.opened : null;
  switch (key) {
    case 'ArrowDown':
      return to(index + 1);
    case 'ArrowUp':
      return to(index - 1);
    case 'PageDown':
      return to(index + page);
    case 'PageUp':
      return to(index - page);
    case 'Home':
      return to(0);
    case 'End':
      return to(lines.length - 1);
    case 'ArrowRight':
      return opened === null ? null : opened ? to(index + 1) : { do: 'open', line };
    case 'ArrowLeft':
      return opened === true ? { do: 'close', line } : line.above < 0 ? null : to(line.above);
    case 'Enter':
      return { do: 'follow', line };
    case '*':
      return { do: 'open all', ids: closedBeside(lines, line) };
    default:
      return null;
  }
}

/** The number of each line on paper: 2.1.4 for the fourth unit below the first unit below the second. The first line has none. */
export function numberLines(lines: readonly TreeLine[]): string[] {
  const numbers: string[] = [];
  for (const line of lines) {
    const above = numbers[line.above] ?? '';
    numbers.push(line.form !== 'UNIT' || line.above < 0 ? '' : above === '' ? String(line.position) : `${above}.${line.position}`);
  }
  return numbers;
}

/** Units below the same one as a line that are closed. */
function closedBeside(lines: readonly TreeLine[], { above }: TreeLine): string[] {
  return lines.flatMap((line) => (line.form === 'UNIT' && line.above === above && line.opened === false ? [line.id] : []));
}

/**
 * The next line whose name has a word that begins with what was typed; it starts with the line after the current one, and with the
 * current one itself where more than one letter was typed. −1 where there is none.
 */
export function findTyped(lines: readonly TreeLine[], from: number, typed: string, nameOf: (id: string) => string): number {
  const wanted = ` ${foldName(typed)}`;
  const start = typed.length > 1 ? from : from + 1;
  for (let step = 0; step < lines.length; step += 1) {
    const index = (start + step) % lines.length;
    const line = lines[index];
    if (line?.form === 'UNIT' && ` ${foldName(nameOf(line.id))}`.includes(wanted)) return index;
  }
  return -1;
}

/** The end of the scale of the bars of each level: the largest value that is known there, in this tree or in one before. */
export function levelScales(root: string, below: ReadonlyMap<string, Below>, valueOf: (id: string) => number, before: readonly number[] = []): number[] {
  const scales = [...before];
  let level = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    scales[depth] = level.reduce((most, id) => Math.max(most, valueOf(id)), scales[depth] ?? 0);
    level = level.flatMap((id) => below.get(id)?.ids ?? []);
  }
  return scales;
}
