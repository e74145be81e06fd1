import { expect, it } from 'vitest';
import { readTypedDate } from '../../ledger/index.ts';
import { changesOf, nothingTyped, readCorrection, type PersonValues } from './correction-values.ts';

const standing: PersonValues = { fullName: 'Trần Văn An', birthDate: '01/01/1980', gender: 'M', occupation: 'WORKER', enterpriseRelation: 'UNKNOWN', education: 'UNKNOWN', youthUnion: 'NO' };
const sentences = { missing: 'missing', noDay: 'no day' };

it('sends what differs from what stands, and nothing else', () => {
  expect(changesOf(standing, { fullName: ' Trần Văn An ', gender: 'F' })).toEqual({ gender: 'F' });
  expect(readCorrection(standing, { ...nothingTyped, over: { birthDate: '2/6/1985' }, reason: ' Giấy khai sinh ' }, readTypedDate, sentences)).toEqual({ sent: { birthDate: '1985-06-02', reason: 'Giấy khai sinh' } });
});

it('asks since when only of what can change in life', () => {
  const typed = { ...nothingTyped, how: 'CHANGED', since: '', reason: 'r' } as const;
  expect(readCorrection(standing, { ...typed, over: { fullName: 'Trần An' } }, readTypedDate, sentences)).toEqual({ sent: { fullName: 'Trần An', reason: 'r' } });
  expect(readCorrection(standing, { ...typed, over: { occupation: 'RETIRED' } }, readTypedDate, sentences)).toEqual({ problems: { since: 'missing' } });
  expect(readCorrection(standing, { ...typed, since: '1/7/2024', over: { occupation: 'RETIRED' } }, readTypedDate, sentences)).toEqual({ sent: { occupation: 'RETIRED', since: '2024-07-01', reason: 'r' } });
});

it('says of every field at once what is wrong, and takes a day that does not exist for none', () => {
  expect(readCorrection(standing, { ...nothingTyped, over: { birthDate: '30/02/1985' } }, readTypedDate, sentences)).toEqual({ problems: { birthDate: 'no day', reason: 'missing' } });
});
