import { Weighted } from '../chance/weighted.ts';
import { armedBodies, provincialBodies, type Body } from '../names/body-names.ts';
import { placeNames } from '../names/place-names.ts';
import { slug } from '../names/slug.ts';
import { dateOf } from '../time/calendar.ts';
import { addCommittees, addEnterpriseCells, addGrassrootsCells, type Ground, type HamletWord } from '../tree/growth.ts';
import type { Population } from '../tree/leaf.ts';
import { termsInARow } from '../tree/terms.ts';
import type { Tree } from '../tree/tree.ts';
import type { DemoTerm, DemoUnit } from '../types.ts';

const reform = '2025-07-01';

const communes = [
  { word: 'Phường', name: 'Bến Gạo', villages: 3, hamlets: 9, enterprises: 3, areas: ['URBAN'], minority: 0.03 },
  { word: 'Phường', name: 'Cầu Mây', villages: 3, hamlets: 8, enterprises: 2, areas: ['URBAN'], minority: 0.03 },
  { word: 'Phường', name: 'Mộc Tràm', villages: 2, hamlets: 8, enterprises: 2, areas: ['URBAN'], minority: 0.04 },
  { word: 'Xã', name: 'An Kiều', villages: 2, hamlets: 9, enterprises: 1, areas: ['RURAL'], minority: 0.05 },
  { word: 'Xã', name: 'Đồi Chè', villages: 2, hamlets: 9, enterprises: 1, areas: ['RURAL'], minority: 0.12 },
  { word: 'Xã', name: 'Hương Ngàn', villages: 2, hamlets: 8, enterprises: 0, areas: ['RURAL', 'MOUNTAIN'], minority: 0.34 },
  { word: 'Xã', name: 'Làng Nghè', villages: 2, hamlets: 9, enterprises: 1, areas: ['RURAL', 'RELIGIOUS_AREA'], minority: 0.04 },
  { word: 'Xã', name: 'Phú Lụa', villages: 2, hamlets: 8, enterprises: 1, areas: ['RURAL'], minority: 0.06 },
  { word: 'Xã', name: 'Suối Ngà', villages: 1, hamlets: 8, enterprises: 0, areas: ['RURAL', 'MOUNTAIN', 'MINORITY_AREA'], minority: 0.58 },
  { word: 'Xã', name: 'Tân Giồng', villages: 2, hamlets: 9, enterprises: 1, areas: ['RURAL', 'KEY_AREA'], minority: 0.07 },
  { word: 'Xã', name: 'Thác Vàng', villages: 1, hamlets: 8, enterprises: 0, areas: ['RURAL', 'MOUNTAIN', 'MINORITY_AREA', 'SPECIALLY_HARD'], minority: 0.71 },
  { word: 'Xã', name: 'Vĩnh Lèn', villages: 2, hamlets: 8, enterprises: 0, areas: ['RURAL', 'BORDER'], minority: 0.29 },
] as const;
type CommuneDraft = (typeof communes)[number];

/** Cells of enterprises founded in the years of the records, in the first communes. */
const newEnterprises = ['2022-04-12', '2023-06-08', '2024-03-20', '2025-02-14'];

const population: Population = {
  minority: 0.05,
  ethnicGroups: new Weighted([['02', 30], ['07', 18], ['03', 16], ['11', 14], ['20', 12], ['09', 10]]),
  believers: 0.034,
  religions: new Weighted([['01', 52], ['02', 36], ['08', 8], ['05', 4]]),
};

