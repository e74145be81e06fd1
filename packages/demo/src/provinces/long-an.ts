import { Random } from '../chance/random.ts';
import { Weighted } from '../chance/weighted.ts';
import { armedBodies, districtCommittees, provincialBodies } from '../names/body-names.ts';
import { placeNames } from '../names/place-names.ts';
import { slug } from '../names/slug.ts';
import { distributeMembers } from '../plan/closing.ts';
import { planFounders, planExits, planTransfers } from '../plan/movements.ts';
import { targetsOfLongAn } from '../targets/published.ts';
import { endedEra } from '../time/happenings.ts';
import { addCommittees, addCommunes, addDistrictCells, addEnterpriseCells, addGrassrootsCells, type Ground } from '../tree/growth.ts';
import type { Leaf, Population } from '../tree/leaf.ts';
import { termsInARow } from '../tree/terms.ts';
import { longAnDocuments } from '../records/published.ts';
import { Tree } from '../tree/tree.ts';
import type { DemoProvince, DemoUnit } from '../types.ts';
import { assemble } from './assemble.ts';
import { planLongAnAdmissions } from './long-an-admissions.ts';

// Published: 15 districts, three armed forces and a bloc; 908 grassroots organisations; 52,439 members, of them 897 in 65
// organisations of non-state enterprises, six of which were founded in 2023. How they spread over the districts is invented.
const recordsBegin = '2020-01-01';
const lastDataOn = '2024-06-30';
const members = 52_439;
const membersInNonState = 897;

const districts = [
  { word: 'thành phố', name: 'Tân An', communes: 14, urban: 9, committees: 12, cells: 38 },
  { word: 'thị xã', name: 'Kiến Tường', communes: 8, urban: 3, committees: 8, cells: 27 },
  { word: 'huyện', name: 'Bến Lức', communes: 15, urban: 1, committees: 10, cells: 32 },
  { word: 'huyện', name: 'Cần Đước', communes: 17, urban: 1, committees: 10, cells: 30 },
  { word: 'huyện', name: 'Cần Giuộc', communes: 15, urban: 1, committees: 10, cells: 31 },
  { word: 'huyện', name: 'Châu Thành', communes: 13, urban: 1, committees: 9, cells: 27 },
  { word: 'huyện', name: 'Đức Hòa', communes: 20, urban: 3, committees: 12, cells: 36 },
  { word: 'huyện', name: 'Đức Huệ', communes: 11, urban: 1, committees: 8, cells: 25 },
  { word: 'huyện', name: 'Mộc Hóa', communes: 7, urban: 1, committees: 6, cells: 22 },
  { word: 'huyện', name: 'Tân Hưng', communes: 12, urban: 1, committees: 8, cells: 26 },
  { word: 'huyện', name: 'Tân Thạnh', communes: 13, urban: 1, committees: 8, cells: 26 },
  { word: 'huyện', name: 'Tân Trụ', communes: 10, urban: 1, committees: 8, cells: 25 },
  { word: 'huyện', name: 'Thạnh Hóa', communes: 11, urban: 1, committees: 8, cells: 26 },
  { word: 'huyện', name: 'Thủ Thừa', communes: 12, urban: 1, committees: 9, cells: 27 },
  { word: 'huyện', name: 'Vĩnh Hưng', communes: 10, urban: 1, committees: 8, cells: 26 },
] as const;
/** Grassroots cells of non-state enterprises in each district, besides the cells above. */
const enterpriseCellsOfDistrict = 2;
/** Five districts got one more in 2023; the bloc got the sixth. */
const newEnterpriseOf: Record<string, string> = {
  'Bến Lức': '2023-02-20', 'Cần Đước': '2023-04-14', 'Cần Giuộc': '2023-05-22', 'Đức Hòa': '2023-08-15', 'Thủ Thừa': '2023-10-06',
};
/** In so many districts, one more hangs under a commune. */
const enterpriseCellsUnderCommunes = 11;

const forces = [
  { part: 'quan-su', name: 'Đảng bộ Quân sự tỉnh', kind: 'MILITARY_PARTY', unitType: 'ARMY', committees: 5, cells: 11 },
  { part: 'cong-an', name: 'Đảng bộ Công an tỉnh', kind: 'POLICE_PARTY', unitType: 'POLICE', committees: 8, cells: 18 },
  { part: 'bien-phong', name: 'Đảng bộ Bộ đội Biên phòng tỉnh', kind: 'BORDER_PARTY', unitType: 'BORDER', committees: 3, cells: 7 },
] as const;
const bloc = { committees: 30, cells: 26, enterpriseCells: 14, newEnterprises: ['2021-05-17', '2022-03-25', '2022-11-10', '2023-11-24', '2024-03-08'] };

const population: Population = {
  minority: 0.006,
  ethnicGroups: new Weighted([['05', 5], ['06', 4], ['02', 1], ['04', 1]]),
  believers: 0.045,
  religions: new Weighted([['01', 55], ['05', 28], ['02', 12], ['03', 3], ['08', 2]]),
};
const terms = {
  province: termsInARow(10, [['2015-10-14', '2015–2020'], ['2020-10-16', '2020–2025']]),
  district: termsInARow(11, [['2015-08-05', '2015–2020'], ['2020-08-04', '2020–2025']]),
  grassroots: termsInARow(12, [['2015-05-20', '2015–2020'], ['2020-05-18', '2020–2025']]),
  cell: termsInARow(10, [['2017-10-10', '2017–2020'], ['2020-03-16', '2020–2022'], ['2022-10-12', '2022–2025']]),
};

