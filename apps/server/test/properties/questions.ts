import type { Draw } from '../worlds/draw.ts';
import { plusDays } from '../worlds/days.ts';
import { personDimensions, type Day, type World } from '../worlds/world-model.ts';
import type { Question } from './oracle.ts';

export const dimensions = [...personDimensions, 'UNIT_TYPE', 'AREA'] as const;

/** A day that says something about a world: of one of its steps or the day before or after, or any. */
export function interestingDay(draw: Draw, world: World): Day {
  const days = world.steps.flatMap((step) => ('on' in step ? [step.on] : []));
  if (days.length === 0 || draw.chance(15)) return plusDays('2014-06-01', draw.int(0, 1600));
  return plusDays(draw.pick(days), draw.int(-1, 1));
}

/** A period in any of the written forms. */
export function anyPeriod(draw: Draw, world: World): string {
  const day = interestingDay(draw, world);
  const year = day.slice(0, 4);
  const other = interestingDay(draw, world);
  const [from, to] = day < other ? [day, other] : [other, day];
  return draw.pick([year, year, day.slice(0, 7), `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`, `${year}-6M`, `${year}-9M`, `${from}/${to}`, `${from}/${to}`]);
}

/** An instant at which something had been recorded and something not. */
export function interestingInstant(draw: Draw, world: World): string {
  return world.steps.length === 0 ? '2016-01-01T00:00:00.000Z' : new Date(Date.parse(draw.pick(world.steps).recordedAt) + draw.pick([-1, 0, 1])).toISOString();
}

/** Any question about a unit. */
export function anyQuestion(draw: Draw, world: World, unit: number): Question {
  return {
    unit,
    period: anyPeriod(draw, world),
    view: draw.pick(['AS_IT_WAS', 'AS_IT_IS_NOW'] as const),
    asOf: draw.chance(35) ? interestingDay(draw, world) : null,
    knownAt: draw.chance(25) ? interestingInstant(draw, world) : null,
  };
}
