import { afterAll, beforeAll, expect, test } from 'vitest';
import { openingMilliseconds, openWorlds, type Worlds } from '../worlds/shared-worlds.ts';

/*
 * Searching every byte of an answer for tokens proves as much as there are tokens: every text that may be written has one in the worlds, and
 * the words before it tell which column it stood in.
 */

let shared: Worlds;

beforeAll(async () => {
  shared = await openWorlds();
}, openingMilliseconds);
afterAll(() => shared.drop());

/** Where the names of accounts, people and units themselves stand: the words before their tokens are drawn. */
const names = ['account.name', 'account.display_name', 'person.full_name', 'person.name_fold', 'person.sort_key', 'unit.code', 'unit.name', 'unit.name_fold', 'word_tally.word'];

/** Words, keys and digests of the program's own. */
const closed = [
  'account.password_hash', 'audit_event.action', 'audit_event.code', 'audit_event.network', 'audit_event.request_id', 'audit_event.subject_kind', 'candidacy.rule_pack', 'entry.areas', 'entry.unit_type',
  'idempotency_key.key', 'name_word.prior', 'name_word.state', 'paper_change.conclusion', 'person.education', 'person.enterprise_relation', 'person.occupation', 'plan_item.period', 'session.network',
  'sign_in_attempt.key', 'slice_counter.dimension', 'slice_counter.key', 'slice_counter.measure', 'supervision_change.role_kind', 'tally.state', 'target.period', 'target.slice_key', 'term.label',
  'unit_stub.configuration', 'unit_stub.kind', 'word_tally.state',
];

/** What is the same for everybody. */
const ofEverybody = ['configuration.code', 'configuration.name_en', 'configuration.name_vi', 'holiday.name_en', 'holiday.name_vi', 'tier_label.name_en', 'tier_label.name_vi', 'unit_kind.code', 'unit_kind.name_en', 'unit_kind.name_vi'];

/** Numbers that name the person themselves. */
const numbers = ['person_sensitive.personal_number', 'person_sensitive_change.personal_number'];

/** Of rows that worlds do not have: what was taken back, cancelled or given up, and looks at what lies apart. Each stands in a row whose other texts have tokens. */
const notInWorlds = [
  ...['document', 'inspection', 'locality', 'obstacle', 'plan', 'plan_item', 'reminder'].flatMap((table) => [`${table}.taken_back_by`, `${table}.taken_back_reason`]),
  'locality.end_reason', 'locality.ender_name', 'sensitive_unlock.note', 'transfer.cancel_reason',
];

interface Column {
  readonly name: string;
  /** Whether it holds but one of some words, an id, or a word of another table. */
  readonly isClosed: boolean;
  /** What stands in it, each token as a dot; of some thousands of rows. */
  readonly words: readonly string[];
}

/** Every column of text, or of objects that hold text. */
async function columns(): Promise<Column[]> {
  const { rows } = await shared.owner.query<{ table: string; column: string; text: string; isClosed: boolean }>(`
    select c.relname as table, a.attname as column, case when t.typname like '\\_%' then 'array_to_string(' || a.attname || ', '' '')' else a.attname || '::text' end as text,
      exists (select from pg_constraint k where k.conrelid = c.oid and a.attnum = any (k.conkey) and (k.conname like '%\\_known' or k.contype = 'f')) as "isClosed"
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and t.typname in ('text', '_text', 'jsonb', 'bpchar', 'varchar')`);
  return await Promise.all(rows.map(async ({ table, column, text, isClosed }) => {
    const { rows: [seen] } = await shared.owner.query<{ words: string[] | null }>(`
      select array_agg(distinct regexp_replace(value, 'zq\\d+[upa]\\d+x', '·', 'gi')) as words from (select ${text} as value from ${table} where ${column} is not null limit 5000) few where value <> ''`);
    return { name: `${table}.${column}`, isClosed, words: seen!.words ?? [] };
  }));
}

test('every text of a world names its owner, and its column by the words before', async () => {
  const all = await columns();
  const drawn = new Set(all.filter(({ name }) => names.includes(name)).flatMap(({ words }) => words));
  const told = all.flatMap(({ name, words }) => words.filter((word) => word.includes('·') && !drawn.has(word)).map((word) => ({ name, word })));
  const ambiguous = [...Map.groupBy(told, ({ word }) => word)].filter(([, places]) => places.length > 1);
  expect(ambiguous.map(([word, places]) => `${word}: ${places.map(({ name }) => name).join(', ')}`)).toEqual([]);
  const without = all.filter(({ isClosed, words }) => !isClosed && !words.some((word) => word.includes('·'))).map(({ name }) => name);
  expect(without.toSorted()).toEqual([...closed, ...ofEverybody, ...numbers, ...notInWorlds].toSorted());
});
