import { Random } from '../chance/random.ts';
import { Weighted } from '../chance/weighted.ts';
import { armedBodies, districtCommittees, provincialBodies, type Body } from '../names/body-names.ts';
import { placeNames } from '../names/place-names.ts';
import { slug } from '../names/slug.ts';
import { planAdmissions } from '../plan/admissions.ts';
import { distributeMembers } from '../plan/closing.ts';
import { planFounders, planExits, planTransfers } from '../plan/movements.ts';
import { targetsOfHaiPhong } from '../targets/published.ts';
import { endedEra } from '../time/happenings.ts';
import { addCommittees, addCommunes, addDistrictCells, addEnterpriseCells, addGrassrootsCells, type Ground } from '../tree/growth.ts';
import type { Population } from '../tree/leaf.ts';
import { termsInARow } from '../tree/terms.ts';
import { haiPhongDocuments } from '../records/published.ts';
import { Tree } from '../tree/tree.ts';
import type { DemoProvince, DemoUnit } from '../types.ts';
import { assemble } from './assemble.ts';

// Published: 11,124 admitted from 2016-01-01 to 2018-10-19, a mean of 3,708 over three years. All else here is invented.
const recordsBegin = '2015-01-01';
const lastDataOn = '2018-10-19';
const members = 60_218;
const admissions = [
  { from: '2015-01-01', to: '2015-12-31', count: 3_862 },
  { from: '2016-01-01', to: '2016-12-31', count: 4_063 },
  { from: '2017-01-01', to: '2017-12-31', count: 3_985 },
  { from: '2018-01-01', to: '2018-10-19', count: 3_076 },
] as const;
const failing = 0.01;

const districts = [
  { word: 'quận', name: 'Hồng Bàng', communes: 11, urban: 11 },
  { word: 'quận', name: 'Lê Chân', communes: 15, urban: 15 },
  { word: 'quận', name: 'Ngô Quyền', communes: 13, urban: 13 },
  { word: 'quận', name: 'Kiến An', communes: 10, urban: 10 },
  { word: 'quận', name: 'Hải An', communes: 8, urban: 8 },
  { word: 'quận', name: 'Đồ Sơn', communes: 7, urban: 7 },
  { word: 'quận', name: 'Dương Kinh', communes: 6, urban: 6 },
  { word: 'huyện', name: 'An Dương', communes: 16, urban: 1 },
  { word: 'huyện', name: 'An Lão', communes: 17, urban: 2 },
  { word: 'huyện', name: 'Kiến Thụy', communes: 18, urban: 1 },
  { word: 'huyện', name: 'Thủy Nguyên', communes: 37, urban: 2 },
  { word: 'huyện', name: 'Tiên Lãng', communes: 23, urban: 1 },
  { word: 'huyện', name: 'Vĩnh Bảo', communes: 30, urban: 1 },
  { word: 'huyện', name: 'Cát Hải', communes: 12, urban: 2, flags: ['ISLAND'] },
  { word: 'huyện', name: 'Bạch Long Vĩ', communes: 1, urban: 0, flags: ['ISLAND', 'BORDER'] },
] as const;
/** Per commune of a district. */
const committeesPerCommune = 0.5;
const cellsPerCommune = 1.6;

const others = [
  { part: 'khoi-co-quan', name: 'Đảng bộ Khối các cơ quan thành phố', kind: 'BLOC_PARTY', unitType: 'OTHER', committees: 28, cells: 34, enterprises: 0 },
  { part: 'khoi-doanh-nghiep', name: 'Đảng bộ Khối doanh nghiệp thành phố', kind: 'BLOC_PARTY', unitType: 'OTHER', committees: 36, cells: 20, enterprises: 34 },
  { part: 'quan-su', name: 'Đảng bộ Quân sự thành phố', kind: 'MILITARY_PARTY', unitType: 'ARMY', committees: 7, cells: 9, enterprises: 0 },
  { part: 'cong-an', name: 'Đảng bộ Công an thành phố', kind: 'POLICE_PARTY', unitType: 'POLICE', committees: 14, cells: 22, enterprises: 0 },
  { part: 'bien-phong', name: 'Đảng bộ Bộ đội Biên phòng thành phố', kind: 'BORDER_PARTY', unitType: 'BORDER', committees: 5, cells: 9, enterprises: 0 },
] as const;
const newEnterprises = ['2016-06-03', '2017-04-21', '2017-09-29', '2018-03-16'];

