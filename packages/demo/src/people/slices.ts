import { ageOn, type Day } from '../time/calendar.ts';
import type { DemoFlag, DemoSlices } from '../types.ts';
import type { Profile } from './profile.ts';

/** The age band of somebody on the day of the ceremony. */
export function ageBandOn(birth: Day, ceremony: Day): string {
  const age = ageOn(birth, ceremony);
  if (age <= 30) return 'AGE_18_30';
  if (age <= 40) return 'AGE_31_40';
  if (age <= 50) return 'AGE_41_50';
  return age <= 60 ? 'AGE_51_60' : 'AGE_OVER_60';
}

/** What the records of somebody from before leave open. */
export interface Gaps {
  readonly ethnicMinority: boolean;
  readonly religion: boolean;
  readonly youthUnion: boolean;
}

/** Keeps one object for all slices that read the same. */
export class SliceStore {
  readonly #known = new Map<string, DemoSlices>();

  /** The slices of a profile as they are frozen with a fact; without a ceremony the age band is unknown. */
  of(profile: Profile, ceremony: Day | null, gaps: Gaps | null): DemoSlices {
    const ageBand = ceremony === null ? 'UNKNOWN' : ageBandOn(profile.birth, ceremony);
    const ethnicMinority = flag(profile.ethnicGroup !== '01', gaps?.ethnicMinority);
    const religion = flag(profile.religion !== 'NONE', gaps?.religion);
    const youthUnion = flag(profile.youthUnion, gaps?.youthUnion);
    const { gender, occupation, enterpriseRelation, education } = profile;
    return this.keep({ gender, ageBand, ethnicMinority, religion, youthUnion, occupation, enterpriseRelation, education });
  }

  /** The one object that reads like this one. */
  keep(slices: DemoSlices): DemoSlices {
    const { gender, ageBand, ethnicMinority, religion, youthUnion, occupation, enterpriseRelation, education } = slices;
    const key = `${gender}${ageBand}${ethnicMinority}${religion}${youthUnion}${occupation}${enterpriseRelation}${education}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, slices);
    return slices;
  }
}

function flag(value: boolean, isUnknown: boolean | undefined): DemoFlag {
  if (value) return 'YES';
  return isUnknown === true ? 'UNKNOWN' : 'NO';
}
