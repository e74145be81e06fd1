import { expect, it } from 'vitest';
import { readTypedDate } from '../../ledger/index.ts';
import { readCandidate, type CandidateValues } from './candidate-values.ts';

const sentences = { missing: 'missing', noDay: 'no day', noGender: 'no gender', noUnit: 'no unit' };
const values: CandidateValues = { fullName: 'Lò Văn Mây', birthDate: '5/9/2001', gender: 'M', personalNumber: '', on: '26/11/2026', occupation: 'UNKNOWN', education: 'UNKNOWN', youthUnion: 'UNKNOWN', enterpriseRelation: 'UNKNOWN' };

it('reads the days as people type them', () => {
  expect(readCandidate(values, 'cell', readTypedDate, sentences)).toEqual({ birthDate: '2001-09-05', on: '2026-11-26', unit: 'cell' });
});

it('says of every field at once what is missing', () => {
  expect(readCandidate({ ...values, fullName: ' ', birthDate: '', gender: '', on: '31/02/2026' }, null, readTypedDate, sentences)).toEqual({
    problems: { fullName: 'missing', birthDate: 'missing', gender: 'no gender', unit: 'no unit', on: 'no day' },
  });
});
