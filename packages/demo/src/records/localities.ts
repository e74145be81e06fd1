import { Random } from '../chance/random.ts';
import { dateOf, dayOf, type Day } from '../time/calendar.ts';
import type { DemoLocality, DemoUnit } from '../types.ts';

/** Hamlets without a cell of their own; none of them is a real one. */
const further = ['Nà Lẹm', 'Nà Vạt', 'Suối Cạn', 'Đá Trắng', 'Bãi Mây', 'Khe Tre', 'Đồi Sim', 'Nà Khoang'] as const;

/** How many of them a commune has: more of them in the mountains. */
const counts = { mountain: [2, 4], elsewhere: [0, 1] } as const;

/** The hamlets and quarters of communes: one for each residential cell, and some that share a cell or have none. */
export function makeLocalities({ units, communes, until }: { readonly units: readonly DemoUnit[]; readonly communes: readonly DemoUnit[]; readonly until: Day }): DemoLocality[] {
  return communes.flatMap((commune) => [...withCell(units, commune), ...withoutOwnCell(new Random(`localities of ${commune.code}`), commune, until)]);
}

function withCell(units: readonly DemoUnit[], commune: DemoUnit): DemoLocality[] {
  const cells = units.filter(({ code, kind, areas }) => code.startsWith(`${commune.code}.`) && kind.endsWith('CELL') && areas.includes('RESIDENTIAL_CELL'));
  return cells.map(({ names: [first], foundedOn }) => {
    const name = first?.name.replace(/^Chi bộ /, '') ?? '';
    return { unitCode: commune.code, name, since: commune.foundedOn, ownCellSince: foundedOn, sharedCellSince: null, memberSince: foundedOn };
  });
}

function withoutOwnCell(random: Random, commune: DemoUnit, until: Day): DemoLocality[] {
  const [low, high] = commune.areas.includes('MOUNTAIN') ? counts.mountain : counts.elsewhere;
  const word = commune.areas.includes('URBAN') ? 'Tổ dân phố' : 'Bản';
  return random.shuffled(further).slice(0, random.between(low, high)).map((name, index) => {
    const day = () => dateOf(random.between(dayOf(commune.foundedOn), until));
    const shares = index > 0 && random.chance(0.55) ? day() : null;
    return { unitCode: commune.code, name: `${word} ${name}`, since: commune.foundedOn, ownCellSince: null, sharedCellSince: shares, memberSince: shares ?? (random.chance(0.5) ? day() : null) };
  });
}