/** The structure of after July 2025. All of it stood before the records begin; names are those of their day. */
export function growSongMau(tree: Tree): void {
  const terms = termsOfSongMau(tree);
  const root = tree.add(null, {
    part: 'song-mau', name: 'Đảng bộ tỉnh Sông Mẫu', kind: 'PROVINCIAL_PARTY', unitType: 'OTHER',
    areas: ['RURAL'], foundedOn: '1997-01-01', terms: terms.province,
  });
  communes.forEach((commune, index) => addCommune(tree, root, terms, commune, newEnterprises[index]));
  const offices = tree.random.shuffled(provincialBodies);
  const ofParty = offices.filter(({ name }) => /Tỉnh ủy|Tỉnh đoàn|Hội |Báo|Trường Chính trị/.test(name));
  const ofGovernment = offices.filter((body) => !ofParty.includes(body) && !body.unitType.endsWith('ENTERPRISE'));
  addUpper(tree, root, terms, {
    part: 'co-quan-dang',
    name: 'các cơ quan Đảng tỉnh',
    kind: 'PROV_PARTY_AGENCIES',
    unitType: 'OTHER',
    bodies: ofParty,
    committees: 2,
    cells: 8,
  });
  addUpper(tree, root, terms, {
    part: 'uy-ban-nhan-dan',
    name: 'Ủy ban nhân dân tỉnh',
    kind: 'PROV_GOV_PARTY',
    unitType: 'OTHER',
    bodies: ofGovernment,
    committees: 5,
    cells: 10,
  });
  addUpper(tree, root, terms, {
    part: 'quan-su',
    name: 'Quân sự tỉnh',
    kind: 'MILITARY_PARTY',
    unitType: 'ARMY',
    bodies: armedBodies('ARMY', 7),
    committees: 2,
    cells: 5,
  });
  addUpper(tree, root, terms, {
    part: 'cong-an',
    name: 'Công an tỉnh',
    kind: 'POLICE_PARTY',
    unitType: 'POLICE',
    bodies: armedBodies('POLICE', 9),
    committees: 3,
    cells: 6,
  });
}

interface Terms {
  readonly province: readonly DemoTerm[];
  readonly upper: readonly DemoTerm[];
  readonly grassroots: readonly DemoTerm[];
  readonly cell: readonly DemoTerm[];
}

/** Terms that have begun by the last day. */
function termsOfSongMau(tree: Tree): Terms {
  const last = dateOf(tree.era.ends);
  const begun = (firstOrdinal: number, starts: readonly (readonly [string, string])[]) =>
    termsInARow(firstOrdinal, starts.filter(([startsOn]) => startsOn <= last));
  return {
    province: begun(17, [['2020-10-20', '2020–2025'], ['2025-10-14', '2025–2030']]),
    upper: begun(22, [['2020-08-11', '2020–2025'], ['2025-08-12', '2025–2030']]),
    grassroots: begun(24, [['2020-05-12', '2020–2025'], ['2025-06-10', '2025–2030']]),
    cell: begun(18, [['2020-03-10', '2020–2022'], ['2022-10-11', '2022–2025'], ['2025-04-08', '2025–2030']]),
  };
}

function addCommune(tree: Tree, root: DemoUnit, terms: Terms, draft: CommuneDraft, enterpriseFoundedOn: string | undefined): void {
  const { areas, minority, name, word } = draft;
  const isWard = word === 'Phường';
  const unit = tree.add(root, {
    part: `${slug(word)}-${slug(name)}`,
    name: `Đảng bộ ${word.toLowerCase()} ${name}`,
    ...(isWard && dateOf(tree.era.ends) >= reform ? { formerName: { name: `Đảng bộ thị trấn ${name}`, until: reform } } : {}),
    kind: 'NEW_COMMUNE_PARTY', unitType: 'COMMUNE_AREA', areas, terms: terms.upper,
  });
  const ground: Ground = { areas, place: '', nextPlace: placeNames(tree.random, 'north'), population: { ...population, minority }, terms };
  const hamlet: HamletWord = isWard ? 'Tổ dân phố' : 'Thôn';
  addCommittees(tree, unit, ground, officesOf(word.toLowerCase()), 3, [2, 4]);
  for (let n = 1; n <= draft.villages; n++) addVillage(tree, unit, ground, hamlet, n);
  for (let n = 1; n <= draft.hamlets; n++) {
    tree.addLeaf(unit, {
      part: `${slug(hamlet)}-${n}`, name: `Chi bộ ${hamlet} ${n}`, kind: 'GRASSROOTS_CELL', unitType: 'COMMUNE_AREA', areas: [...areas, 'RESIDENTIAL_CELL'],
      terms: terms.grassroots, population: ground.population, weight: 1.3,
    });
  }
  addGrassrootsCells(tree, unit, ground, schoolsAndServices(name), 6);
  addEnterpriseCells(tree, unit, ground, 'GRASSROOTS_CELL', draft.enterprises);
  if (enterpriseFoundedOn !== undefined && enterpriseFoundedOn < dateOf(tree.era.ends - 120)) {
    addEnterpriseCells(tree, unit, ground, 'GRASSROOTS_CELL', 1, enterpriseFoundedOn);
  }
}

