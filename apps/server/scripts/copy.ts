import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Cell = string | number | boolean | null | undefined | readonly (string | number | null | undefined)[];

/** Rows in the text form of COPY, written out and ready to be sent. */
export interface Written {
  /** The table and its columns. */
  readonly into: string;
  readonly chunks: readonly string[];
}

const marks: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function cell(value: Cell): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : `{${value.map(item).join(',')}}`;
  return /[\\\t\n\r]/.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (character) => marks[character] ?? character) : text;
}

/** A value of an array. */
function item(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'number') return String(value);
  return /^[\w-]+$/.test(value) && value !== 'NULL' ? value : `"${value.replaceAll(/["\\]/g, '\\$&')}"`;
}

/** Writes rows out, many to a chunk. */
export function write(into: string, rows: Iterable<readonly Cell[]>): Written {
  const chunks: string[] = [];
  let chunk = '';
  for (const row of rows) {
    chunk += `${row.map(cell).join('\t')}\n`;
    if (chunk.length > 500_000) {
      chunks.push(chunk);
      chunk = '';
    }
  }
  if (chunk !== '') chunks.push(chunk);
  return { into, chunks };
}

/** Sends written rows. */
export async function send(client: pg.Client, { into, chunks }: Written): Promise<void> {
  await pipeline(Readable.from(chunks), client.query(copyFrom(`copy ${into} from stdin`)));
}
