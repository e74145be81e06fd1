import type { MemberState } from '@banyan/schema/enums';
import type { CandidacyRefusalCode } from '@banyan/schema/lifecycle';
import type { PersonRefusalCode } from '@banyan/schema/personal';
import type { Judged } from '../../../kernel/conflict.ts';
import type { Actor } from '../../../kernel/actor.ts';
import type { FileRefusal } from '../../../kernel/file-refusal.ts';
import { isAllowed } from '../../access/index.ts';
import { judgeFile, type FileLimits, type RoomForFile } from '../domain/kept-file.ts';
import { refuseLasting } from '../domain/mark.ts';

/* Who keeps what lies beside a way and a person. A use case asks with what it knows: first by the role alone, and again once it has found the rest. */

type Role = Pick<Actor, 'role'>;

/** Why somebody may not keep papers, their scans and participants, or null: that is for who does the daily work. */
export function cannotKeepFile({ role }: Role): Judged<CandidacyRefusalCode> | null {
  return isAllowed(role, 'candidacy.add') ? null : 'FORBIDDEN_FOR_ROLE';
}

/** What a file would be kept in. */
interface Room {
  readonly room: RoomForFile;
  readonly limits: FileLimits;
  readonly bytes: number;
}

/** Why somebody may not keep a file of so many bytes with a paper, or null. */
export function cannotAttach(actor: Role, at?: Room): FileRefusal | null {
  if (cannotKeepFile(actor)) return { code: 'FORBIDDEN_FOR_ROLE' };
  return at ? judgeFile(at.room, at.bytes, at.limits) : null;
}

/** Why somebody may not correct a person, or null. */
export function cannotCorrect({ role }: Role): Judged<PersonRefusalCode> | null {
  return isAllowed(role, 'person.correct') ? null : 'FORBIDDEN_FOR_ROLE';
}

/** Why somebody may not note a mark of a person, or null; one that lasts is of members alone, whose state is given then. */
export function cannotMark({ role }: Role, lastingOf?: MemberState): Judged<PersonRefusalCode> | null {
  if (!isAllowed(role, 'person.mark')) return 'FORBIDDEN_FOR_ROLE';
  return lastingOf ? refuseLasting(lastingOf) : null;
}

/** How many unlocks there may be in a day: the database says the same. */
const mostUnlocks = 30;

/** Why somebody who has unlocked so many people today may not unlock another, or null. */
export function cannotUnlock({ role }: Role, unlockedToday: number): 'FORBIDDEN_FOR_ROLE' | 'TOO_MANY_UNLOCKS' | null {
  if (!isAllowed(role, 'sensitive.unlock')) return 'FORBIDDEN_FOR_ROLE';
  return unlockedToday >= mostUnlocks ? 'TOO_MANY_UNLOCKS' : null;
}