/** A larger village: a grassroots committee with cells of its hamlets. */
function addVillage(tree: Tree, commune: DemoUnit, ground: Ground, hamlet: HamletWord, order: number): void {
  const place = ground.nextPlace();
  const areas = [...ground.areas, 'RESIDENTIAL_CELL'];
  const { population, terms } = ground;
  const village = tree.add(commune, {
    part: `khu-dan-cu-${order}`, name: `Đảng bộ Khu dân cư ${place}`, kind: 'GRASSROOTS_PARTY', unitType: 'COMMUNE_AREA', areas, terms: terms.grassroots,
  });
  for (let n = 1; n <= tree.random.between(3, 5); n++) {
    const name = `Chi bộ ${hamlet} ${place} ${n}`;
    tree.addLeaf(village, { part: `${slug(hamlet)}-${n}`, name, kind: 'CELL', unitType: 'COMMUNE_AREA', areas, terms: terms.cell, population, weight: 1.1 });
  }
}

interface UpperDraft {
  readonly part: string;
  readonly name: string;
  readonly kind: string;
  readonly unitType: string;
  readonly bodies: readonly Body[];
  readonly committees: number;
  readonly cells: number;
}

function addUpper(tree: Tree, root: DemoUnit, terms: Terms, draft: UpperDraft): void {
  const { part, kind, unitType, bodies, committees, cells } = draft;
  const unit = tree.add(root, { part, name: `Đảng bộ ${draft.name}`, kind, unitType, areas: ['URBAN'], terms: terms.upper });
  const ground: Ground = { areas: ['URBAN'], place: '', nextPlace: placeNames(tree.random, 'north'), population, terms };
  addCommittees(tree, unit, ground, bodies, committees, [3, 4]);
  addGrassrootsCells(tree, unit, ground, bodies.slice(committees), cells);
}

function officesOf(commune: string): Body[] {
  return [
    { name: `Cơ quan Đảng ${commune}`, unitType: 'STATE_AGENCY', takesPupils: false },
    { name: `Cơ quan chính quyền ${commune}`, unitType: 'STATE_AGENCY', takesPupils: false },
    { name: `Công an ${commune}`, unitType: 'POLICE', takesPupils: false },
  ];
}

function schoolsAndServices(place: string): Body[] {
  return [
    { name: `Trường Trung học phổ thông ${place}`, unitType: 'SCHOOL', takesPupils: true },
    { name: `Trường Trung học cơ sở ${place}`, unitType: 'SCHOOL', takesPupils: false },
    { name: `Trường Tiểu học ${place}`, unitType: 'SCHOOL', takesPupils: false },
    { name: `Trạm Y tế ${place}`, unitType: 'PUBLIC_SERVICE_UNIT', takesPupils: false },
    { name: `Quân sự ${place}`, unitType: 'ARMY', takesPupils: false },
    { name: `Hợp tác xã ${place}`, unitType: 'COOPERATIVE', takesPupils: false },
  ];
}
