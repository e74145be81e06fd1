import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedScalarType, type GraphQLNamedType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { actionOf } from './contexts/access/index.ts';
import { buildSchema } from './schema.ts';

const schema = buildSchema();
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type));

interface Described {
  readonly place: string;
  readonly description: string | null | undefined;
}

/** A type with everything that has a name inside it. */
function partsOf(type: GraphQLNamedType): Described[] {
  const self = { place: type.name, description: type.description };
  if (isEnumType(type)) return [self, ...type.getValues().map(({ name, description }) => ({ place: `${type.name}.${name}`, description }))];
  if (isInputObjectType(type)) {
    return [self, ...Object.values(type.getFields()).map(({ name, description }) => ({ place: `${type.name}.${name}`, description }))];
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return [self];
  return [
    self,
    ...Object.values(type.getFields()).flatMap((field) => [
      { place: `${type.name}.${field.name}`, description: field.description },
      ...field.args.map(({ name, description }) => ({ place: `${type.name}.${field.name}(${name})`, description })),
    ]),
  ];
}

describe('the schema', () => {
  test('describes every type, field, argument, input field and enum value', () => {
    const parts = types.flatMap(partsOf);
    expect(parts.length).toBeGreaterThan(300);
    expect(parts.filter(({ description }) => !description?.trim()).map(({ place }) => place)).toEqual([]);
  });

  test('has an action behind every field', () => {
    const fields = types.flatMap((type) =>
      isObjectType(type) || isInterfaceType(type) ? Object.keys(type.getFields()).map((field) => [type.name, field] as const) : [],
    );
    expect(fields.length).toBeGreaterThan(150);
    expect(fields.filter(([type, field]) => !actionOf(type, field)).map((pair) => pair.join('.'))).toEqual([]);
  });

  test('tells of everything that the viewer may do why they may not, in the same words everywhere', () => {
    const fields = types.flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()).map(({ name, type: of }) => ({ type: type.name, name, of: String(of) })) : []));
    // Whether, and why not, may also lie together in an object of their own.
    const holds = (type: string, name: string, of: RegExp) => fields.some((field) => field.type === type && field.name === name && of.test(field.of));
    const holding = new Set(types.map(({ name }) => name).filter((type) => holds(type, 'can', /^Boolean!$/) && holds(type, 'because', /^\w+RefusalCode$/)).map((type) => `${type}!`));
    const may = fields.filter(({ name, of }) => name.startsWith('viewerCan') && !name.startsWith('viewerCannot') && !holding.has(of));
    expect(may.length).toBeGreaterThan(9);
    expect(may.filter(({ of }) => of !== 'Boolean!')).toEqual([]);
    const reasonOf = ({ type, name }: (typeof fields)[number]) => fields.find((field) => field.type === type && field.name === `${name.replace('viewerCan', 'viewerCannot')}Because`);
    expect(may.filter((field) => !/^\w+RefusalCode$/.test(reasonOf(field)?.of ?? '')).map(({ type, name }) => `${type}.${name}`)).toEqual([]);
    // And nothing says why not without saying whether.
    expect(fields.filter(({ name }) => name.startsWith('viewerCannot')).length).toBe(may.length);
  });

  test('cannot be built with a field that no action guards', () => {
    expect(actionOf('Query', 'somethingNew')).toBeUndefined();
    expect(actionOf('SomethingNew', 'id')).toBeUndefined();
  });
});
