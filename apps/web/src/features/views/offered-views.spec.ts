import { describe, expect, it } from 'vitest';
import { offeredViews } from './offered-views.ts';

const view = (name: string, address = '/tong-quan') => ({ id: name, name, address });

describe('the views that are offered', () => {
  it('stand in the order of their names, numbers as numbers', () => {
    expect(offeredViews([view('10. Ăn'), view('Ân'), view('2. Bắc'), view('An')]).map(({ name }) => name)).toEqual(['2. Bắc', '10. Ăn', 'An', 'Ân']);
  });

  it('are pages of ours and nothing else, whatever was answered', () => {
    expect(offeredViews([view('a', '//host/x'), view('b', 'javascript:alert(1)'), view('c', 'https://host/'), view('d', '/tong-quan?ky=2023')])).toEqual([view('d', '/tong-quan?ky=2023')]);
  });
});
