import type { MemberState, PersonOrder } from '@banyan/schema/enums';
import type { Cursor } from '../../../kernel/connection.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Person } from '../domain/person.ts';

interface PersonRow {
  id: string;
  unit_id: string;
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

const columns = `p.id, p.unit_id, p.full_name, p.birth_date, p.gender, p.state, p.occupation, p.enterprise_relation, p.education, p.youth_union,
  p.admission_decided_on, p.ceremony_on, p.recognition_decided_on, p.official_on, p.left_on`;

function personOf(row: PersonRow): Person {
  return {
    id: row.id,
    unitId: row.unit_id,
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

/** How a list is ordered: the key of a row as a text, and whether it falls. */
const orders: Record<PersonOrder, { key: string; by: string; after: (key: string, id: string) => string }> = {
  GIVEN_NAME: {
    key: 'p.sort_key',
    by: 'p.sort_key, p.id',
    after: (key, id) => `(p.sort_key, p.id) > (${key}::text collate "vi-x-icu", ${id}::uuid)`,
  },
  CEREMONY_DATE: {
    key: `coalesce(p.ceremony_on, '-infinity')::text`,
    by: `coalesce(p.ceremony_on, '-infinity') desc, p.id desc`,
    after: (key, id) => `(coalesce(p.ceremony_on, '-infinity'), p.id) < (${key}::date, ${id}::uuid)`,
  },
};

export interface PersonFilter {
  readonly under: string | null;
  readonly search: string | null;
  readonly states: readonly MemberState[] | null;
}

/** People of the scope, filtered; one row more than asked. Each word of the search must begin a word of the name. */
export async function listPeople(
  scope: Scope,
  filter: PersonFilter,
  page: { orderBy: PersonOrder; first: number; after: Cursor | null },
): Promise<{ people: { person: Person; key: string }[]; totalCount: number }> {
  const order = orders[page.orderBy];
  const condition = `p.position between $1 and $2
    and ($3::uuid is null or exists (select from unit a where a.id = $3 and a.lo between $1 and $2 and p.position between a.lo and a.hi))
    and ($4::text[] is null or p.state = any ($4))
    and ($5::text is null or not exists (
      select from regexp_split_to_table(btrim(app.fold($5)), '\\s+') as word where strpos(' ' || p.name_fold, ' ' || word) = 0))`;
  const filters = [scope.lo, scope.hi, filter.under, filter.states, filter.search];
  const rows = await scope.query<PersonRow & { key: string; total: string }>(
    `select listed.*, whole.total from (select count(*) as total from person p where ${condition}) whole
     left join lateral (
       select ${columns}, ${order.key} as key from person p
       where ${condition} and ($6::text is null or ${order.after('$6', '$7')})
       order by ${order.by} limit $8
     ) listed on true`,
    [...filters, page.after?.[0] ?? null, page.after?.[1] ?? null, page.first + 1],
  );
  return {
    people: rows.flatMap((row) => (row.id === null ? [] : [{ person: personOf(row), key: row.key }])),
    totalCount: Number(rows[0]?.total ?? 0),
  };
}
