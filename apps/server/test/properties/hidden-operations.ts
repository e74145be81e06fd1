import type { Draw } from '../worlds/draw.ts';
import type { WorldUnit } from '../worlds/world-model.ts';
import type { Knowledge } from './judge.ts';
import { opaque, rowsFor } from './literals.ts';

const year = new Date().getUTCFullYear();
/** A period of which so much is over that a pace can be told: the one of the list of those behind it. */
export const longPeriod = { from: `${year - 9}-01-01`, to: `${year + 5}-12-31` } as const;

/** Every operation that takes an id or a code of something, as a template: `$id` is replaced. */
export const operations: Record<string, string> = {
  node: '{ node(id: "$id") { id ... on Unit { code rollup(period: "2016") { members { value } } } ... on Person { fullName } } }',
  nodes: '{ nodes(ids: ["$id", "$id"]) { id } }',
  unit: '{ unit(id: "$id") { id code name children(first: 5) { totalCount } } }',
  'unit by code': '{ unit(code: "$code") { id } }',
  'unit by id and code': '{ unit(id: "$id", code: "$code") { id } }',
  candidacy: '{ candidacy(id: "$candidacy") { id state person { fullName } timeline { id } } }',
  'candidacy as a node': '{ node(id: "$candidacy") { id ... on Candidacy { state } } }',
  transfer: '{ transfer(id: "$transfer") { id personName person { id } } }',
  'transfer as a node': '{ node(id: "$transfer") { id ... on Transfer { personName } } }',
  'candidacies under': '{ candidacies(first: 5, filter: { under: "$id" }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
  'stages under': '{ stageCounts(filter: { under: "$id" }) { stage count } }',
  'candidacies found by a text': '{ candidacies(first: 5, filter: { search: "$text" }) { totalCount nodes { id } } }',
  'the letter to accept': 'mutation { acceptTransfer(input: { transfer: "$transfer", on: "2016-05-05", expectedVersion: 1 }) { __typename ... on TransferRefused { code field message current { id } } } }',
  'the letter to cancel': 'mutation { cancelTransfer(input: { transfer: "$transfer", expectedVersion: 1, reason: "x" }) { __typename ... on TransferRefused { code field message current { id } } } }',
  'a letter for somebody': 'mutation { issueTransfer(input: { person: "$person", kind: OFFICIAL, destination: "x", letterNumber: "1", on: "2016-05-05", idempotencyKey: "hidden-or-absent" }) { __typename ... on TransferRefused { code field message current { id } } } }',
  'letters under': '{ transfers(first: 5, under: "$id") { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
  'days off of a tree': '{ holidays(unit: "$id", year: 2018) { version unit { code } days { day nameVi changedBy { code } } } }',
  target: '{ target(id: "$target") { id low note unit { code } parts { id } worksheet { members } draft { version } } }',
  'how long the watch lists of a unit are': '{ watchCounts(unit: "$id", parameters: { percent: 99, years: 1 }) { list count base othersPercent } }',
  ...Object.fromEntries(['BEHIND_PACE', 'CERTIFICATES_EXPIRING', 'NO_ADMISSION', 'NO_SOURCE', 'PLACES', 'RATE_BELOW', 'SOURCES_WITHOUT_ADMISSION'].map((list) => [
    `the watch list ${list} of a unit`, `{ watchList(first: 5, list: ${list}, unit: "$id", parameters: { percent: 99${list === 'BEHIND_PACE' ? `, period: "${longPeriod.from}/${longPeriod.to}"` : ''} }) { totalCount nodes { count name unit { code } } pageInfo { hasNextPage endCursor } } }`,
  ])),
  'the plan of a unit': '{ unit(id: "$id") { plan(year: 2016) { id itemCount document { number } items { title } } } }',
  'the plans above a unit': '{ unit(id: "$id") { plansAbove(year: 2016) { id unit { code } items { title } } } }',
  'assignments under': '{ supervisions(first: 5, unit: "$id") { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
  'assignments found by a text': '{ supervisions(first: 5, search: "$text") { totalCount nodes { id } } }',
  'a supervisor for a unit': 'mutation { assignSupervision(input: { unit: "$id", account: "nobody", kind: IN_CHARGE, post: "x", from: "2016-05-05", documentNumber: "1", documentIssuedOn: "2016-05-05", idempotencyKey: "hidden-or-absent" }) { __typename ... on SupervisionRefused { code field message current { id } } } }',
  'the assignment to end': 'mutation { endSupervision(input: { supervision: "$supervision", expectedVersion: 2, reason: "x" }) { __typename ... on SupervisionRefused { code field message current { id } } } }',
  document: '{ document(id: "$document") { id number unit { code } } }',
  'documents of a unit': '{ documents(first: 5, unit: "$id") { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
  'documents found by a text': '{ documents(first: 5, search: "$text") { totalCount nodes { id } } }',
  'what is followed up at a unit': '{ followUp(unit: "$id") { openObstacles neverInspected } obstacles(first: 5, unit: "$id") { totalCount nodes { id } } inspections(first: 5, unit: "$id") { totalCount nodes { id } } inspectionAges(first: 5, unit: "$id") { totalCount nodes { lastOn } } reminders(first: 5, unit: "$id") { totalCount nodes { id } } }',
  'hamlets of a unit': '{ unit(id: "$id") { localities { id name } viewerCanKeepLocalities } }',
  'a hamlet for a unit': 'mutation { recordLocality(input: { unit: "$id", name: "x", since: "2016-05-05", idempotencyKey: "hidden-or-absent" }) { __typename ... on RecordRefused { code field message } } }',
  'a document that implements': 'mutation { changeDocument(input: { document: "$document", expectedVersion: 1, kind: PLAN, number: "1", issuedOn: "2016-05-05", title: "x" }) { __typename ... on RecordRefused { code field message } } }',
  'a record to take back': 'mutation { takeBackRecord(input: { record: "$record", expectedVersion: 1, reason: "x" }) { __typename ... on RecordRefused { code field message } } }',
  'a reminder to answer': 'mutation { answerReminder(input: { reminder: "$reminder", expectedVersion: 1, on: "2016-05-05", reply: "x" }) { __typename ... on RecordRefused { code field message } } }',
  person: '{ person(id: "$id") { id fullName unit { code } } }',
  'units under': '{ units(first: 5, filter: { under: "$id" }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
  'people under': '{ people(first: 5, filter: { under: "$id" }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
  'units found by a text': '{ units(first: 5, filter: { search: "$text" }) { totalCount nodes { id } } }',
  'people found by a text': '{ people(first: 5, filter: { search: "$text" }) { totalCount nodes { id } } }',
  'the grant to act under': 'mutation { switchGrant(grant: "$grant") { __typename ... on SwitchGrantRefused { code message } } }',
  'the view to delete': 'mutation { deleteView(view: "$view") { __typename ... on DeleteViewRefused { code message } } }',
  'the session to end': 'mutation { endSession(session: "$session") { __typename ... on EndSessionRefused { code message } } }',
};

