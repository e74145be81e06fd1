import { Random } from '../chance/random.ts';
import { Weighted } from '../chance/weighted.ts';
import { districtCommittees } from '../names/body-names.ts';
import { placeNames } from '../names/place-names.ts';
import { slug } from '../names/slug.ts';
import { planAdmissions } from '../plan/admissions.ts';
import { distributeMembers } from '../plan/closing.ts';
import { planExits, planTransfers } from '../plan/movements.ts';
import { endedEra } from '../time/happenings.ts';
import { addCommittees, addCommunes, addDistrictCells, addEnterpriseCells, type Ground } from '../tree/growth.ts';
import type { Leaf, Population } from '../tree/leaf.ts';
import { termsInARow } from '../tree/terms.ts';
import { Tree } from '../tree/tree.ts';
import type { DemoProvince, DemoUnit } from '../types.ts';
import { assemble } from './assemble.ts';

// Published of Hải Hậu: 92 direct children, of them 49 grassroots cells; more than 14,700 members; in 2020, 117 admitted and 263
// recognised. The exact 14,742 and the split of the other 43 children are invented, and so are the neighbours.
const recordsBegin = '2018-01-01';
const lastDataOn = '2020-12-31';
const haiHau = {
  word: 'huyện',
  name: 'Hải Hậu',
  communes: 34,
  urban: 3,
  committees: 9,
  cells: 45,
  enterprises: 4,
  cellsPerCommune: [14, 19],
  members: 14_742,
} as const;
const haiHauAdmissions = [
  { from: '2018-01-01', to: '2018-12-31', count: 287, failing: 3 },
  // 265 ceremonies, two removed during probation: 263 reach their official date in 2020.
  { from: '2019-01-01', to: '2019-12-31', count: 265, failing: 2 },
  { from: '2020-01-01', to: '2020-12-31', count: 117, failing: 0 },
] as const;

const neighbours = [
  { word: 'huyện', name: 'Giao Thủy', communes: 4, urban: 1, committees: 2, cells: 8, enterprises: 1, cellsPerCommune: [5, 8], members: 792 },
  { word: 'huyện', name: 'Nghĩa Hưng', communes: 4, urban: 1, committees: 2, cells: 7, enterprises: 0, cellsPerCommune: [5, 8], members: 704 },
  { word: 'huyện', name: 'Xuân Trường', communes: 3, urban: 1, committees: 1, cells: 6, enterprises: 1, cellsPerCommune: [5, 8], members: 561 },
  { word: 'huyện', name: 'Trực Ninh', communes: 3, urban: 1, committees: 1, cells: 5, enterprises: 0, cellsPerCommune: [5, 8], members: 498 },
] as const;
const neighbourAdmissions = [
  { from: '2018-01-01', to: '2018-12-31', count: 58 },
  { from: '2019-01-01', to: '2019-12-31', count: 54 },
  { from: '2020-01-01', to: '2020-12-31', count: 31 },
] as const;

const population: Population = {
  minority: 0.001,
  ethnicGroups: new Weighted([['04', 2], ['02', 1], ['03', 1]]),
  believers: 0.031,
  religions: new Weighted([['02', 70], ['01', 30]]),
};
const terms = {
  province: termsInARow(19, [['2015-10-22', '2015–2020'], ['2020-10-23', '2020–2025']]),
  district: termsInARow(26, [['2015-08-12', '2015–2020'], ['2020-08-06', '2020–2025']]),
  grassroots: termsInARow(28, [['2015-05-11', '2015–2020'], ['2020-05-14', '2020–2025']]),
  cell: termsInARow(16, [['2015-03-10', '2015–2017'], ['2017-10-12', '2017–2020'], ['2020-03-12', '2020–2022']]),
};

/** Nam Định, 2018 to 2020: Hải Hậu whole, and parts of its neighbours. */
export function makeNamDinh(): DemoProvince {
  const random = new Random('nam-dinh');
  const tree = new Tree(random, endedEra(recordsBegin, lastDataOn));
  const root = tree.add(null, {
    part: 'nam-dinh', name: 'Đảng bộ tỉnh Nam Định', kind: 'PROVINCIAL_PARTY', unitType: 'OTHER',
    areas: ['RURAL'], foundedOn: '1997-01-01', terms: terms.province,
  });
  const ofHaiHau = addDistrict(tree, root, haiHau);
  const ofNeighbours = neighbours.flatMap((neighbour) => addDistrict(tree, root, neighbour));

  for (const quota of haiHauAdmissions) planAdmissions(random, tree.era, { ...quota, leaves: ofHaiHau });
  for (const quota of neighbourAdmissions) planAdmissions(random, tree.era, { ...quota, leaves: ofNeighbours });
  const stretch = { leaves: tree.leaves, from: recordsBegin, to: lastDataOn };
  planTransfers(random, tree.era, { ...stretch, yearly: 0.012 });
  planExits(random, tree.era, { ...stretch, yearly: 0.017, expulsions: 9 });
  return assemble({ tree, rootCode: 'nam-dinh', configuration: 'DISTRICT_TIER', lastDataOn, probationers: 0.019 });
}

function addDistrict(tree: Tree, root: DemoUnit, draft: typeof haiHau | (typeof neighbours)[number]): Leaf[] {
  const where = `${draft.word} ${draft.name}`;
  const district = tree.add(root, {
    part: slug(draft.name), name: `Đảng bộ ${where}`, kind: 'DISTRICT_PARTY', unitType: 'OTHER', areas: ['RURAL'], terms: terms.district,
  });
  const ground: Ground = { areas: ['URBAN'], place: where, nextPlace: placeNames(tree.random, 'north'), population, terms };
  addCommunes(tree, district, ground, {
    count: draft.communes,
    urban: draft.urban,
    cells: draft.cellsPerCommune,
    words: { rural: 'xã', urban: 'thị trấn' },
    hamlets: { rural: 'Xóm', urban: 'Tổ dân phố' },
  });
  addCommittees(tree, district, ground, districtCommittees, draft.committees, [4, 7]);
  addDistrictCells(tree, district, ground, draft.cells);
  addEnterpriseCells(tree, district, ground, 'GRASSROOTS_CELL', draft.enterprises);
  const leaves = tree.leavesUnder(district.code);
  distributeMembers(leaves, draft.members);
  return leaves;
}
