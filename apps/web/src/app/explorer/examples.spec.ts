import { describe, expect, it } from 'vitest';
import { examples, readExample } from './examples.ts';

describe('a saved example', () => {
  it('has a title in both languages', () => {
    expect(readExample('a/01-x.graphql', '# vi: Một\n# en: One\nquery X { a }\n')).toEqual({
      name: '01-x',
      titles: { VI: 'Một', EN: 'One' },
      query: '# vi: Một\n# en: One\nquery X { a }',
    });
  });

  it('comes in the order of its number', () => {
    expect(examples.length).toBeGreaterThanOrEqual(10);
    expect(examples.map(({ name }) => name)).toEqual(examples.map(({ name }) => name).toSorted());
    for (const { titles, name } of examples) expect(titles.VI).not.toContain(name);
  });
});
