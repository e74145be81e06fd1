import type { DocumentKind, DocumentOrder, DocumentOrigin } from '@banyan/schema/records';
import type { Actor } from '../../../kernel/actor.ts';
import type { Cursor } from '../../../kernel/connection.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Document, DocumentFacts } from '../domain/document.ts';
import { keptColumns, seen } from './kept-columns.ts';

/** Columns of a document `d`. What is told of another document is told of one that the reader sees. */
const columns = `${keptColumns('d')}, d.unit_id as "unitId", d.kind, d.number, d.issued_on::text as "issuedOn", d.title, d.issuer, d.implements_id as "implementsId", d.is_handed_down as "isHandedDown",
  exists (select from document i where i.id = d.implements_id and d.issued_on < i.issued_on and ${seen('i')}) as "isOlderThanImplemented",
  exists (select from document t where t.unit_id = d.unit_id and t.number_key = d.number_key and t.kind = d.kind and t.id <> d.id and t.issuer is not distinct from d.issuer
    and extract(year from t.issued_on) = extract(year from d.issued_on) and t.taken_back_reason is null and d.taken_back_reason is null and ${seen('t')}) as "hasTwin"`;

/** Documents by id, as far as they are seen. */
export async function findDocumentsById(scope: Scope, ids: readonly string[]): Promise<Map<string, Document>> {
  const rows = await scope.query<Document>(`select ${columns} from document d where d.id = any ($3::uuid[]) and ${seen('d')}`, [scope.lo, scope.hi, ids]);
  return new Map(rows.map((row) => [row.id, row]));
}

/** At most this many of those that implement a document are told. */
const mostImplementing = 100;

/** The documents that implement each of some, the earliest first. */
export async function findImplementing(scope: Scope, ids: readonly string[]): Promise<Map<string, Document[]>> {
  const rows = await scope.query<Document>(
    `select d.* from unnest($3::uuid[]) as asked (id) cross join lateral (
       select ${columns} from document d where d.implements_id = asked.id and d.taken_back_reason is null and ${seen('d')} order by d.issued_on, d.id limit ${mostImplementing}) d`,
    [scope.lo, scope.hi, ids],
  );
  return Map.groupBy(rows, ({ implementsId }) => implementsId ?? '');
}

/** Which documents: all conditions hold together. */
export interface DocumentFilter {
  /** The unit that origins are told from. */
  readonly unitId: string;
  readonly origin: DocumentOrigin | null;
  readonly kinds: readonly DocumentKind[] | null;
  /** Year of issue. */
  readonly year: number | null;
  /** A part of the number, or of the title; null for all. */
  readonly search: string | null;
  readonly withTakenBack: boolean;
}

/** A page of documents with one more than asked, each with the key that it is ordered by, and the exact number of the whole. */
export interface DocumentPage {
  readonly rows: readonly { readonly document: Document; readonly key: string }[];
  readonly totalCount: number;
}

const origins: Record<DocumentOrigin, string> = {
  OWN: 'd.unit_id = w.id',
  BELOW: 'd.position > w.lo and d.position <= w.hi',
  ABOVE: 'd.is_handed_down and exists (select from unit_stub s where s.unit_id = d.unit_id and s.lo < w.lo and s.hi >= w.hi)',
};

/** How a list is ordered: by what, which way, and what its key is. */
const orders: Record<DocumentOrder, { readonly by: string; readonly way: 'asc' | 'desc'; readonly type: string }> = {
  LATEST: { by: 'd.issued_on', way: 'desc', type: 'date' },
  NUMBER: { by: 'd.number_key', way: 'asc', type: 'text collate "C"' },
};

/** Documents that concern a unit of the scope: its own, those of the units below it, and those handed down to it. */
export async function listDocuments(scope: Scope, filter: DocumentFilter, page: { orderBy: DocumentOrder; first: number; after: Cursor | null }): Promise<DocumentPage> {
  const { by, way, type } = orders[page.orderBy];
  const origin = filter.origin ? origins[filter.origin] : `(${Object.values(origins).map((one) => `(${one})`).join(' or ')})`;
  const filtered = `${seen('d')} and ${origin} and ($4::text[] is null or d.kind = any ($4)) and ($5::int is null or extract(year from d.issued_on) = $5)
    and ($6::text is null or strpos(app.fold(d.number), app.fold($6)) > 0 or strpos(app.fold(d.title), app.fold($6)) > 0) and ($7 or d.taken_back_reason is null)`;
  const rows = await scope.query<Document & { key: string; total: string }>(
    `with within as materialized (select u.id, u.lo, u.hi from unit u where u.id = $3 and u.lo between $1 and $2)
     select listed.*, whole.total from (select count(*) as total from within w join document d on ${filtered}) whole
     left join lateral (
       select ${columns}, ${by}::text as key from within w join document d on ${filtered}
       where $8::text is null or (${by}, d.id) ${way === 'asc' ? '>' : '<'} ($8::${type}, $9::uuid)
       order by ${by} ${way}, d.id ${way} limit $10
     ) listed on true`,
    [scope.lo, scope.hi, filter.unitId, filter.kinds, filter.year, filter.search, filter.withTakenBack, page.after?.[0] ?? null, page.after?.[1] ?? null, page.first + 1],
  );
  return { rows: rows.flatMap((row) => (row.id === null ? [] : [{ document: row, key: row.key }])), totalCount: Number(rows[0]?.total ?? 0) };
}

/** Whether a document implements another one, itself or by way of others. */
export async function implementsAnother(sql: Sql, id: string, other: string): Promise<boolean> {
  const [row] = await sql.query<{ does: boolean }>(
    `with recursive up as (select $1::uuid as id union select d.implements_id from up join document d on d.id = up.id where d.implements_id is not null)
     select exists (select from up where id = $2) as does`,
    [id, other],
  );
  return row?.does ?? false;
}

/** Enters a document in the register of a unit. Gives back its id. */
export async function insertDocument(sql: Sql, actor: Actor, { unitId, ...facts }: DocumentFacts & { readonly unitId: string }): Promise<string> {
  const [row] = await sql.query<{ id: string }>(
    `insert into document (unit_id, position, kind, number, issued_on, title, issuer, implements_id, is_handed_down, recorder_name)
     select id, lo, $2, $3, $4::date, $5, $6, $7::uuid, $8, $9 from unit where id = $1 returning id`,
    [unitId, facts.kind, facts.number, facts.issuedOn, facts.title, facts.issuer, facts.implementsId, facts.isHandedDown, actor.displayName],
  );
  if (!row) throw new Error('the document was entered and is not there');
  return row.id;
}

/** Changes a document that stands as it was seen. False where it has changed meanwhile. */
export async function updateDocument(sql: Sql, { id, version }: Pick<Document, 'id' | 'version'>, facts: DocumentFacts): Promise<boolean> {
  const rows = await sql.query(
    `update document set version = version + 1, kind = $3, number = $4, issued_on = $5::date, title = $6, issuer = $7, implements_id = $8::uuid, is_handed_down = $9
     where id = $1 and version = $2 returning id`,
    [id, version, facts.kind, facts.number, facts.issuedOn, facts.title, facts.issuer, facts.implementsId, facts.isHandedDown],
  );
  return rows.length > 0;
}
