import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isInputObjectType, isObjectType } from 'graphql';
import { expect, it } from 'vitest';
import { grid } from '../src/people-pages.ts';

const schema = buildSchema(readFileSync(new URL('../../../packages/schema/schema.graphql', import.meta.url), 'utf8'));

/** What the rows of a list of people are: people, their candidacies, or what is to be done for them. */
const rowsOfPeople = ['Person', 'Candidacy', 'TodoItem'];

const listsOfPeople = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type)).flatMap((type) =>
  Object.values(type.getFields()).filter((field) => {
    const connection = getNamedType(field.type);
    const nodes = isObjectType(connection) ? connection.getFields()['nodes'] : undefined;
    return nodes !== undefined && rowsOfPeople.includes(getNamedType(nodes.type).name);
  }).map((field) => ({ name: field.name, args: field.args })),
);

it('asks each list of people that the schema has by each argument that it takes', () => {
  const used = new Set(grid.flatMap(({ list, asked }) => {
    const field = list === 'todo' ? 'items' : list;
    return ['first', ...Object.keys(asked), ...Object.keys(asked.filter ?? {}).map((name) => `filter.${name}`)].map((path) => `${field}.${path}`);
  }));
  const taken = listsOfPeople.flatMap(({ name, args }) => args.flatMap((argument) => {
    const type = getNamedType(argument.type);
    return isInputObjectType(type) ? Object.keys(type.getFields()).map((field) => `${name}.${argument.name}.${field}`) : [`${name}.${argument.name}`];
  }));
  expect(taken.length).toBeGreaterThan(15);
  expect(taken.filter((path) => !used.has(path))).toEqual([]);
});
