import type { Role } from '../worlds/world-model.ts';
import type { Knowledge } from './judge.ts';

/* Who may know what of the targets of a world: judged by the oracle alone. */

const everybody: readonly Role[] = ['ADMINISTRATOR', 'STAFF', 'BOARD', 'SECRETARY', 'SUPERVISOR', 'AUDITOR', 'OBSERVER'];

/** The first words of each text that is written about targets, and the roles that may read it where the unit lies in their scope. */
const readersOf: Readonly<Record<string, readonly Role[]>> = {
  'Chỉ tiêu': everybody,
  'Phân bổ': ['STAFF', 'BOARD', 'SECRETARY', 'SUPERVISOR'],
  Nháp: ['STAFF', 'BOARD'],
  Thôn: everybody,
};

/** Whether an account may see a row about targets that belongs to a unit: the unit of the target itself, not one that is part of it or that gave it. */
export function seesOfTargets({ role, units }: Pick<Knowledge, 'role' | 'units'>, word: string, unit: number): boolean {
  return role !== null && units.has(unit) && (readersOf[word]?.includes(role) ?? false);
}

/** Texts about targets in an answer that the account may not read. */
export function leaksOfTargets(knowledge: Knowledge, text: string): string[] {
  return [...text.matchAll(/(Chỉ tiêu|Phân bổ|Nháp|Thôn) [\p{L} ]+ zq(\d+)u(\d+)x/gu)]
    .filter(([, word = '', world, unit]) => Number(world) !== knowledge.oracle.world.seed || !seesOfTargets(knowledge, word, Number(unit)))
    .map(([leak]) => `of targets: ${leak}`);
}
