import { token } from './canaries.ts';
import { plusDays } from './days.ts';
import { Draw } from './draw.ts';
import { History } from './generate-history.ts';
import { generateKinds, generateTree } from './generate-tree.ts';
import { generateLetters } from './letters.ts';
import { firstSeed, sizes as sizesOfTheRun, worldCount, type Range, type Sizes } from './sizes.ts';
import { personDimensions, roles, sliceColumns, type Slices, type World, type WorldAccount, type WorldGrant, type WorldPerson, type WorldUnit } from './world-model.ts';

function slices(draw: Draw): Slices {
  return Object.fromEntries(personDimensions.map((dimension) => [dimension, draw.pick(sliceColumns[dimension])])) as Slices;
}

function generatePerson(draw: Draw, world: number, index: number): WorldPerson {
  const name = draw.chance(10) ? `%_${token({ world, kind: 'p', index })}` : `${draw.pick(['Nguyễn', 'Trần', 'Đỗ'])} ${draw.pick(['Thị', 'Văn'])} ${token({ world, kind: 'p', index })}`;
  return {
    id: draw.id(),
    fullName: name.normalize(draw.chance(50) ? 'NFC' : 'NFD'),
    // Unique in its world, and before 2000: no other day of a world lies there.
    birthDate: plusDays('1935-01-01', index * 37 + (world % 37)),
    slices: slices(draw),
    ethnicGroup: `dân tộc ${token({ world, kind: 'p', index })}`,
    religion: `tôn giáo ${token({ world, kind: 'p', index })}`,
  };
}

/** The grant of a supervisor: an assignment by the unit itself or one above it. */
function generateAssignment(draw: Draw, units: readonly WorldUnit[]): Omit<WorldGrant, 'id'> {
  const unit = draw.int(0, units.length - 1);
  const chain = [unit];
  for (let at = units[unit]!.parent; at !== null; at = units[at]!.parent) chain.push(at);
  return { role: 'SUPERVISOR', unit, body: draw.pick(chain) };
}

const ends = ['LONG_AGO', 'TODAY'] as const;

function generateAccounts(draw: Draw, world: number, units: readonly WorldUnit[]): WorldAccount[] {
  // Of their own draws, so that they change nothing else of a world.
  const ofSupervisors = new Draw(world + 7_000_000);
  const make = (from: Draw, index: number, grants: Omit<WorldGrant, 'id'>[]): WorldAccount => ({
    id: from.id(),
    name: `${token({ world, kind: 'a', index })}@nơi`,
    displayName: `Người dùng ${token({ world, kind: 'a', index })}`,
    grants: grants.map((grant) => ({ ...grant, id: from.id() })),
  });
  const usual = roles.filter((role) => role !== 'SUPERVISOR');
  const accounts = [make(draw, 0, [{ role: 'BOARD', unit: 0 }]), make(draw, 1, [{ role: 'OBSERVER', unit: 0 }])];
  const count = draw.int(6, 20);
  while (accounts.length < count) {
    const index = accounts.length;
    const role = index < 2 + usual.length ? usual[index - 2]! : draw.pick(usual);
    const unit = draw.int(0, units.length - 1);
    const second = draw.chance(20) ? [{ role: draw.pick(usual), unit: draw.int(0, units.length - 1) }] : [];
    accounts.push(make(draw, index, [{ role, unit }, ...second]));
  }
  // Some act under their first assignment, some have it beside their usual place, and of some it has ended.
  // Nobody is assigned to a unit twice at a time.
  const assignments = () => [...new Map(Array.from({ length: ofSupervisors.int(1, 3) }, () => generateAssignment(ofSupervisors, units)).map((made) => [made.unit, made])).values()];
  accounts.push(make(ofSupervisors, accounts.length, assignments()));
  accounts.push(make(ofSupervisors, accounts.length, [generateAssignment(ofSupervisors, units)]));
  accounts.push(make(ofSupervisors, accounts.length, [{ role: ofSupervisors.pick(usual), unit: ofSupervisors.int(0, units.length - 1) }, ...assignments()]));
  for (const ended of ends) accounts.push(make(ofSupervisors, accounts.length, [{ ...generateAssignment(ofSupervisors, units), ended }]));
  for (const ended of ends) accounts.push(make(draw, accounts.length, [{ role: draw.pick(usual), unit: draw.int(0, units.length - 1), ended }]));
  return accounts;
}

/** A number of a range, mostly a low one: where skew is 1, any alike. */
function sizeIn(draw: Draw, [least, most]: Range, skew: number): number {
  return skew === 1 ? draw.int(least, most) : least + Math.floor((most - least + 1) * (draw.int(0, 9_999) / 10_000) ** skew);
}

/** The world of a seed. */
export function generateWorld(seed: number, sizes: Sizes = sizesOfTheRun): World {
  const draw = new Draw(seed);
  const levels = draw.pick([1, 2, 3, 3, 4, 4, 4, 5, 5, 6]);
  const kinds = generateKinds(draw, levels);
  const units = generateTree(draw, seed, kinds, levels === 1 ? 1 : sizeIn(draw, sizes.units, sizes.skew));
  const people = Array.from({ length: draw.chance(8) ? 0 : sizeIn(draw, sizes.people, sizes.skew) }, (_, index) => generatePerson(draw, seed, index));
  const accounts = generateAccounts(draw, seed, units);
  const history = new History(draw, { seed, kinds, units, people });
  history.openings();
  history.facts(people.length);
  const bulk = history.steps.length;
  history.events(sizeIn(draw, sizes.events, Math.min(sizes.skew, 2)));
  const cells = [...units.keys()].filter((unit) => kinds.some(({ code, holdsMembers }) => holdsMembers && code === units[unit]!.kind));
  const candidates = draw.some(cells, 30).map((unit, index) => ({ person: people.length + index, unit }));
  for (const { person } of candidates) people.push(generatePerson(draw, seed, person));
  const world = { seed, configuration: `W${seed}`, kinds, units: history.units, people, steps: history.steps, bulk, accounts, candidates };
  return { ...world, letters: generateLetters(world) };
}

/** The worlds of a run: the same in every process. */
export function generateWorlds(): World[] {
  return Array.from({ length: worldCount }, (_, index) => generateWorld(firstSeed + index));
}
