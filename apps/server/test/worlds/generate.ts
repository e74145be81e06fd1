import { token } from './canaries.ts';
import { plusDays } from './days.ts';
import { Draw } from './draw.ts';
import { History } from './generate-history.ts';
import { generateKinds, generateTree } from './generate-tree.ts';
import { generateLetters } from './letters.ts';
import { firstSeed, sizes as sizesOfTheRun, worldCount, type Range, type Sizes } from './sizes.ts';
import { personDimensions, roles, sliceColumns, type Slices, type World, type WorldAccount, type WorldPerson, type WorldUnit } from './world-model.ts';

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

/** The body that assigns a supervisor of a unit: the unit itself or one above it. */
function bodyOf(draw: Draw, units: readonly WorldUnit[], unit: number): number {
  const chain = [unit];
  for (let at = units[unit]!.parent; at !== null; at = units[at]!.parent) chain.push(at);
  return draw.pick(chain);
}

function generateAccounts(draw: Draw, world: number, units: readonly WorldUnit[]): WorldAccount[] {
  const unitCount = units.length;
  const make = (index: number, grants: Omit<WorldAccount['grants'][number], 'id'>[]): WorldAccount => ({
    id: draw.id(),
    name: `${token({ world, kind: 'a', index })}@nơi`,
    displayName: `Người dùng ${token({ world, kind: 'a', index })}`,
    grants: grants.map((grant) => ({ ...grant, id: draw.id(), ...(grant.role === 'SUPERVISOR' ? { body: bodyOf(draw, units, grant.unit) } : {}) })),
  });
  const accounts = [make(0, [{ role: 'BOARD', unit: 0 }]), make(1, [{ role: 'OBSERVER', unit: 0 }])];
  const count = draw.int(6, 20);
  while (accounts.length < count) {
    const index = accounts.length;
    const role = index < 2 + roles.length ? roles[index - 2]! : draw.pick(roles);
    const unit = draw.int(0, unitCount - 1);
    const second = draw.chance(20) ? [{ role: draw.pick(roles), unit: draw.int(0, unitCount - 1) }] : [];
    accounts.push(make(index, [{ role, unit }, ...second]));
  }
  for (const ended of ['LONG_AGO', 'TODAY'] as const) accounts.push(make(accounts.length, [{ role: draw.pick(roles), unit: draw.int(0, unitCount - 1), ended }]));
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
