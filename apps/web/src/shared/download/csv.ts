/** A cell of a table that leaves the page: null is an empty cell. */
export type Cell = string | number | null;

/** Texts that a spreadsheet would take for a formula, also behind blanks and marks that nobody sees. */
const formula = /^[\s\p{Cf}]*[=+\-@|%＝＋－＠]|^[\t\r]/u;

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = formula.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A table as CSV (RFC 4180): the mark by which spreadsheets know UTF-8, commas, numbers with a point. A text that would be run as a
 * formula is told as the text that it is, by an apostrophe before it.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\u{FEFF}${rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')}`;
}
