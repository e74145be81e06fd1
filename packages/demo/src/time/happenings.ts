import type { Random } from '../chance/random.ts';
import type { IsoDate, IsoInstant } from '../types.ts';
import { dateOf, dayOf, type Day } from './calendar.ts';

/** Years and anniversaries have their season: admissions before 3 February, 19 May, 2 September and the year's end. */
const seasons = [0.75, 1.15, 0.95, 0.85, 1.35, 1.1, 0.8, 0.95, 1.15, 1.05, 1.2, 1.4];
const busiest = Math.max(...seasons);

/** The stretch of time that a province's records cover. */
export interface Era {
  /** First day of records; members of before open the day before. */
  readonly begins: Day;
  /** Last day on which anything happens. */
  readonly ends: Day;
  /** Last day on which anything can have been recorded; null where years have passed since. */
  readonly lastRecording: Day | null;
}

/** The era of a province whose records ended. */
export function endedEra(begins: IsoDate, ends: IsoDate): Era {
  return { begins: dayOf(begins), ends: dayOf(ends), lastRecording: null };
}

/** A day in a range, rarely a Sunday, more often in a busy month. */
export function seasonalDay(random: Random, from: Day, to: Day): Day {
  for (let attempt = 0; attempt < 12; attempt++) {
    const day = random.between(from, to);
    const isSunday = (((day + 4) % 7) + 7) % 7 === 0;
    const season = seasons[Number(dateOf(day).slice(5, 7)) - 1] ?? 1;
    if (!isSunday && random.chance(season / busiest)) return day;
  }
  return random.between(from, to);
}

/** Working hours of the region, written in UTC. */
const hours = Array.from({ length: 9 * 12 }, (_, slot) => {
  const minutes = 60 + slot * 5;
  return `T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00.000Z`;
});

/** An instant in the working hours of a day. */
export function workingHour(random: Random, day: Day): IsoInstant {
  return dateOf(day) + random.pick(hours);
}

/** When something that happened on a day was recorded: one to twenty days later, never after the last recording. */
export function recordedAfter(random: Random, era: Era, day: Day): IsoInstant {
  const delay = random.between(1, 20);
  return workingHour(random, era.lastRecording === null ? day + delay : Math.min(day + delay, era.lastRecording));
}
