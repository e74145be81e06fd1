/** A page of a list, and where the next one begins; null where there is none. */
export interface ListPage<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly total: number;
}

/** Told how far it is. */
export type OnProgress = (known: number, total: number) => void;

/** What takes longer than this says how far it is. In milliseconds. */
const patience = 1000;

/** Reads all of a list, page by page; what takes long tells how far it is. Fails where a page cannot be had: half a file is none. */
export async function fetchAll<Row>(read: (after: string | null) => Promise<ListPage<Row>>, onProgress: OnProgress): Promise<readonly Row[]> {
  const begun = performance.now();
  const readFrom = async (known: readonly Row[], after: string | null): Promise<readonly Row[]> => {
    const { rows, next, total } = await read(after);
    const all = [...known, ...rows];
    if (next === null) return all;
    if (performance.now() - begun > patience) onProgress(all.length, total);
    return await readFrom(all, next);
  };
  return await readFrom([], null);
}
