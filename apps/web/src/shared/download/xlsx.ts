import { strToU8, zipSync } from 'fflate';
import type { Cell } from './csv.ts';

/** A table as a workbook of one sheet. */
export interface Sheet {
  readonly name: string;
  /** The first row is the heading: it stays in sight. */
  readonly rows: readonly (readonly Cell[])[];
}

/** Cell styles, by their place in `styles`. */
const style = { plain: 0, text: 1, heading: 2, integer: 3, decimal: 4 } as const;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`;
const rootRelations = `${declaration}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const workbookRelations = `${declaration}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
// A text keeps its apostrophe (quotePrefix): even when somebody edits the cell, it does not become a formula.
const styles = `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.0"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EFF8"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1" quotePrefix="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** Writes a table as a workbook that spreadsheets open. Texts are texts, whatever they begin with; numbers are numbers. */
export function xlsxOf({ name, rows }: Sheet): Uint8Array<ArrayBuffer> {
  const workbook = `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(sheetName(name))}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  return zipSync({
    '[Content_Types].xml': strToU8(contentTypes),
    '_rels/.rels': strToU8(rootRelations),
    'xl/workbook.xml': strToU8(workbook),
    'xl/_rels/workbook.xml.rels': strToU8(workbookRelations),
    'xl/styles.xml': strToU8(styles),
    'xl/worksheets/sheet1.xml': strToU8(sheetXml(rows)),
  });
}

/** The sheet itself. */
export function sheetXml(rows: readonly (readonly Cell[])[]): string {
  const [heading = [], ...body] = rows;
  const numberStyles = heading.map((_, column) => numberStyle(body.map((row) => row[column] ?? null)));
  const written = rows.map((row, index) => {
    const cells = row.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`, index === 0 ? style.heading : (numberStyles[column] ?? style.plain)));
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  const widths = heading.map((_, column) => `<col min="${column + 1}" max="${column + 1}" width="${widthOf(body.map((row) => row[column] ?? null), heading[column] ?? null)}" customWidth="1"/>`);
  const frozen = '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  const columns = widths.length === 0 ? '' : `<cols>${widths.join('')}</cols>`;
  return `${declaration}<worksheet xmlns="${main}">${frozen}${columns}<sheetData>${written.join('')}</sheetData></worksheet>`;
}

/** Numbers of one column look alike: with a decimal where one of them has one. */
function numberStyle(cells: readonly Cell[]): number {
  return cells.some((cell) => typeof cell === 'number' && !Number.isInteger(cell)) ? style.decimal : style.integer;
}

function cellXml(cell: Cell, place: string, wanted: number): string {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return '';
  if (typeof cell === 'number') return `<c r="${place}" s="${wanted === style.heading ? style.plain : wanted}"><v>${cell}</v></c>`;
  return `<c r="${place}" s="${wanted === style.heading ? style.heading : style.text}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function columnName(index: number): string {
  const before = Math.floor(index / 26);
  return `${before === 0 ? '' : columnName(before - 1)}${String.fromCodePoint(65 + (index % 26))}`;
}

const widest = 60;
const longestText = 32_767;

function widthOf(cells: readonly Cell[], heading: Cell): number {
  const length = (cell: Cell) => String(cell ?? '').length;
  // A heading may wrap, what is below may not.
  return Math.min(widest, Math.max(8, Math.ceil(length(heading) / 2), ...cells.map(length)) + 2);
}

/** Characters that XML cannot carry, not even escaped. */
// oxlint-disable-next-line no-control-regex -- these are the characters that it looks for
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return (
    text
      .slice(0, longestText)
      .replaceAll(unwritable, '')
      // Spreadsheets read `_x0041_` as the character of that number: what looks like it is written so that it stays as it is.
      .replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
      .replaceAll(/[&<>"]/g, (character) => entities[character] ?? character)
  );
}

/** A name that spreadsheets take for a sheet. */
function sheetName(name: string): string {
  const plain = name.replaceAll(/[[\]:*?/\\']/g, ' ').replaceAll(/\s+/g, ' ').trim().slice(0, 31).trim();
  return plain === '' ? 'Banyan' : plain;
}
