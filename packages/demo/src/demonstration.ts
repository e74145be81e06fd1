import { makeHaiPhong } from './provinces/hai-phong.ts';
import { makeLongAn } from './provinces/long-an.ts';
import { makeNamDinh } from './provinces/nam-dinh.ts';
import { makeQuangBinh } from './provinces/quang-binh.ts';
import { makeQuangNam } from './provinces/quang-nam.ts';
import { makeSongMau } from './provinces/song-mau.ts';
import type { DemoProvince, IsoDate } from './types.ts';

/**
 * The six demonstration provinces, made one at a time. The same every time; `today` moves only Sông Mẫu. From small to large: each
 * one is made while the one before is being inserted.
 */
export function* makeDemonstration(today: IsoDate): Generator<DemoProvince, void, undefined> {
  yield makeQuangNam();
  yield makeQuangBinh();
  yield makeSongMau(today);
  yield makeNamDinh();
  yield makeLongAn();
  yield makeHaiPhong();
}
