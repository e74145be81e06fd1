import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { Coverage } from './coverage.ts';

const schema = buildSchema(`
  interface Node { id: ID! }
  type Unit implements Node { id: ID! name(language: String): String parent: Unit children(filter: Filter): [Unit!]! }
  type Person implements Node { id: ID! name: String unit: Unit }
  input Filter { under: ID search: String }
  type Query { node(id: ID!): Node unit(id: ID!): Unit units(filter: Filter): [Unit!]! }
`);

function answeredOf(text: string, { variables = {}, data, errors = [] }: { variables?: Record<string, unknown>; data: Record<string, unknown> | null; errors?: { path: (string | number)[]; code?: string }[] }) {
  const coverage = new Coverage(schema);
  coverage.count({ text, variables }, { data, errors: errors.map(({ path, code = 'FORBIDDEN_FOR_ROLE' }) => ({ message: '', path, extensions: { code, requestId: '' } })) }, 'somebody');
  return { answered: [...coverage.answered.keys()].toSorted(), met: [...coverage.met.keys()].toSorted() };
}

describe('what a document was answered', () => {
  test('is each field that stands in the answer, with its arguments', () => {
    expect(answeredOf('{ a: unit(id: "1") { name(language: "VI") parent { id } } }', { data: { a: { name: null, parent: { id: '2' } } } })).toEqual({
      answered: ['Query.unit', 'Query.unit(id)', 'Unit.id', 'Unit.name', 'Unit.name(language)', 'Unit.parent'],
      met: ['Query', 'Unit'],
    });
  });

  test('is nothing that stands below a null, or in an empty list', () => {
    expect(answeredOf('{ unit(id: "1") { name } units { id } }', { data: { unit: null, units: [] } })).toEqual({ answered: ['Query.unit', 'Query.unit(id)', 'Query.units'], met: ['Query'] });
  });

  test('is what variables and fragments with names say', () => {
    const text = 'query($f: Filter, $s: String) { units(filter: $f) { ...u } b: units(filter: { search: $s }) { id } } fragment u on Unit { children { ... on Unit { id } } }';
    expect(answeredOf(text, { variables: { f: { under: '1' }, s: 'x' }, data: { units: [{ children: [{ id: '2' }] }], b: [] } }).answered).toEqual(
      ['Filter.search', 'Filter.under', 'Query.units', 'Query.units(filter)', 'Unit.children', 'Unit.id'],
    );
  });

  test('is of the type that an object has, not of the others that it might have', () => {
    const text = '{ node(id: "1") { __typename ... on Unit { name parent { id } } ... on Person { name unit { id } } } }';
    expect(answeredOf(text, { data: { node: { __typename: 'Person', name: 'x', unit: null } } }).answered).toEqual(['Person.name', 'Person.unit', 'Query.node', 'Query.node(id)']);
  });

  test('is a field that its guard refused, and not what was asked beside it', () => {
    expect(answeredOf('{ units(filter: { under: "1" }) { id children { name } } }', { data: null, errors: [{ path: ['units', 0, 'children'] }] }).answered).toEqual(['Unit.children']);
  });

  test('is no field that what was sent is wrong for', () => {
    expect(answeredOf('{ units(filter: { under: "x" }) { id } }', { data: null, errors: [{ path: ['units'], code: 'BAD_USER_INPUT' }] }).answered).toEqual([]);
  });

  test('is a field that was refused below an interface only where one type alone asks for it', () => {
    const refused = { data: { node: null }, errors: [{ path: ['node', 'x'] }] };
    expect(answeredOf('{ node(id: "1") { ... on Unit { x: name } ... on Person { x: name } } }', refused).answered).toEqual(['Query.node', 'Query.node(id)']);
    expect(answeredOf('{ node(id: "1") { ... on Unit { x: name } ... on Person { y: name } } }', refused).answered).toEqual(['Query.node', 'Query.node(id)', 'Unit.name']);
  });
});