const population: Population = {
  minority: 0.003,
  ethnicGroups: new Weighted([['02', 4], ['04', 3], ['06', 3], ['07', 2]]),
  believers: 0.022,
  religions: new Weighted([['01', 55], ['02', 43], ['08', 2]]),
};
const terms = {
  province: termsInARow(14, [['2010-10-05', '2010–2015'], ['2015-10-17', '2015–2020']]),
  district: termsInARow(20, [['2010-08-02', '2010–2015'], ['2015-08-10', '2015–2020']]),
  grassroots: termsInARow(21, [['2010-05-24', '2010–2015'], ['2015-05-25', '2015–2020']]),
  cell: termsInARow(14, [['2012-10-15', '2012–2015'], ['2015-03-09', '2015–2017'], ['2017-10-09', '2017–2020']]),
};

/** Hải Phòng, 2015 to October 2018. */
export function makeHaiPhong(): DemoProvince {
  const random = new Random('hai-phong');
  const tree = new Tree(random, endedEra(recordsBegin, lastDataOn));
  const root = tree.add(null, {
    part: 'hai-phong', name: 'Đảng bộ thành phố Hải Phòng', kind: 'PROVINCIAL_PARTY', unitType: 'OTHER',
    areas: ['URBAN'], foundedOn: '1976-01-01', terms: terms.province,
  });
  for (const district of districts) addDistrict(tree, root, district);
  for (const other of others) addOther(tree, root, other);

  distributeMembers(tree.leaves, members);
  for (const { from, to, count } of admissions) {
    planAdmissions(random, tree.era, { leaves: tree.leaves, from, to, count, failing: Math.round(count * failing) });
  }
  planFounders(random, tree.era, tree.leaves);
  const stretch = { leaves: tree.leaves, from: recordsBegin, to: lastDataOn };
  planTransfers(random, tree.era, { ...stretch, yearly: 0.014 });
  planExits(random, tree.era, { ...stretch, yearly: 0.021, expulsions: 38 });
  return { ...assemble({ documents: haiPhongDocuments, tree, rootCode: 'hai-phong', configuration: 'DISTRICT_TIER', lastDataOn, probationers: 0.075 }), targets: targetsOfHaiPhong };
}

function addDistrict(tree: Tree, root: DemoUnit, draft: (typeof districts)[number]): void {
  const where = `${draft.word} ${draft.name}`;
  const flags = 'flags' in draft ? draft.flags : [];
  const area = draft.word === 'quận' ? 'URBAN' : 'RURAL';
  const district = tree.add(root, {
    part: slug(draft.name), name: `Đảng bộ ${where}`, kind: 'DISTRICT_PARTY', unitType: 'OTHER', areas: [area, ...flags], terms: terms.district,
  });
  const ground = groundOf(tree, where, [area, ...flags]);
  addCommunes(tree, district, ground, {
    count: draft.communes,
    urban: draft.urban,
    cells: [6, 10],
    words: { rural: 'xã', urban: draft.word === 'quận' ? 'phường' : 'thị trấn' },
    hamlets: { rural: 'Thôn', urban: 'Tổ dân phố' },
    flags,
    ...(draft.name === 'An Lão' ? { renamedOn: '2016-01-01' } : {}),
  });
  addCommittees(tree, district, ground, districtCommittees, Math.ceil(draft.communes * committeesPerCommune), [3, 6]);
  addDistrictCells(tree, district, ground, Math.ceil(draft.communes * cellsPerCommune));
  addEnterpriseCells(tree, district, ground, 'GRASSROOTS_CELL', Math.floor(draft.communes / 5));
}

function addOther(tree: Tree, root: DemoUnit, draft: (typeof others)[number]): void {
  const { part, name, kind, unitType, committees, cells } = draft;
  const areas = unitType === 'BORDER' ? ['RURAL', 'BORDER', 'ISLAND'] : ['URBAN'];
  const upper = tree.add(root, { part, name, kind, unitType, areas, terms: terms.district });
  const ground = groundOf(tree, '', areas);
  const bodies = bodiesOf(tree, draft);
  addCommittees(tree, upper, ground, bodies, committees, [3, 7]);
  addGrassrootsCells(tree, upper, ground, bodies.slice(committees), cells);
  if (draft.enterprises === 0) return;
  addEnterpriseCells(tree, upper, ground, 'GRASSROOTS_CELL', draft.enterprises);
  for (const foundedOn of newEnterprises) addEnterpriseCells(tree, upper, ground, 'GRASSROOTS_CELL', 1, foundedOn);
}

function bodiesOf(tree: Tree, { unitType, enterprises, committees, cells }: (typeof others)[number]): readonly Body[] {
  if (unitType !== 'OTHER') return armedBodies(unitType, committees + cells);
  const isOfEnterprises = (body: Body) => body.unitType.endsWith('ENTERPRISE');
  return tree.random.shuffled(provincialBodies.filter((body) => isOfEnterprises(body) === enterprises > 0));
}

function groundOf(tree: Tree, place: string, areas: readonly string[]): Ground {
  return { areas, place, nextPlace: placeNames(tree.random, 'north'), population, terms };
}
