import type { SliceKey } from '@banyan/schema/enums';
import { addDays, addMonths, type Day } from '../../../kernel/day.ts';
import type { RulePack } from './rule-pack.ts';

/** Age in months as a difference of calendar months: the day of the month does not count (Regulation 24-QĐ/TW counts age by month). */
export function ageInMonths(birthDate: Day, on: Day): number {
  const [years, months] = [Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)), Number(on.slice(5, 7)) - Number(birthDate.slice(5, 7))];
  return 12 * years + months;
}

/** The first day of the month in which somebody has so many months of age. */
function monthOfAge(birthDate: Day, months: number): Day {
  return addMonths(`${birthDate.slice(0, 8)}01`, months);
}

/** The days of a meeting on which the age needs no consent, first and last. */
export function meetingDays(birthDate: Day, pack: RulePack): { readonly from: Day; readonly until: Day } {
  return { from: monthOfAge(birthDate, 12 * pack.minimumAgeYears), until: addDays(monthOfAge(birthDate, 12 * pack.consentAboveAgeYears + 1), -1) };
}

/** How the age on the day of the cell's meeting stands: allowed, too young, or only with the province's written consent. */
export function ageOnMeeting(birthDate: Day, meeting: Day, pack: RulePack): 'ALLOWED' | 'TOO_YOUNG' | 'CONSENT_NEEDED' {
  const months = ageInMonths(birthDate, meeting);
  if (months < 12 * pack.minimumAgeYears) return 'TOO_YOUNG';
  return months > 12 * pack.consentAboveAgeYears ? 'CONSENT_NEEDED' : 'ALLOWED';
}

/** Full years from a birth to a day. */
export function fullYears(birthDate: Day, on: Day): number {
  return Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (on.slice(5) < birthDate.slice(5) ? 1 : 0);
}

/** The birth dates of who is, on a day, so many full years old at the least and at the most. */
export function birthDatesOf(on: Day, { youngest, oldest }: { readonly youngest: number; readonly oldest: number }): { readonly from: Day; readonly until: Day } {
  return { from: addDays(addMonths(on, -12 * (oldest + 1)), 1), until: addMonths(on, -12 * youngest) };
}

/** The band of AGE_BAND in which somebody is on a day. Whoever is under 18 by days was old enough by months. */
export function ageBandOn(birthDate: Day, on: Day): SliceKey<'AGE_BAND'> {
  const years = fullYears(birthDate, on);
  if (years <= 30) return 'AGE_18_30';
  if (years <= 40) return 'AGE_31_40';
  if (years <= 50) return 'AGE_41_50';
  return years <= 60 ? 'AGE_51_60' : 'AGE_OVER_60';
}

/** The last day on which something made on a day can be used: that day so many months later, included. */
export function lastUsableDay(madeOn: Day, months: number): Day {
  return addMonths(madeOn, months);
}

/** Whether a certificate of the awareness class can be used on a day. */
export function isCertificateUsable(issuedOn: Day, on: Day, pack: RulePack): boolean {
  return on <= lastUsableDay(issuedOn, pack.certificateMonths);
}
