import sdl from '@banyan/schema/schema.graphql?raw';
import { measures } from '@banyan/schema/enums';
import { buildSchema, Kind, parse, validate, type DocumentNode, type FragmentDefinitionNode } from 'graphql';
import { describe, expect, it } from 'vitest';
import { examples } from '../src/app/explorer/examples.ts';
import { signInDocument } from '../src/app/sign-in/request.ts';
import { evidenceQuery } from '../src/features/ledger/evidence-document.ts';
import { measureFields } from '../src/features/ledger/measure-fields.ts';

const schema = buildSchema(sdl);

const modules = import.meta.glob<Record<string, unknown>>(
  ['../src/{features,shared}/**/*.{ts,tsx}', '!../src/**/*.spec.{ts,tsx}'],
  { eager: true },
);

function isDocument(value: unknown): value is DocumentNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === Kind.DOCUMENT;
}

const documents = Object.entries(modules).flatMap(([path, module]) =>
  Object.entries(module).flatMap(([name, value]): [string, DocumentNode][] =>
    isDocument(value) ? [[`${path.slice(path.lastIndexOf('/') + 1)} ${name}`, value]] : [],
  ),
);

const isOperation = (document: DocumentNode) => document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION);

/** Fragments are checked inside the operations that use them, where their variables are declared. */
const operations = documents.filter(([, document]) => isOperation(document));

const fragmentNames = (document: DocumentNode) =>
  document.definitions
    .filter((definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION)
    .map(({ name }) => name.value);

describe('every document of the application', () => {
  it('is found', () => {
    expect(operations.length).toBeGreaterThanOrEqual(9);
  });

  it.each(operations)('%s is valid', (_name, document) => {
    expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
  });

  it('uses every fragment that a component declares', () => {
    const used = new Set(operations.flatMap(([, document]) => fragmentNames(document)));
    const declared = documents.filter(([, document]) => !isOperation(document)).flatMap(([, document]) => fragmentNames(document).slice(0, 1));
    expect(declared.filter((name) => !used.has(name))).toEqual([]);
  });

  it('the sign-in page sends a valid mutation', () => {
    expect(validate(schema, parse(signInDocument))).toEqual([]);
  });
});

describe('the list behind a figure', () => {
  it.each(measures)('of %s asks its own field', (measure) => {
    const document = evidenceQuery(measure);
    expect(validate(schema, document)).toEqual([]);
    expect(JSON.stringify(document)).toContain(`"value":"${measureFields[measure]}"`);
  });
});

describe('every saved example', () => {
  it.each(examples.map(({ name, query }) => [name, query]))('%s is valid', (_name, query) => {
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
  });
});
