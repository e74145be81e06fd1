import type { Scope } from '../../../platform/scope.ts';
import { queryAlongIndex, Values, type Stretch, type Subject } from './stretch.ts';

/** A search by beginnings of words: folded, without those that begin another, that of which there are fewest first. Never empty. */
export type SearchedWords = readonly string[];

/** How far the people whose names have a word are counted where no tally has them, to find the word of which there are fewest. */
const mostCounted = 10_000;

/** The end of the words that begin with one: no character stands after this one. */
const last = '\u{10FFFF}';

/** The words that are searched for; null where nothing is, because what was typed folds to nothing. */
export async function findSearchedWords(scope: Scope, subject: Subject, search: string | null): Promise<SearchedWords | null> {
  if (search === null) return null;
  // One word alone need not be compared with others.
  const rows = await scope.query<{ word: string; count: string | null }>(
    `with typed as materialized (select word, max(place) as place, count(*) over () as words from regexp_split_to_table(btrim(app.fold($1)), '\\s+') with ordinality as t (word, place) where word <> '' group by word)
     select t.word, case
       when t.words = 1 then 0
       when app.is_whole_blocks($3, $4) then (select sum(k.count) from ${tallyOf({ subject: '$5', word: 't.word', end: '$2', lo: '$3', hi: '$4' })})
       else (select count(*) from (select from name_word k where k.subject = $5 and k.word >= t.word collate "C" and k.word < (t.word || $2) collate "C" and k.position between $3 and $4 limit ${mostCounted}) k)
     end as count
     from typed t order by t.place desc`,
    [search, last, scope.lo, scope.hi, subject],
  );
  const needed = rows.filter(({ word }) => !rows.some((other) => other.word !== word && other.word.startsWith(word)));
  // Where no tally has them: of two of which there are many the one that was typed last comes first: given names differ more than family names.
  const sorted = needed.toSorted((a, b) => Number(a.count) - Number(b.count));
  return sorted.length > 0 ? sorted.map(({ word }) => word) : null;
}

/** Rows `k` of the tally of words that count each of those once who have a word that begins with one. */
function tallyOf({ subject, word, end, lo, hi }: Readonly<Record<'subject' | 'word' | 'end' | 'lo' | 'hi', string>>): string {
  return `word_tally k where k.subject = ${subject} and k.word >= ${word} collate "C" and k.word < (${word} || ${end}) collate "C" and k.shared_with_prior < length(${word}) and k.block between ${lo} and ${hi}`;
}

/** A condition that each of the words begins a word of a folded name. */
export function nameHas(nameFold: string, words: SearchedWords | null, values: Values): string {
  return words ? words.map((word) => `strpos(' ' || ${nameFold}, ${values.at(` ${word}`)}) > 0`).join(' and ') : 'true';
}

/**
 * The people or candidacies of a stretch whose names match, each once: rows `w` of the first word. One of whose words two begin alike is
 * counted by the first of them.
 */
export function matchesOf(subject: Subject, { lo, hi }: Stretch, words: SearchedWords, states: readonly string[] | null, values: Values): string {
  const [first = '', ...others] = words;
  const from = values.at(first);
  return `name_word w where w.subject = ${values.at(subject)} and w.word >= ${from} collate "C" and w.word < ${values.at(`${first}${last}`)} collate "C"
    and w.prior < ${from} collate "C" and w.position between ${values.at(lo)} and ${values.at(hi)}
    and ${states ? `w.state = any (${values.at(states)})` : 'true'} and ${nameHas('w.name_fold', others.length > 0 ? others : null, values)}`;
}

/** How many match. */
export async function countMatches(scope: Scope, subject: Subject, stretch: Stretch, words: SearchedWords, states: readonly string[] | null): Promise<number> {
  const values = new Values();
  const [word = ''] = words;
  const text = isTallied(stretch, words)
    ? `select sum(k.count) as total from ${tallyOf({ subject: values.at(subject), word: `${values.at(word)}::text`, end: values.at(last), lo: values.at(stretch.lo), hi: values.at(stretch.hi) })} and ${states ? `k.state = any (${values.at(states)})` : 'true'}`
    : `select count(*) as total from ${matchesOf(subject, stretch, words, states, values)}`;
  const [row] = await queryAlongIndex<{ total: string | null }>(scope, text, values.all);
  return Number(row?.total ?? 0);
}

/** Whether a tally says how many match, so that they need not be counted one by one: of one word, in whole blocks. */
function isTallied(stretch: Stretch, words: SearchedWords): boolean {
  return stretch.isWholeBlocks && words.length === 1;
}
