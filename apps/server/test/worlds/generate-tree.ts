import { token } from './canaries.ts';
import { plusDays } from './days.ts';
import type { Draw } from './draw.ts';
import { areas, unitTypes, type WorldKind, type WorldUnit } from './world-model.ts';

const tiers = ['UPPER', 'GRASSROOTS', 'SECTION', 'GROUP'];
const plainNames = ['Chi bộ 1', 'Chi bộ thôn Đông', 'Đảng bộ xã Hòa Bình', 'Chi bộ 100%'];
const titles = ['Đảng bộ', 'Chi bộ', 'Đảng ủy xã', 'Ban_chi_ủy', '%'];

/** Kinds of one to six levels: each may hang under any kind above it that holds no members. */
export function generateKinds(draw: Draw, levels: number): WorldKind[] {
  const kinds: WorldKind[] = [];
  for (let level = 0; level < levels; level += 1) {
    const holds = level === levels - 1;
    kinds.push({
      code: `K${level}`,
      tier: level === 0 ? 'PROVINCE' : holds ? 'CELL' : draw.pick(tiers),
      mayBeRoot: level === 0,
      isGrassrootsOrganisation: !holds && level > 0 && draw.chance(40),
      holdsMembers: holds,
      keepsCounters: draw.chance(holds ? 20 : 80),
      keepsSliceCounters: draw.chance(holds ? 20 : 70),
      parents: kinds.map((kind) => kind.code).filter((code) => code !== 'GC'),
    });
  }
  if (levels > 1) {
    const parents = kinds.filter((kind) => !kind.holdsMembers).map((kind) => kind.code);
    kinds.push({ code: 'GC', tier: 'GRASSROOTS', mayBeRoot: false, isGrassrootsOrganisation: true, holdsMembers: true, keepsCounters: draw.chance(50), keepsSliceCounters: false, parents });
  }
  return kinds;
}

/** A unit with an adversarial code and name: codes begin with the code of the unit above, names may be equal, composed or decomposed. */
export function generateUnit(draw: Draw, at: { world: number; index: number; parent: number | null; units: readonly WorldUnit[]; kind: string; founded: boolean; foundedOn: string }): WorldUnit {
  const own = token({ world: at.world, kind: 'u', index: at.index });
  const above = at.parent === null ? draw.pick(['', 'Ấ', '%', '_']) : at.units[at.parent]!.code + draw.pick(['.', '.', '%', '_', '', '-']);
  const name = draw.chance(25) ? draw.pick(plainNames) : `${draw.pick(titles)} ${own}`;
  return {
    id: draw.id(),
    code: above + own,
    kind: at.kind,
    parent: at.parent,
    name: name.normalize(draw.chance(50) ? 'NFC' : 'NFD'),
    foundedOn: at.foundedOn,
    unitType: draw.pick(unitTypes),
    areas: draw.some(areas, 30),
    aliases: draw.chance(20) ? [`Tên khác ${own}`] : [],
    terms: draw.chance(at.parent === null ? 80 : 20)
      ? [
          { ordinal: 1, label: '2015–2020', from: '2015-03-10', to: '2020-03-09' },
          { ordinal: 2, label: '2020–2025', from: '2020-03-10', to: '2025-05-31' },
        ]
      : [],
    founded: at.founded,
  };
}

/** A tree of about so many units. */
export function generateTree(draw: Draw, world: number, kinds: readonly WorldKind[], size: number): WorldUnit[] {
  const units: WorldUnit[] = [generateUnit(draw, { world, index: 0, parent: null, units: [], kind: 'K0', founded: false, foundedOn: '2010-01-01' })];
  const kindOf = new Map(kinds.map((kind) => [kind.code, kind]));
  const depths = [0];
  while (units.length < size && kinds.length > 1) {
    const open = units.map((_, index) => index).filter((index) => !kindOf.get(units[index]!.kind)!.holdsMembers && depths[index]! < 5);
    const parent = draw.chance(30) ? open.at(-1)! : draw.pick(open);
    const fitting = kinds.filter((kind) => kind.parents.includes(units[parent]!.kind));
    const kind = draw.chance(70) ? fitting[0]! : draw.pick(fitting);
    const foundedOn = plusDays(units[parent]!.foundedOn, draw.int(0, 200));
    units.push(generateUnit(draw, { world, index: units.length, parent, units, kind: kind.code, founded: false, foundedOn }));
    depths.push(depths[parent]! + 1);
  }
  // Somewhere people must belong.
  if (!units.some((unit) => kindOf.get(unit.kind)!.holdsMembers)) {
    units.push(generateUnit(draw, { world, index: units.length, parent: 0, units, kind: 'GC', founded: false, foundedOn: units[0]!.foundedOn }));
  }
  return units;
}
