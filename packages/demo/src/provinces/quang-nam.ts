import { Random } from '../chance/random.ts';
import { Weighted } from '../chance/weighted.ts';
import { districtCommittees } from '../names/body-names.ts';
import { placeNames } from '../names/place-names.ts';
import { slug } from '../names/slug.ts';
import { planAdmissions } from '../plan/admissions.ts';
import { distributeMembers } from '../plan/closing.ts';
import { planExits, planTransfers } from '../plan/movements.ts';
import { targetsOfQuangNam } from '../targets/published.ts';
import { dayOf } from '../time/calendar.ts';
import { endedEra } from '../time/happenings.ts';
import { addCommittees, addCommuneCells, addCommunes, addDistrictCells, type Ground } from '../tree/growth.ts';
import type { Leaf, Population } from '../tree/leaf.ts';
import { termsInARow } from '../tree/terms.ts';
import { makeLocalities } from '../records/localities.ts';
import { traNuDocuments } from '../records/published.ts';
import { Tree } from '../tree/tree.ts';
import type { DemoProvince, DemoUnit } from '../types.ts';
import { assemble } from './assemble.ts';

// Published of Trà Nú: 6 cells, 125 members; in 2021, 8 admitted, of them 6 of ethnic minorities. Nobody else came or went
// that year, so that the 8 are 6.8 % of the 117 members at its beginning. All else is invented.
const recordsBegin = '2019-01-01';
const lastDataOn = '2021-12-31';
const traNu = { cells: 6, members: 125 };
const traNuAdmissions = [
  { from: '2019-01-01', to: '2019-12-31', count: 5, minority: 3 },
  { from: '2020-01-01', to: '2020-12-31', count: 6, minority: 5 },
  { from: '2021-01-01', to: '2021-12-31', count: 8, minority: 6 },
] as const;
const traNuMoves = { from: '2019-01-01', to: '2020-12-31' };

const districts = [
  { name: 'Bắc Trà My', foundedOn: '2003-08-01', communes: 5, cells: 7, areas: ['RURAL', 'MOUNTAIN', 'MINORITY_AREA'], minority: 0.48, members: 905 },
  {
    name: 'Nam Trà My',
    foundedOn: '2003-08-01',
    communes: 3,
    cells: 4,
    areas: ['RURAL', 'MOUNTAIN', 'MINORITY_AREA', 'SPECIALLY_HARD'],
    minority: 0.81,
    members: 412,
  },
  { name: 'Tiên Phước', foundedOn: '1997-01-01', communes: 3, cells: 5, areas: ['RURAL', 'MOUNTAIN'], minority: 0.01, members: 520 },
  { name: 'Thăng Bình', foundedOn: '1997-01-01', communes: 4, cells: 6, areas: ['RURAL'], minority: 0.003, members: 705 },
] as const;
const otherAdmissions = [
  { from: '2019-01-01', to: '2019-12-31', count: 96 },
  { from: '2020-01-01', to: '2020-12-31', count: 88 },
  { from: '2021-01-01', to: '2021-12-31', count: 91 },
] as const;

const population: Population = {
  minority: 0.7,
  ethnicGroups: new Weighted([['16', 50], ['30', 30], ['20', 14], ['25', 6]]),
  believers: 0.012,
  religions: new Weighted([['01', 45], ['02', 30], ['08', 15], ['05', 10]]),
};
const terms = {
  province: termsInARow(21, [['2015-10-09', '2015–2020'], ['2020-10-12', '2020–2025']]),
  district: termsInARow(18, [['2015-08-06', '2015–2020'], ['2020-08-12', '2020–2025']]),
  grassroots: termsInARow(19, [['2015-05-06', '2015–2020'], ['2020-05-07', '2020–2025']]),
  cell: termsInARow(13, [['2017-10-05', '2017–2020'], ['2020-03-05', '2020–2022']]),
};