/** Long An, 2020 to mid-2024. */
export function makeLongAn(): DemoProvince {
  const random = new Random('long-an');
  const tree = new Tree(random, endedEra(recordsBegin, lastDataOn));
  const root = tree.add(null, {
    part: 'long-an', name: 'Đảng bộ tỉnh Long An', kind: 'PROVINCIAL_PARTY', unitType: 'OTHER',
    areas: ['RURAL'], foundedOn: '1976-03-01', terms: terms.province,
  });
  const nonState = districts.flatMap((district) => addDistrict(tree, root, district));
  for (const force of forces) addForce(tree, root, force);
  nonState.push(...addBloc(tree, root));

  const others = tree.leaves.filter(({ unit }) => unit.unitType !== 'NON_STATE_ENTERPRISE');
  distributeMembers(nonState, membersInNonState, 9);
  distributeMembers(others, members - membersInNonState);
  planLongAnAdmissions(random, tree.era, nonState, others);
  planFounders(random, tree.era, tree.leaves);
  const stretch = { leaves: tree.leaves, from: recordsBegin, to: lastDataOn };
  planTransfers(random, tree.era, { ...stretch, yearly: 0.016 });
  planExits(random, tree.era, { ...stretch, yearly: 0.011, expulsions: 31 });
  return { ...assemble({ documents: longAnDocuments, tree, rootCode: 'long-an', configuration: 'DISTRICT_TIER', lastDataOn, probationers: 0.027 }), targets: targetsOfLongAn };
}

function addDistrict(tree: Tree, root: DemoUnit, draft: (typeof districts)[number]): Leaf[] {
  const where = `${draft.word} ${draft.name}`;
  const district = tree.add(root, {
    part: slug(draft.name), name: `Đảng bộ ${where}`, kind: 'DISTRICT_PARTY', unitType: 'OTHER',
    areas: [draft.urban > 2 ? 'URBAN' : 'RURAL'], terms: terms.district,
  });
  const ground = groundOf(tree, where);
  const communes = addCommunes(tree, district, ground, {
    count: draft.communes,
    urban: draft.urban,
    cells: [6, 10],
    words: { rural: 'xã', urban: draft.word === 'huyện' ? 'thị trấn' : 'phường' },
    hamlets: { rural: 'Ấp', urban: 'Khu phố' },
    ...(draft.name === 'Thủ Thừa' ? { renamedOn: '2021-07-01' } : {}),
  });
  addCommittees(tree, district, ground, districtCommittees, draft.committees, [3, 6]);
  addDistrictCells(tree, district, ground, draft.cells);
  const nonState = addEnterpriseCells(tree, district, ground, 'GRASSROOTS_CELL', enterpriseCellsOfDistrict);
  const foundedOn = newEnterpriseOf[draft.name];
  if (foundedOn !== undefined) nonState.push(...addEnterpriseCells(tree, district, ground, 'GRASSROOTS_CELL', 1, foundedOn));
  const commune = communes[0];
  if (commune !== undefined && districts.indexOf(draft) < enterpriseCellsUnderCommunes) nonState.push(...addEnterpriseCells(tree, commune, ground, 'CELL', 1));
  return nonState;
}

function addForce(tree: Tree, root: DemoUnit, draft: (typeof forces)[number]): void {
  const { part, name, kind, unitType } = draft;
  const areas = unitType === 'BORDER' ? ['RURAL', 'BORDER'] : ['URBAN'];
  const force = tree.add(root, { part, name, kind, unitType, areas, terms: terms.district });
  const ground = { ...groundOf(tree, ''), areas };
  const bodies = armedBodies(unitType, draft.committees + draft.cells);
  addCommittees(tree, force, ground, bodies, draft.committees, [3, 6]);
  addGrassrootsCells(tree, force, ground, bodies.slice(draft.committees), draft.cells);
}

function addBloc(tree: Tree, root: DemoUnit): Leaf[] {
  const unit = tree.add(root, {
    part: 'khoi-co-quan-doanh-nghiep',
    name: 'Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh',
    aliases: ['Khối cơ quan – doanh nghiệp tỉnh'],
    kind: 'BLOC_PARTY', unitType: 'OTHER', areas: ['URBAN'], terms: terms.district,
  });
  const ground = groundOf(tree, '');
  const bodies = tree.random.shuffled(provincialBodies);
  addCommittees(tree, unit, ground, bodies, bloc.committees, [3, 6]);
  addGrassrootsCells(tree, unit, ground, bodies.slice(bloc.committees), bloc.cells);
  const old = addEnterpriseCells(tree, unit, ground, 'GRASSROOTS_CELL', bloc.enterpriseCells);
  return [...old, ...bloc.newEnterprises.flatMap((foundedOn) => addEnterpriseCells(tree, unit, ground, 'GRASSROOTS_CELL', 1, foundedOn))];
}

function groundOf(tree: Tree, place: string): Ground {
  return { areas: ['URBAN'], place, nextPlace: placeNames(tree.random, 'south'), population, terms };
}
