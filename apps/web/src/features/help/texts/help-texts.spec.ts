import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { helpScreens, samples } from './help-texts.ts';
import { vi } from './vi.ts';

describe.each(helpScreens)('the help of /%s', (screen) => {
  it('explains the same pictures in both languages', () => {
    const explained = (texts: typeof vi) => samples.filter((sample) => texts.screens[screen].reading[sample] !== undefined);
    expect(explained(en)).toEqual(explained(vi));
    expect(en.screens[screen].answers).toHaveLength(vi.screens[screen].answers.length);
    expect(en.screens[screen].doing).toHaveLength(vi.screens[screen].doing.length);
  });
});

it('tells the same of every screen in both languages', () => {
  expect(en.everywhere).toHaveLength(vi.everywhere.length);
  expect(en.keyList).toHaveLength(vi.keyList.length);
});