/** Quảng Nam, 2019 to 2021: Trà Nú whole, and parts of its district and of the neighbours. */
export function makeQuangNam(): DemoProvince {
  const random = new Random('quang-nam');
  const tree = new Tree(random, endedEra(recordsBegin, lastDataOn));
  const root = tree.add(null, {
    part: 'quang-nam', name: 'Đảng bộ tỉnh Quảng Nam', kind: 'PROVINCIAL_PARTY', unitType: 'OTHER',
    areas: ['RURAL'], foundedOn: '1997-01-01', terms: terms.province,
  });
  for (const district of districts) addDistrict(tree, root, district);
  const ofTraNu = tree.leavesUnder('quang-nam.bac-tra-my.tra-nu');
  const others = tree.leaves.filter((leaf) => !ofTraNu.includes(leaf));

  for (const { minority, ...quota } of traNuAdmissions) {
    planAdmissions(random, tree.era, { ...quota, leaves: ofTraNu, traits: (n) => ({ minority: n < minority }) });
  }
  for (const quota of otherAdmissions) planAdmissions(random, tree.era, { ...quota, leaves: others, failing: 1 });
  const stretch = { leaves: others, from: recordsBegin, to: lastDataOn };
  planTransfers(random, tree.era, { ...stretch, yearly: 0.015 });
  planTransfers(random, tree.era, { leaves: ofTraNu, ...traNuMoves, yearly: 0.02 });
  planExits(random, tree.era, { ...stretch, yearly: 0.01, expulsions: 2 });
  planExits(random, tree.era, { leaves: ofTraNu, ...traNuMoves, yearly: 0.015, expulsions: 0 });
  const province = assemble({ documents: traNuDocuments, tree, rootCode: 'quang-nam', configuration: 'DISTRICT_TIER', lastDataOn, probationers: 0.038 });
  const communes = province.units.filter(({ code }) => code === 'quang-nam.bac-tra-my.tra-nu');
  const localities = makeLocalities({ ...province, communes, until: dayOf(lastDataOn) });
  return { ...province, ...targetsOfQuangNam(province), records: { ...province.records, localities } };
}

function addDistrict(tree: Tree, root: DemoUnit, draft: (typeof districts)[number]): void {
  const { areas, foundedOn, minority } = draft;
  const where = `huyện ${draft.name}`;
  const district = tree.add(root, {
    part: slug(draft.name), name: `Đảng bộ ${where}`, kind: 'DISTRICT_PARTY', unitType: 'OTHER', areas, foundedOn, terms: terms.district,
  });
  const ground: Ground = { areas, place: where, nextPlace: placeNames(tree.random, 'centre'), population: { ...population, minority }, terms };
  const ofTraNu = draft.name === 'Bắc Trà My' ? addTraNu(tree, district, { ...ground, population }) : [];
  addCommunes(tree, district, ground, {
    count: draft.communes,
    urban: 1,
    cells: [5, 8],
    words: { rural: 'xã', urban: 'thị trấn' },
    hamlets: { rural: 'Thôn', urban: 'Tổ dân phố' },
    flags: areas.slice(1),
  });
  addCommittees(tree, district, ground, districtCommittees, 1, [3, 5]);
  addDistrictCells(tree, district, ground, draft.cells);
  const others = tree.leavesUnder(district.code).filter((leaf) => !ofTraNu.includes(leaf));
  distributeMembers(others, draft.members);
}

function addTraNu(tree: Tree, district: DemoUnit, ground: Ground): Leaf[] {
  const commune = tree.add(district, {
    part: 'tra-nu', name: 'Đảng bộ xã Trà Nú', kind: 'COMMUNE_PARTY', unitType: 'COMMUNE_AREA',
    areas: ['RURAL', 'MOUNTAIN', 'MINORITY_AREA'], terms: terms.grassroots,
  });
  addCommuneCells(tree, commune, ground, 'Thôn', traNu.cells);
  const leaves = tree.leavesUnder(commune.code);
  distributeMembers(leaves, traNu.members, 12);
  return leaves;
}
