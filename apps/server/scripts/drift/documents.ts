import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parse, validate, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { serverFolder } from '../../src/platform/folders.ts';
import { buildSchema } from '../../src/schema.ts';
import type { Check } from './check.ts';

const root = join(serverFolder(), '..', '..');
const requestBody = z.object({ query: z.string() });

interface Example {
  readonly place: string;
  readonly text: string;
}

/** The documents of a Markdown text: blocks of GraphQL, and the bodies that its shell examples send. */
function examplesOf(place: string, markdown: string): Example[] {
  return [...markdown.matchAll(/^```(\w+)\n(.*?)^```/gms)].flatMap(([, language, block = ''], index) => {
    const named = (text: string) => ({ place: `${place}, block ${index + 1}`, text });
    if (language === 'graphql') return [named(block)];
    if (language !== 'sh') return [];
    return [...block.matchAll(/ -d '(\{.*?\})'/gs)].map(([, body = '']) => named(requestBody.parse(JSON.parse(body)).query));
  });
}

async function examplesIn(path: string): Promise<Example[]> {
  const place = relative(root, path);
  const text = await readFile(path, 'utf8');
  return path.endsWith('.graphql') ? [{ place, text }] : examplesOf(place, text);
}

/** What is wrong with a document, or null. */
function faultOf(schema: GraphQLSchema, text: string): string | null {
  try {
    return validate(schema, parse(text))[0]?.message ?? null;
  } catch (error) {
    return String(error);
  }
}

/** Every document that the docs show is one that the API takes. */
export async function documentChecks(): Promise<Check[]> {
  const schema = buildSchema();
  const names = await readdir(join(root, 'docs'), { recursive: true });
  const paths = ['README.md', ...names.filter((name) => /\.(md|graphql)$/.test(name)).map((name) => join('docs', name))].toSorted();
  const examples = (await Promise.all(paths.map(async (path) => await examplesIn(join(root, path))))).flat();
  return examples.map(({ place, text }) => ({ name: place, run: async () => await Promise.resolve(faultOf(schema, text)) }));
}
