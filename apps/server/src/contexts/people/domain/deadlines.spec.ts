import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '../../../kernel/day.ts';
import { percentOf } from '../../../kernel/half-up.ts';
import { ageInMonths, ageOnMeeting, isCertificateUsable } from './age.ts';
import { deadlineOf } from './deadline.ts';
import { beginDossier } from './dossier.ts';
import { getRulePack, rulePackOn, rulePacks } from './rule-pack.ts';
import { twoYearsNotCompleted } from './removal-ground.ts';
import { isMajority, isPossibleVote, reaches } from './vote.ts';
import { addWorkingDays, workingDaysBetween } from './working-days.ts';

const pack = getRulePack('RULES_2021');
const none = { holidays: new Set<string>() };
const tet2021 = { holidays: new Set(['2021-02-10', '2021-02-11', '2021-02-12', '2021-02-15', '2021-02-16']) };
const tetAndHungKings = { holidays: new Set([...tet2021.holidays, '2021-04-21']) };

describe('working days (ngày làm việc), counted from the next day', () => {
  test('TV-L-A: 30 after Monday 2021-06-14, no holiday, is Monday 2021-07-26', () => {
    expect(addWorkingDays(none, '2021-06-14', 30)).toBe('2021-07-26');
  });
  test('TV-L-B: 30 after Monday 2021-01-25 with the Lunar New Year of 2021 is Monday 2021-03-15; without the table 2021-03-08', () => {
    expect(addWorkingDays(tet2021, '2021-01-25', 30)).toBe('2021-03-15');
    expect(addWorkingDays(none, '2021-01-25', 30)).toBe('2021-03-08');
  });
  test('TV-L-C: 60 after Monday 2021-01-25 with all holidays is Tuesday 2021-04-27; without any 2021-04-19', () => {
    expect(addWorkingDays(tetAndHungKings, '2021-01-25', 60)).toBe('2021-04-27');
    expect(addWorkingDays(none, '2021-01-25', 60)).toBe('2021-04-19');
  });
  test('what is left is what adding counts, before and after the day', () => {
    // Holidays on a weekend take nothing away.
    const withWeekend = { holidays: new Set([...tetAndHungKings.holidays, '2021-02-13', '2021-02-14', '2021-02-17']) };
    for (const calendar of [none, tet2021, withWeekend]) {
      for (let from = '2021-01-23'; from < '2021-02-24'; from = addDays(from, 1)) {
        for (const days of [1, 2, 5, 30, 61]) {
          const due = addWorkingDays(calendar, from, days);
          expect(workingDaysBetween(calendar, from, due)).toBe(days);
          expect(workingDaysBetween(calendar, due, from)).toBe(-days);
          // A worked day itself, not a free one after it.
          expect(workingDaysBetween(calendar, addDays(due, -1), due)).toBe(1);
        }
        expect(addWorkingDays(calendar, from, 0)).toBe(from);
      }
    }
  });
});

describe('limits in months', () => {
  test('TV-L-F: a certificate of 2016-10-15 is usable through 2021-10-15 and expired on 2021-10-16', () => {
    expect(isCertificateUsable('2016-10-15', '2021-10-15', pack)).toBe(true);
    expect(isCertificateUsable('2016-10-15', '2021-10-16', pack)).toBe(false);
  });
  test('twelve months are calendar months: a day that the month lacks becomes its last', () => {
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2023-08-31', 6)).toBe('2024-02-29');
  });
  test('TV-L-G: age is counted by month at the meeting of the cell', () => {
    expect(ageInMonths('1961-03-15', '2021-03-31')).toBe(60 * 12);
    expect(ageOnMeeting('1961-03-15', '2021-03-31', pack)).toBe('ALLOWED');
    expect(ageInMonths('1961-03-15', '2021-04-01')).toBe(60 * 12 + 1);
    expect(ageOnMeeting('1961-03-15', '2021-04-01', pack)).toBe('CONSENT_NEEDED');
    expect(ageOnMeeting('2003-05-31', '2021-05-02', pack)).toBe('ALLOWED');
    expect(ageOnMeeting('2003-05-31', '2021-04-30', pack)).toBe('TOO_YOUNG');
  });
});

describe('votes', () => {
  test('TV-L-H: 9 of 13 reach two thirds, 7 of 11 do not; 8 of 11 do', () => {
    expect(reaches({ base: 13, present: 13, inFavour: 9 }, pack.proposalVote)).toBe(true);
    expect(reaches({ base: 13, present: 13, inFavour: 8 }, pack.proposalVote)).toBe(false);
    expect(reaches({ base: 11, present: 11, inFavour: 7 }, pack.proposalVote)).toBe(false);
    expect(reaches({ base: 11, present: 11, inFavour: 8 }, pack.proposalVote)).toBe(true);
  });
  test('the base counts, not those present', () => {
    expect(reaches({ base: 12, present: 8, inFavour: 7 }, pack.proposalVote)).toBe(false);
    expect(reaches({ base: 12, present: 8, inFavour: 8 }, pack.proposalVote)).toBe(true);
  });
  test('more than half is more than half', () => {
    expect(isMajority({ base: 10, present: 10, inFavour: 5 })).toBe(false);
    expect(isMajority({ base: 11, present: 11, inFavour: 6 })).toBe(true);
  });
  test('more for than present, more present than called, nobody called: no vote', () => {
    expect(isPossibleVote({ base: 5, present: 4, inFavour: 5 })).toBe(false);
    expect(isPossibleVote({ base: 5, present: 6, inFavour: 5 })).toBe(false);
    expect(isPossibleVote({ base: 0, present: 0, inFavour: 0 })).toBe(false);
    expect(isPossibleVote({ base: 5, present: 5, inFavour: 5 })).toBe(true);
  });
});