/** What the templates name, by their names without the dollar. */
export type Names = Readonly<Record<string, string>>;

/** A template with what it names. */
export function filled(template: string, names: Names): string {
  return template.replaceAll(/\$(\w+)/g, (_, key: string) => names[key] ?? '');
}

/** Names of what a reader does not see, some of it of a unit that is hidden from them, and of what nobody has; `isPerson` says what `$id` is of. */
export function namesFor(reader: Knowledge, unit: WorldUnit, isPerson: boolean, draw: Draw): { readonly hidden: Names; readonly nowhere: Names } {
  const { account, oracle: { world } } = reader;
  const { units, people } = rowsFor(reader);
  const other = world.accounts.at(-1)!;
  const someOf = (rows: readonly number[]) => (rows.length > 0 ? world.people[draw.pick(rows)]!.id : draw.id());
  // What was handed down from above is not hidden.
  const unseen = units.out.filter((one) => !reader.stubs.has(one) && !reader.documents.has(one));
  const record = unseen.length > 0 ? world.units[draw.pick(unseen)]!.id : draw.id();
  const assignment = world.accounts.flatMap(({ grants }) => grants).find((grant) => grant.role === 'SUPERVISOR' && !units.in.includes(grant.unit))?.id ?? draw.id();
  const named = (id: () => string, ids: Names): Names => ({
    id: opaque(isPerson ? 'Person' : 'Unit', ids['id'] ?? id()),
    ...Object.fromEntries(Object.entries({ target: 'Target', document: 'Document', record: 'Obstacle', reminder: 'Reminder', supervision: 'Supervision', transfer: 'Transfer', person: 'Person', candidacy: 'Candidacy', grant: 'Grant', session: 'Session', view: 'SavedView' })
      .map(([key, type]) => [key, opaque(type, ids[key] ?? id())])),
  });
  return {
    hidden: named(() => draw.id(), {
      id: isPerson ? someOf(people.out) : unit.id, target: unit.id, document: record, record, reminder: record, supervision: assignment,
      transfer: someOf(people.out.filter((one) => !reader.letters.has(one))), person: someOf(people.out), candidacy: someOf(people.out),
      grant: other.grants[0]!.id, session: other.grants[0]!.id,
      // A view of somebody else, or one's own under another grant than the acting one.
      view: (account.grants[1] ?? other.grants[0]!).id,
    }),
    nowhere: named(() => draw.id(), {}),
  };
}
