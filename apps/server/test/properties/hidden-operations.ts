/** Every operation that takes an id or a code of something, as a template: `$id` is replaced. */
export const operations: Record<string, string> = {
  node: '{ node(id: "$id") { id ... on Unit { code rollup(period: "2016") { members { value } } } ... on Person { fullName } } }',
  nodes: '{ nodes(ids: ["$id", "$id"]) { id } }',
  unit: '{ unit(id: "$id") { id code name children(first: 5) { totalCount } } }',
  'unit by code': '{ unit(code: "$code") { id } }',
  'unit by id and code': '{ unit(id: "$id", code: "$code") { id } }',
  person: '{ person(id: "$id") { id fullName unit { code } } }',
  'units under': '{ units(first: 5, filter: { under: "$id" }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
  'people under': '{ people(first: 5, filter: { under: "$id" }) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
  'units found by a text': '{ units(first: 5, filter: { search: "$text" }) { totalCount nodes { id } } }',
  'people found by a text': '{ people(first: 5, filter: { search: "$text" }) { totalCount nodes { id } } }',
  'the grant to act under': 'mutation { switchGrant(grant: "$grant") { __typename ... on SwitchGrantRefused { code message } } }',
  'the view to delete': 'mutation { deleteView(view: "$view") { __typename ... on DeleteViewRefused { code message } } }',
  'the session to end': 'mutation { endSession(session: "$session") { __typename ... on EndSessionRefused { code message } } }',
};
