import type { Draw } from '../worlds/draw.ts';
import { sliceColumns, type World } from '../worlds/world-model.ts';
import type { Literal } from './documents.ts';
import type { Target } from './schema-edges.ts';
import type { Knowledge } from './judge.ts';
import { anyPeriod, interestingDay, interestingInstant } from './questions.ts';

/** The opaque id of a row. */
export function opaque(type: string, uuid: string): string {
  return Buffer.from(`${type}:${uuid}`).toString('base64url');
}

/** The units and people of a world that a reader sees, and those that it does not. */
export function rowsFor(knowledge: Knowledge) {
  const { world } = knowledge.oracle;
  const split = (kind: 'units' | 'people') => {
    const indexes = [...world[kind].keys()];
    return { in: indexes.filter((index) => knowledge[kind].has(index)), out: indexes.filter((index) => !knowledge[kind].has(index)) };
  };
  return { units: split('units'), people: split('people') };
}

/** What has the id of its unit. */
const ofUnits = new Set(['Unit', 'Target', 'Document', 'Locality', 'UnitPower', 'Plan', 'PlanItem', 'Obstacle', 'Inspection', 'Reminder']);
/** What has the id of its person. */
const ofPeople = new Set(['Person', 'Candidacy', 'Transfer', 'Participant', 'Mark', 'Correction', 'Paper']);

/** The type whose id an argument asks for: mostly the one that it is named after, or that is sought. */
function typeOf(draw: Draw, argument: string, sought: string): string {
  if (argument === 'under' || argument === 'unit') return 'Unit';
  if ((ofUnits.has(sought) || ofPeople.has(sought)) && draw.chance(80)) return sought;
  return draw.pick(['Unit', 'Person', 'Candidacy', 'Transfer', 'Target', 'Document']);
}

function anId(draw: Draw, { knowledge, elsewhere }: About, target: Target, type: string): string {
  const { world } = knowledge.oracle;
  const kind = ofPeople.has(type) && world.people.length > 0 ? 'people' : 'units';
  if (target === 'absent') return draw.chance(50) ? opaque(type, draw.id()) : draw.pick(['', 'x', opaque('Unit', 'x'), opaque(type, draw.id()).slice(1), `${opaque(type, draw.id())}=`, 'VW5pdDo', '%', '1']);
  // What was handed down from above, and a letter with one side in the scope, is not hidden.
  const isSeen = (index: number) => target === 'out' && ((kind === 'units' && knowledge.documents.has(index)) || (kind === 'people' && knowledge.letters.has(index)));
  const list = rowsFor(knowledge)[kind][target].filter((index) => !isSeen(index)).map((index) => world[kind][index]!.id);
  // Who sees all of their own tree asks for what is in another; who sees nothing, for what is there.
  const others = (target === 'out' ? elsewhere : world)[kind].map(({ id }) => id);
  return opaque(type, list.length + others.length > 0 ? draw.pick(list.length > 0 ? list : others) : draw.id());
}

function aText(draw: Draw, knowledge: Knowledge, target: Target): string {
  const { world } = knowledge.oracle;
  const { units, people } = rowsFor(knowledge);
  const side = target === 'out' ? 'out' : 'in';
  const names = [...units[side].map((unit) => world.units[unit]!.name), ...people[side].map((person) => world.people[person]!.fullName)];
  if (target === 'absent' || names.length === 0) return draw.pick(['%', '_', "'", '\\\\', 'zq0u0x', 'không có', '']);
  const name = draw.pick(names);
  return draw.pick([name, name.split(' ').at(-1)!, name.slice(0, 3), name.toUpperCase()]);
}

/** A reader, and a world that is not theirs. */
interface About {
  readonly knowledge: Knowledge;
  readonly elsewhere: World;
}

/** Literals about a reader's world. */
export function literalsFor(about: About): Literal {
  const { knowledge } = about;
  const { world } = knowledge.oracle;
  return (draw, { name, type, target, sought }) => {
    if (type === 'ID') return JSON.stringify(anId(draw, about, target, typeOf(draw, name, sought)));
    if (type === 'Boolean') return String(draw.chance(50));
    if (name === 'year') return String(draw.int(2016, 2018));
    if (type === 'Float') return String(draw.pick([0, 1, 2, 3, 7, 0.5]));
    if (type === 'Int') return String(draw.int(1, 5));
    if (type === 'Period') return JSON.stringify(draw.chance(10) ? 'term' : draw.chance(40) ? draw.pick(['2015', '2016', '2015-Q4']) : anyPeriod(draw, world));
    if (type === 'Date') return JSON.stringify(interestingDay(draw, world));
    if (type === 'DateTime') return JSON.stringify(interestingInstant(draw, world));
    if (name === 'code') {
      const { units } = rowsFor(knowledge);
      if (target === 'absent') return JSON.stringify(draw.pick(['', '%', 'zq', 'không.có', '_']));
      if (target === 'out' && units.out.length === 0) return JSON.stringify(draw.pick(about.elsewhere.units).code);
      return JSON.stringify(world.units[draw.pick(target === 'out' ? units.out : [...units.in, 0])]!.code);
    }
    if (name === 'key') return JSON.stringify(draw.pick(draw.pick(Object.values(sliceColumns))));
    if (name === 'kind') return JSON.stringify(draw.pick(['K0', 'K1', 'GC', 'nothing']));
    if (name === 'after') return draw.chance(60) ? 'null' : JSON.stringify(draw.pick(['x', '', Buffer.from('["a","b"]').toString('base64url'), Buffer.from(`["","${draw.id()}"]`).toString('base64url'), Buffer.from(`["2016-05-05","${draw.id()}"]`).toString('base64url')]));
    return JSON.stringify(aText(draw, knowledge, target));
  };
}
