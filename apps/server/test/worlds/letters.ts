import { belongings } from './belongings.ts';
import type { World, WorldLetter } from './world-model.ts';

/**
 * Some letters of transfer: addressed and open, accepted, for a time, and open without an address, in turn. A letter has the id of its
 * person, and its texts their token; where it is open, the person belongs to the unit that sent it.
 */
export function generateLetters(world: Omit<World, 'letters'>): WorldLetter[] {
  const count = world.units.length;
  return belongings({ ...world, letters: [] }).flatMap(({ person, unit, state }, index): WorldLetter[] => {
    const other = (unit + 1 + (index % 7)) % count;
    if (state === 'FORMER' || other === unit) return [];
    const isMember = state !== 'CANDIDATE';
    switch (index % 5) {
      case 0:
        return [{ person, from: unit, to: other, kind: 'OFFICIAL', state: 'ISSUED' }];
      case 1:
        return [{ person, from: other, to: unit, kind: 'OFFICIAL', state: 'ACCEPTED' }];
      case 2:
        return isMember ? [{ person, from: unit, to: other, kind: 'TEMPORARY', state: 'ACCEPTED' }] : [];
      case 3:
        return [{ person, from: unit, to: null, kind: 'OFFICIAL', state: 'ISSUED' }];
      default:
        return [];
    }
  });
}