describe('rule packs', () => {
  test('the pack of a candidacy is the one in force when it began', () => {
    expect(rulePackOn('2015-01-01').code).toBe('RULES_2016');
    expect(rulePackOn('2021-07-29').code).toBe('RULES_2016');
    expect(rulePackOn('2021-07-30').code).toBe('RULES_2021');
    expect(rulePackOn('2025-06-30').code).toBe('RULES_2021');
    expect(rulePackOn('2025-07-01').code).toBe('RULES_2025');
  });
  test('packs follow each other and name their source', () => {
    expect(rulePacks.map(({ validFrom }) => validFrom)).toEqual(rulePacks.map(({ validFrom }) => validFrom).toSorted());
    expect(rulePacks.every(({ source }) => source.includes('QĐ/TW'))).toBe(true);
  });
});

describe('the limit that runs', () => {
  const at = (state: Parameters<typeof deadlineOf>[0]['state'], dates: Partial<Parameters<typeof deadlineOf>[0]>) =>
    deadlineOf({ ...beginDossier('2021-01-04'), state, ...dates }, pack, tetAndHungKings);

  test('the decision is due 60 working days after the resolution of the cell, 90 when extended', () => {
    expect(at('SUBMITTED', { cellProposedOn: '2021-01-25' })?.dueOn).toBe('2021-04-27');
    expect(at('CELL_PROPOSED', { cellProposedOn: '2021-01-25' })?.kind).toBe('ADMISSION_DECISION');
    const extended = at('SUBMITTED', { cellProposedOn: '2021-01-25', isExtended: true });
    expect(extended?.dueOn).toBe(addWorkingDays(tetAndHungKings, '2021-04-27', 30));
  });
  test('the ceremony is due 30 working days after the cell received the decision', () => {
    expect(at('ADMISSION_DECIDED', { admissionDecidedOn: '2021-06-01', decisionReceivedOn: '2021-06-14' })?.dueOn).toBe('2021-07-26');
    expect(at('ADMISSION_DECIDED', { admissionDecidedOn: '2021-06-14' })?.dueOn).toBe('2021-07-26');
  });
  test('the cell proposes recognition within 30 working days after the twelve months; nothing lengthens probation', () => {
    expect(at('PROBATIONARY', { ceremonyOn: '2020-06-14' })).toEqual({ kind: 'RECOGNITION_PROPOSAL', runsFrom: '2021-06-14', dueOn: '2021-07-26', countedIn: 'WORKING_DAYS' });
  });
  test('recognition is decided within 30 working days of the resolution of the cell, 60 when extended', () => {
    expect(at('RECOGNITION_PROPOSED', { recognitionProposedOn: '2021-06-14' })?.dueOn).toBe('2021-07-26');
    expect(at('RECOGNITION_SUBMITTED', { recognitionProposedOn: '2021-06-14', isExtended: true })?.dueOn).toBe(addWorkingDays(none, '2021-07-26', 30));
  });
  test('a certificate and a file run out by months', () => {
    expect(at('TRAINED', { certificateOn: '2016-10-15' })).toMatchObject({ kind: 'CERTIFICATE_EXPIRES', dueOn: '2021-10-15', countedIn: 'MONTHS' });
    expect(at('VERIFYING', { fileOpenedOn: '2020-02-29' })).toMatchObject({ kind: 'DOSSIER_AGES', dueOn: '2021-02-28' });
  });
  test('nothing is due of a source, somebody on the list, in class, an official member, or one who is gone', () => {
    for (const state of ['SOURCE', 'LISTED', 'TRAINING', 'OFFICIAL', 'DROPPED', 'REMOVED'] as const) expect(at(state, {})).toBeNull();
  });
});

describe('grounds and shares', () => {
  test('TV-L-J: not completed in 2020 and 2021 is a ground for removal; in 2020 and 2022, with 2021 unrated, is not', () => {
    expect(twoYearsNotCompleted(new Map([[2020, 'NOT_COMPLETED'], [2021, 'NOT_COMPLETED']]))).toBe(2021);
    expect(twoYearsNotCompleted(new Map([[2020, 'NOT_COMPLETED'], [2022, 'NOT_COMPLETED']]))).toBeNull();
    expect(twoYearsNotCompleted(new Map([[2020, 'NOT_COMPLETED'], [2021, 'COMPLETED'], [2022, 'NOT_COMPLETED']]))).toBeNull();
  });
  test('TV-L-K: 42 of the 53 organisations that had sources admitted somebody: 79.2 %', () => {
    expect(percentOf(42, 53)).toBe(79.2);
  });
});
