import { makeDemonstration, type DemoProvince } from '../src/index.ts';

/* The demonstration of one day, made once for all specs of a process: to make it takes longer than to look at it. Nobody changes it. */

/** The day on which it is made. */
export const today = '2026-03-15';

/** All provinces, by the code of their root. */
export const provinces: ReadonlyMap<string, DemoProvince> = new Map(Array.from(makeDemonstration(today), (province) => [province.rootCode, province]));

/** The province that a unit is in, by the unit's code. */
export function provinceOf(code: string): DemoProvince {
  const province = provinces.get(code.split('.')[0] ?? '');
  if (!province) throw new Error(`No province: ${code}`);
  return province;
}
