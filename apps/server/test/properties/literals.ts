import type { Draw } from '../worlds/draw.ts';
import { sliceColumns } from '../worlds/world-model.ts';
import type { Literal, Target } from './documents.ts';
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

function anId(draw: Draw, knowledge: Knowledge, target: Target, argument: string): string {
  const { world } = knowledge.oracle;
  const rows = rowsFor(knowledge);
  const wantsPerson = argument === 'person' || argument === 'candidacy' || argument === 'transfer' || (argument !== 'unit' && argument !== 'target' && argument !== 'document' && draw.chance(40));
  const kind = wantsPerson && world.people.length > 0 ? 'people' : 'units';
  // A candidacy has the id of its person, and so has a letter.
  const ofPerson = argument === 'candidacy' || (argument === 'any' && draw.chance(40)) ? 'Candidacy' : argument === 'transfer' || (argument === 'any' && draw.chance(30)) ? 'Transfer' : 'Person';
  // A target and a document have the id of their unit.
  const type = kind === 'people' ? ofPerson : argument === 'target' ? 'Target' : argument === 'document' ? 'Document' : 'Unit';
  if (target === 'absent') return draw.chance(50) ? opaque(type, draw.id()) : draw.pick(['', 'x', opaque('Unit', 'x'), opaque(type, draw.id()).slice(1), `${opaque(type, draw.id())}=`, 'VW5pdDo', '%', '1']);
  const list = rows[kind][target].length > 0 ? rows[kind][target] : [...world[kind].keys()];
  return opaque(type, world[kind][draw.pick(list)]!.id);
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

/** Literals about a reader's world. */
export function literalsFor(knowledge: Knowledge, root: () => string): Literal {
  const { world } = knowledge.oracle;
  return (draw, name, type, target) => {
    if (type === 'ID') return JSON.stringify(anId(draw, knowledge, target, name === 'under' || name === 'unit' ? 'unit' : root()));
    if (type === 'Boolean') return String(draw.chance(50));
    if (name === 'year') return String(draw.int(2016, 2018));
    if (type === 'Float') return String(draw.pick([0, 1, 2, 3, 7, 0.5]));
    if (type === 'Int') return String(draw.int(1, 5));
    if (type === 'Period') return JSON.stringify(draw.chance(10) ? 'term' : draw.chance(40) ? draw.pick(['2015', '2016', '2015-Q4']) : anyPeriod(draw, world));
    if (type === 'Date') return JSON.stringify(interestingDay(draw, world));
    if (type === 'DateTime') return JSON.stringify(interestingInstant(draw, world));
    if (name === 'code') {
      const { units } = rowsFor(knowledge);
      const list = target === 'out' && units.out.length > 0 ? units.out : [...units.in, 0];
      return JSON.stringify(target === 'absent' ? draw.pick(['', '%', 'zq', 'không.có', '_']) : world.units[draw.pick(list)]!.code);
    }
    if (name === 'key') return JSON.stringify(draw.pick(draw.pick(Object.values(sliceColumns))));
    if (name === 'kind') return JSON.stringify(draw.pick(['K0', 'K1', 'GC', 'nothing']));
    if (name === 'after') return draw.chance(60) ? 'null' : JSON.stringify(draw.pick(['x', '', Buffer.from('["a","b"]').toString('base64url'), Buffer.from(`["","${draw.id()}"]`).toString('base64url')]));
    return JSON.stringify(aText(draw, knowledge, target));
  };
}
