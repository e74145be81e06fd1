import { describe, expect, it } from 'vitest';
import { nextStop, stopShown, tvStops } from './tv-stops.ts';

const view = (name: string, address: string) => ({ id: name, name, address });
const stops = tvStops([
  view('2. Huyện', '/tong-quan?don-vi=long-an.can-duoc&ky=2023&xem=ket-nap&nguoi=abc&tv=1'),
  view('1. Tỉnh', '/tong-quan?ky=2024'),
  view('3. Cây tổ chức', '/to-chuc?ky=2024'),
]);

describe('what a room is shown', () => {
  it('are the saved overviews by name, without the lists and the people that were open', () => {
    expect(stops.map(({ name }) => name)).toEqual(['1. Tỉnh', '2. Huyện']);
    expect(stops[1]?.search).toMatchObject({ 'don-vi': 'long-an.can-duoc', ky: '2023', xem: undefined, nguoi: undefined });
  });

  it('begins with the first one after a page that is none of them, and goes round', () => {
    expect(stopShown(stops, { ky: '2020', tv: '1' })).toBe(-1);
    expect(nextStop(stops, { ky: '2020', tv: '1' })?.name).toBe('1. Tỉnh');
    expect(nextStop(stops, { ky: '2024', tv: '1' })?.name).toBe('2. Huyện');
    expect(nextStop(stops, { ...stops[1]?.search, tv: '1' })?.name).toBe('1. Tỉnh');
  });

  it('stays where there is nothing else', () => {
    expect(nextStop([], { ky: '2024' })).toBeUndefined();
    expect(nextStop(stops.slice(0, 1), { ky: '2024', tv: '1' })).toBeUndefined();
  });
});
