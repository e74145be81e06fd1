import { expect, test } from 'vitest';
import { judgeReadmission, type Ended, type ReadmissionCase } from './readmission.ts';
import { getRulePack } from './rule-pack.ts';

const pack = getRulePack('RULES_2025');
const ended: Ended = { state: 'REMOVED', leftOn: '2022-02-28', isReadmission: false };
const asked: ReadmissionCase = { on: '2025-02-28', consentNumber: '3-CV/TU', isHardship: false };

test.each<[string, Partial<Ended>, Partial<ReadmissionCase>, string | null]>([
  ['36 months after a removal, with the consent of the province: possible', {}, {}, null],
  ['a day earlier: not yet', {}, { on: '2025-02-27' }, 'TOO_SOON_AFTER_LEAVING'],
  ['without the consent: not', {}, { consentNumber: null }, 'FACT_MISSING'],
  ['after an expulsion: as after a removal', { state: 'EXPELLED' }, {}, null],
  ['a second time: never', { isReadmission: true }, {}, 'READMITTED_BEFORE'],
  ['who asked to leave: not', { state: 'LEFT_BY_REQUEST' }, {}, 'NEVER_READMITTED'],
  ['who asked to leave out of hardship: possible', { state: 'LEFT_BY_REQUEST' }, { isHardship: true }, null],
  ['a member: not', { state: 'OFFICIAL', leftOn: null }, {}, 'NOT_POSSIBLE_IN_THIS_STATE'],
  ['a candidate who was dropped: not a readmission', { state: 'DROPPED', leftOn: null }, {}, 'NOT_POSSIBLE_IN_THIS_STATE'],
  ['the dead: not', { state: 'DECEASED' }, {}, 'NOT_POSSIBLE_IN_THIS_STATE'],
])('%s', (_, state, more, refusal) => {
  expect(judgeReadmission({ ...ended, ...state }, { ...asked, ...more }, pack)).toBe(refusal);
});
