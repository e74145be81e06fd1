import type { MemberState, PersonOrder } from '@banyan/schema/enums';
import type { Cursor } from '../../../kernel/connection.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Person } from '../domain/person.ts';
import { countMatches, findSearchedWords, matchesOf, nameHas } from './name-search.ts';
import { countIn, findStretch, mostGathered, queryAlongIndex, Values } from './stretch.ts';

interface PersonRow {
  id: string;
  unit_id: string;
  version: number;
  full_name: string;
  birth_date: string;
  gender: string;
  state: MemberState;
  occupation: string;
  enterprise_relation: string;
  education: string;
  youth_union: string;
  admission_decided_on: string | null;
  ceremony_on: string | null;
  recognition_decided_on: string | null;
  official_on: string | null;
  left_on: string | null;
}

const columns = `p.id, p.unit_id, p.version, p.full_name, p.birth_date, p.gender, p.state, p.occupation, p.enterprise_relation, p.education, p.youth_union,
  p.admission_decided_on, p.ceremony_on, p.recognition_decided_on, p.official_on, p.left_on`;

function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    unitId: row.unit_id,
    version: row.version,
    fullName: row.full_name,
    birthDate: row.birth_date,
    gender: row.gender,
    state: row.state,
    occupation: row.occupation,
    enterpriseRelation: row.enterprise_relation,
    education: row.education,
    youthUnion: row.youth_union,
    admissionDecidedOn: row.admission_decided_on,
    ceremonyOn: row.ceremony_on,
    recognitionDecidedOn: row.recognition_decided_on,
    officialOn: row.official_on,
    leftOn: row.left_on,
  };
}

/** People of the scope by id. */
export async function findPeopleById(scope: Scope, ids: readonly string[]): Promise<Map<string, Person>> {
  const rows = await scope.query<PersonRow>(`select ${columns} from person p where p.id = any ($1::uuid[]) and p.position + 0 between $2 and $3`, [
    ids,
    scope.lo,
    scope.hi,
  ]);
  return new Map(rows.map((row) => [row.id, personOf(row)]));
}

/** The day of the ceremony, and before all days where there was none: as its index has it. */
const ceremony = `(case when p.ceremony_on is null then date '-infinity' else p.ceremony_on end)`;

/** How a list is ordered: by what, and whether it falls; the key of a row is told as a text. */
const orders: Record<PersonOrder, { by: string; direction: '' | 'desc'; after: (key: string, id: string) => string }> = {
  GIVEN_NAME: { by: 'p.sort_key', direction: '', after: (key, id) => `(p.sort_key, p.id) > (${key}::text collate "vi-x-icu", ${id}::uuid)` },
  CEREMONY_DATE: { by: ceremony, direction: 'desc', after: (key, id) => `(${ceremony}, p.id) < (${key}::date, ${id}::uuid)` },
};

export interface PersonFilter {
  readonly under: string | null;
  readonly search: string | null;
  readonly states: readonly MemberState[] | null;
}

/** A page of a list: its order, its size and the cursor after which it begins. */
interface Page {
  readonly orderBy: PersonOrder;
  readonly first: number;
  readonly after: Cursor | null;
}

/** People with the keys that they are ordered by, one more than asked, and the exact number of the whole. */
export interface PersonPage {
  readonly people: { readonly person: Person; readonly key: string }[];
  readonly totalCount: number;
}

function followsOf({ orderBy, after }: Page, values: Values): string {
  return after ? orders[orderBy].after(values.at(after[0]), values.at(after[1])) : 'true';
}

/** Gathers people from a source, then counts and orders them. For few. */
async function gather(scope: Scope, sourceOf: (values: Values) => string, page: Page): Promise<PersonPage> {
  const values = new Values();
  const source = sourceOf(values);
  const { by, direction } = orders[page.orderBy];
  const rows = await scope.query<PersonRow & { key: string; total: string }>(
    `with gathered as materialized (select p.id, ${by} as key, ${followsOf(page, values)} as follows from ${source})
     select ${columns}, listed.key::text, whole.total from (select count(*) as total from gathered) whole
     left join (select id, key from gathered where follows order by key ${direction}, id ${direction} limit ${values.at(page.first + 1)}) listed on true
     left join person p on p.id = listed.id
     order by listed.key ${direction}, listed.id ${direction}`,
    values.all,
  );
  // Where nobody is listed one row stands for the total.
  return { people: rows.flatMap((row) => (row.id === null ? [] : [{ person: personOf(row), key: row.key }])), totalCount: Number(rows[0]?.total ?? 0) };
}

/**
 * Walks along the index of the order until a page is full. For many. The index of names has what people are chosen by, so that in that order those of
 * the page alone are read.
 */
async function walk(scope: Scope, conditionOf: (values: Values) => string, page: Page): Promise<PersonPage['people']> {
  const values = new Values();
  const condition = conditionOf(values);
  const { by, direction } = orders[page.orderBy];
  const rows = await queryAlongIndex<PersonRow & { key: string }>(
    scope,
    `select ${columns}, listed.key::text from (
       select p.id, ${by} as key from person p where ${condition} and ${followsOf(page, values)} order by ${by} ${direction}, p.id ${direction} limit ${values.at(page.first + 1)}
     ) listed join person p on p.id = listed.id order by listed.key ${direction}, listed.id ${direction}`,
    values.all,
  );
  return rows.map((row) => ({ person: personOf(row), key: row.key }));
}

/** People of the scope, filtered; one row more than asked. Each word of the search must begin a word of the name. */
export async function listPeople(scope: Scope, { under, search, states }: PersonFilter, page: Page): Promise<PersonPage> {
  const [stretch, words] = await Promise.all([findStretch(scope, 'PERSON', under), findSearchedWords(scope, 'PERSON', search)]);
  if (!stretch) return { people: [], totalCount: 0 };
  const standing = countIn(stretch, states);
  // The way in is the place for few; "+ 0" leaves it to the index of the order for many.
  const within = (position: string, values: Values) =>
    `${position} between ${values.at(stretch.lo)} and ${values.at(stretch.hi)} and (${values.at(states)}::text[] is null or p.state = any (${values.at(states)})) and ${nameHas('p.name_fold', words, values)}`;
  if (standing <= mostGathered) return await gather(scope, (values) => `person p where ${within('p.position', values)}`, page);
  const totalCount = words ? await countMatches(scope, 'PERSON', stretch, words, states) : standing;
  if (words && totalCount <= mostGathered) {
    return await gather(scope, (values) => `person p where p.id = any (array(select w.id from ${matchesOf('PERSON', stretch, words, states, values)})) and ${within('p.position + 0', values)}`, page);
  }
  return { people: await walk(scope, (values) => within('p.position + 0', values), page), totalCount };
}
