import { districtBodies, furtherBody, nonStateEnterprise, type Body } from '../names/body-names.ts';
import { slug } from '../names/slug.ts';
import type { DemoTerm, DemoUnit } from '../types.ts';
import type { Leaf, Population } from './leaf.ts';
import type { Tree } from './tree.ts';

/** What every unit below one body of the upper tier shares. */
export interface Ground {
  /** Area of agencies, schools and enterprises. */
  readonly areas: readonly string[];
  /** How the place is called after the name of an agency, such as "huyện Cần Đước". */
  readonly place: string;
  readonly nextPlace: () => string;
  readonly population: Population;
  readonly terms: { readonly grassroots: readonly DemoTerm[]; readonly cell: readonly DemoTerm[] };
}

export type Span = readonly [low: number, high: number];

const hamletWords = ['Thôn', 'Xóm', 'Ấp', 'Khu phố', 'Tổ dân phố'] as const;
export type HamletWord = (typeof hamletWords)[number];

/** Cells of the neighbourhoods of a commune, and of its school, health station and the like. */
export function addCommuneCells(tree: Tree, commune: DemoUnit, ground: Ground, hamlet: HamletWord, count: number): void {
  const { population, terms } = ground;
  const institutions: Body[] = [
    { name: 'Cơ quan xã', unitType: 'STATE_AGENCY', takesPupils: false },
    { name: 'Trường Tiểu học', unitType: 'SCHOOL', takesPupils: false },
    { name: 'Trạm Y tế', unitType: 'PUBLIC_SERVICE_UNIT', takesPupils: false },
  ];
  const placed = institutions.slice(0, Math.max(0, Math.min(institutions.length, count - 4)));
  for (let n = 1; n <= count - placed.length; n++) {
    const areas = [...commune.areas, 'RESIDENTIAL_CELL'];
    const part = `${slug(hamlet)}-${n}`;
    tree.addLeaf(commune, { part, name: `Chi bộ ${hamlet} ${n}`, kind: 'CELL', unitType: 'COMMUNE_AREA', areas, terms: terms.cell, population, weight: 1.15 });
  }
  for (const { name, unitType } of placed) {
    tree.addLeaf(commune, {
      part: slug(name),
      name: `Chi bộ ${name}`,
      kind: 'CELL',
      unitType,
      areas: commune.areas,
      terms: terms.cell,
      population,
      weight: 0.7,
    });
  }
}

/** Invents until the parent has none of that name. */
function freshBody(tree: Tree, parent: DemoUnit, invent: () => Body): Body {
  let body = invent();
  while (tree.has(parent, slug(body.name))) body = invent();
  return body;
}

export interface CommunesDraft {
  readonly count: number;
  /** How many of them are towns or wards. */
  readonly urban: number;
  readonly cells: Span;
  readonly names?: readonly string[];
  readonly words: { readonly rural: string; readonly urban: string };
  readonly hamlets: { readonly rural: HamletWord; readonly urban: HamletWord };
  readonly flags?: readonly string[];
  /** Day on which the first one became a town. */
  readonly renamedOn?: string;
}

/** Communes with their cells under a district. */
export function addCommunes(tree: Tree, district: DemoUnit, ground: Ground, draft: CommunesDraft): DemoUnit[] {
  return Array.from({ length: draft.count }, (_, index) => {
    const isUrban = index < draft.urban;
    const place = draft.names?.[index] ?? ground.nextPlace();
    const name = `Đảng bộ ${isUrban ? draft.words.urban : draft.words.rural} ${place}`;
    const commune = tree.add(district, {
      part: slug(place),
      name,
      ...(isUrban && index === 0 && draft.renamedOn !== undefined ? {
        formerName: { name: `Đảng bộ ${draft.words.rural} ${place}`, until: draft.renamedOn },
      } : {}),
      kind: 'COMMUNE_PARTY',
      unitType: 'COMMUNE_AREA',
      areas: [isUrban ? 'URBAN' : 'RURAL', ...(draft.flags ?? [])],
      terms: ground.terms.grassroots,
    });
    addCommuneCells(tree, commune, ground, isUrban ? draft.hamlets.urban : draft.hamlets.rural, tree.random.between(...draft.cells));
    return commune;
  });
}

/** Grassroots committees with cells. Bodies come from the list first, then from invention. */
export function addCommittees(tree: Tree, upper: DemoUnit, ground: Ground, bodies: readonly Body[], count: number, cells: Span): void {
  for (let index = 0; index < count; index++) {
    const listed = bodies[index];
    const { name, unitType, takesPupils } = listed ?? freshBody(tree, upper, () => furtherBody(tree.random, ground.nextPlace));
    const committee = tree.add(upper, {
      part: slug(name),
      name: listed === undefined ? `Đảng bộ ${name}` : `Đảng bộ ${name} ${ground.place}`.trim(),
      kind: 'GRASSROOTS_PARTY',
      unitType,
      areas: ground.areas,
      terms: ground.terms.grassroots,
    });
    const cellCount = tree.random.between(...cells);
    for (let n = 1; n <= cellCount; n++) {
      const { areas, population, terms } = ground;
      tree.addLeaf(committee, { part: `chi-bo-${n}`, name: `Chi bộ ${n}`, kind: 'CELL', unitType, areas, terms: terms.cell, population, takesPupils });
    }
  }
}

/** Grassroots cells. Bodies come from the list first, then from invention. */
export function addGrassrootsCells(tree: Tree, upper: DemoUnit, ground: Ground, bodies: readonly Body[], count: number): void {
  for (let index = 0; index < count; index++) {
    const listed = bodies[index];
    const { name, unitType, takesPupils } = listed ?? freshBody(tree, upper, () => furtherBody(tree.random, ground.nextPlace));
    tree.addLeaf(upper, {
      part: slug(name),
      name: listed === undefined ? `Chi bộ ${name}` : `Chi bộ ${name} ${ground.place}`.trim(),
      kind: 'GRASSROOTS_CELL',
      unitType,
      areas: ground.areas,
      terms: ground.terms.grassroots,
      population: ground.population,
      takesPupils,
      weight: 0.9,
    });
  }
}

/** Share of a district's grassroots cells that are in bodies which every district has. */
const sharedBodies = 0.6;

/** Grassroots cells of a district: in bodies that every district has, and in its own schools, co-operatives and so on. */
export function addDistrictCells(tree: Tree, district: DemoUnit, ground: Ground, count: number): void {
  addGrassrootsCells(tree, district, ground, tree.random.shuffled(districtBodies).slice(0, Math.round(count * sharedBodies)), count);
}

/** Cells of invented non-state enterprises, each with its own day of founding if one is given. */
export function addEnterpriseCells(tree: Tree, parent: DemoUnit, ground: Ground, kind: 'CELL' | 'GRASSROOTS_CELL', count: number, foundedOn?: string): Leaf[] {
  return Array.from({ length: count }, () => {
    const { name, unitType } = freshBody(tree, parent, () => nonStateEnterprise(tree.random));
    return tree.addLeaf(parent, {
      part: slug(name),
      name: `Chi bộ ${name}`,
      kind,
      unitType,
      areas: ground.areas,
      ...(foundedOn === undefined ? {} : { foundedOn }),
      terms: kind === 'CELL' ? ground.terms.cell : ground.terms.grassroots,
      population: ground.population,
      weight: 0.8,
    });
  });
}
