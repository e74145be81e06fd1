import type { Language } from '@banyan/schema/enums';

/** A saved query with its title in both languages, as its first two lines give it. */
export interface Example {
  readonly name: string;
  readonly titles: Readonly<Record<Language, string>>;
  readonly query: string;
}

const files = import.meta.glob<string>('../../../../../docs/examples/*.graphql', {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** Reads an example: two comment lines, `# vi: …` and `# en: …`, then the query. */
export function readExample(path: string, text: string): Example {
  const title = (language: string) => new RegExp(`^# ${language}: (.+)$`, 'm').exec(text)?.[1] ?? path;
  return {
    name: path.slice(path.lastIndexOf('/') + 1).replace('.graphql', ''),
    titles: { VI: title('vi'), EN: title('en') },
    query: text.trimEnd(),
  };
}

/** The examples of docs/examples, in the order of their numbers. */
export const examples: readonly Example[] = Object.entries(files)
  .toSorted(([one], [other]) => one.localeCompare(other))
  .map(([path, text]) => readExample(path, text));
