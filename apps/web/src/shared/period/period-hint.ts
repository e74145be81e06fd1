import { roles, type Role } from '@banyan/schema/enums';
import { isIsoDate } from '@banyan/schema/period';

/**
 * What the first request needs to know to ask for the right period before the viewer is known: the day that "today"
 * means for the account, and its role. It holds no figure and no name, and signing out removes it.
 */
export interface PeriodHint {
  readonly today: string;
  readonly role: Role;
}

const key = 'banyan.period-hint';

/** The hint left by the last answer, or null. */
export function readPeriodHint(): PeriodHint | null {
  try {
    const [today = '', roleText] = (localStorage.getItem(key) ?? '').split(' ');
    const role = roles.find((known) => known === roleText);
    return role !== undefined && isIsoDate(today) ? { today, role } : null;
  } catch {
    return null;
  }
}

/** Leaves the hint for the next visit. */
export function writePeriodHint({ today, role }: PeriodHint): void {
  try {
    localStorage.setItem(key, `${today} ${role}`);
  } catch {
    // Without storage the next visit asks one request more.
  }
}

/** Removes the hint; signing out calls it. */
export function clearPeriodHint(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing could be stored, so nothing is left.
  }
}
