import { Random } from '../chance/random.ts';
import { Weighted } from '../chance/weighted.ts';
import { armedBodies, districtCommittees, provincialBodies } from '../names/body-names.ts';
import { placeNames } from '../names/place-names.ts';
import { slug } from '../names/slug.ts';
import { planAdmissions } from '../plan/admissions.ts';
import { distributeMembers } from '../plan/closing.ts';
import { planExits, planTransfers } from '../plan/movements.ts';
import { endedEra } from '../time/happenings.ts';
import { addCommittees, addCommunes, addDistrictCells, addEnterpriseCells, addGrassrootsCells, type Ground } from '../tree/growth.ts';
import type { Leaf, Population } from '../tree/leaf.ts';
import { termsInARow } from '../tree/terms.ts';
import { quangBinhDocuments } from '../records/published.ts';
import { Tree } from '../tree/tree.ts';
import type { DemoProvince, DemoUnit } from '../types.ts';
import { assemble } from './assemble.ts';

// Published of the bloc: 73 grassroots organisations, 4,749 members; in 2019, 193 admitted, of them 108 women.
// The split of the 73 is invented, and so are the neighbours.
const recordsBegin = '2017-01-01';
const lastDataOn = '2019-12-31';
const bloc = { committees: 37, cells: 34, enterprises: 2, members: 4_749 };
const blocAdmissions = [
  { from: '2017-01-01', to: '2017-12-31', count: 226, women: 121 },
  { from: '2018-01-01', to: '2018-12-31', count: 211, women: 117 },
  { from: '2019-01-01', to: '2019-12-31', count: 193, women: 108 },
] as const;

const neighbours = [
  { word: 'thành phố', name: 'Đồng Hới', urban: 3, areas: ['URBAN'], minority: 0.004, members: 720 },
  { word: 'huyện', name: 'Lệ Thủy', urban: 1, areas: ['RURAL'], minority: 0.02, members: 640 },
  { word: 'huyện', name: 'Minh Hóa', urban: 1, areas: ['RURAL', 'MOUNTAIN', 'BORDER'], minority: 0.17, members: 430 },
] as const;
const police = { committees: 3, cells: 6, members: 310 };
const neighbourAdmissions = [
  { from: '2017-01-01', to: '2017-12-31', count: 77 },
  { from: '2018-01-01', to: '2018-12-31', count: 71 },
  { from: '2019-01-01', to: '2019-12-31', count: 68 },
] as const;

const population: Population = {
  minority: 0.006,
  ethnicGroups: new Weighted([['24', 70], ['44', 25], ['02', 5]]),
  believers: 0.014,
  religions: new Weighted([['02', 60], ['01', 38], ['08', 2]]),
};
const terms = {
  province: termsInARow(16, [['2015-10-20', '2015–2020']]),
  district: termsInARow(12, [['2015-08-18', '2015–2020']]),
  grassroots: termsInARow(13, [['2015-05-21', '2015–2020']]),
  cell: termsInARow(11, [['2015-03-18', '2015–2017'], ['2017-10-16', '2017–2020']]),
};

/** Quảng Bình, 2017 to 2019: the bloc of agencies whole, and parts of its neighbours. */
export function makeQuangBinh(): DemoProvince {
  const random = new Random('quang-binh');
  const tree = new Tree(random, endedEra(recordsBegin, lastDataOn));
  const root = tree.add(null, {
    part: 'quang-binh', name: 'Đảng bộ tỉnh Quảng Bình', kind: 'PROVINCIAL_PARTY', unitType: 'OTHER',
    areas: ['RURAL'], foundedOn: '1989-07-01', terms: terms.province,
  });
  const ofBloc = addBloc(tree, root);
  const ofNeighbours = [...neighbours.flatMap((neighbour) => addDistrict(tree, root, neighbour)), ...addPolice(tree, root)];

  for (const { women, ...quota } of blocAdmissions) {
    planAdmissions(random, tree.era, { ...quota, leaves: ofBloc, traits: (n) => ({ gender: n < women ? 'F' : 'M' }) });
  }
  for (const quota of neighbourAdmissions) planAdmissions(random, tree.era, { ...quota, leaves: ofNeighbours, failing: 1 });
  const stretch = { leaves: tree.leaves, from: recordsBegin, to: lastDataOn };
  planTransfers(random, tree.era, { ...stretch, yearly: 0.02 });
  planExits(random, tree.era, { ...stretch, yearly: 0.009, expulsions: 4 });
  return assemble({ documents: quangBinhDocuments, tree, rootCode: 'quang-binh', configuration: 'DISTRICT_TIER', lastDataOn, probationers: 0.045 });
}

function addBloc(tree: Tree, root: DemoUnit): Leaf[] {
  const unit = tree.add(root, {
    part: 'khoi-co-quan', name: 'Đảng bộ Khối các cơ quan tỉnh', aliases: ['Đảng bộ Khối cơ quan tỉnh'],
    kind: 'BLOC_PARTY', unitType: 'OTHER', areas: ['URBAN'], terms: terms.district,
  });
  const ground = groundOf(tree, '', ['URBAN']);
  const bodies = tree.random.shuffled(provincialBodies);
  addCommittees(tree, unit, ground, bodies, bloc.committees, [4, 8]);
  addGrassrootsCells(tree, unit, ground, bodies.slice(bloc.committees), bloc.cells);
  addEnterpriseCells(tree, unit, ground, 'GRASSROOTS_CELL', bloc.enterprises);
  return settle(tree, unit, bloc.members);
}

function addDistrict(tree: Tree, root: DemoUnit, draft: (typeof neighbours)[number]): Leaf[] {
  const where = `${draft.word} ${draft.name}`;
  const { areas, urban, minority } = draft;
  const district = tree.add(root, {
    part: slug(draft.name),
    name: `Đảng bộ ${where}`,
    kind: 'DISTRICT_PARTY',
    unitType: 'OTHER',
    areas,
    terms: terms.district,
  });
  const ground = groundOf(tree, where, areas, minority);
  addCommunes(tree, district, ground, {
    count: 4,
    urban,
    cells: [5, 8],
    words: { rural: 'xã', urban: draft.word === 'huyện' ? 'thị trấn' : 'phường' },
    hamlets: { rural: 'Thôn', urban: 'Tổ dân phố' },
    flags: areas.slice(1),
  });
  addCommittees(tree, district, ground, districtCommittees, 2, [3, 5]);
  addDistrictCells(tree, district, ground, 7);
  return settle(tree, district, draft.members);
}

function addPolice(tree: Tree, root: DemoUnit): Leaf[] {
  const unit = tree.add(root, {
    part: 'cong-an',
    name: 'Đảng bộ Công an tỉnh',
    kind: 'POLICE_PARTY',
    unitType: 'POLICE',
    areas: ['URBAN'],
    terms: terms.district,
  });
  const ground = groundOf(tree, '', ['URBAN']);
  const bodies = armedBodies('POLICE', police.committees + police.cells);
  addCommittees(tree, unit, ground, bodies, police.committees, [3, 5]);
  addGrassrootsCells(tree, unit, ground, bodies.slice(police.committees), police.cells);
  return settle(tree, unit, police.members);
}

function settle(tree: Tree, upper: DemoUnit, members: number): Leaf[] {
  const leaves = tree.leavesUnder(upper.code);
  distributeMembers(leaves, members);
  return leaves;
}

function groundOf(tree: Tree, place: string, areas: readonly string[], minority = population.minority): Ground {
  return { areas, place, nextPlace: placeNames(tree.random, 'centre'), population: { ...population, minority }, terms };
}
