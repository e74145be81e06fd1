import { describe, expect, it } from 'vitest';
import { readTypedDate } from '../../ledger/index.ts';
import { noValues, readStepValues, type StepValues } from './step-values.ts';

const sentences = { missing: 'missing', noDay: 'no day', notWhole: 'not whole' };
const read = (values: Partial<StepValues>, facts: Parameters<typeof readStepValues>[1]) => readStepValues({ ...noValues, on: '26/11/2026', ...values }, facts, readTypedDate, sentences);

describe('what is typed about a step', () => {
  it('is sent for the facts of the step alone', () => {
    expect(read({ documentNumber: ' 12-QĐ/ĐU ', certificateNumber: '7', reason: 'x' }, { facts: ['DOCUMENT_NUMBER'], optionalFacts: ['REASON'] })).toEqual({
      facts: { on: '2026-11-26', documentNumber: '12-QĐ/ĐU', certificateNumber: null, receivedOn: null, provinceConsentNumber: null, upperConsentNumber: null, removalGround: null, reason: 'x', vote: null },
    });
  });

  it('is refused where a fact that the step needs is not there, all of them at once', () => {
    expect(read({ on: ' ' }, { facts: ['VOTE', 'REASON'], optionalFacts: ['DOCUMENT_NUMBER'] })).toEqual({ problems: { on: 'missing', vote: 'missing', reason: 'missing' } });
  });

  it('is refused where there is no such day', () => {
    expect(read({ on: '31/02/2026', receivedOn: '30/02/2026' }, { facts: [], optionalFacts: ['RECEIVED_ON'] })).toEqual({ problems: { on: 'no day', receivedOn: 'no day' } });
  });

  it('takes a vote as three whole numbers and judges none of them', () => {
    const facts = { facts: ['VOTE'], optionalFacts: [] } as const;
    expect(read({ base: '13', present: '20', inFavour: '1' }, facts)).toMatchObject({ facts: { vote: { base: 13, present: 20, inFavour: 1 } } });
    expect(read({ base: '13', present: '9,5', inFavour: '9' }, facts)).toEqual({ problems: { vote: 'not whole' } });
    expect(read({ base: '13' }, facts)).toEqual({ problems: { vote: 'not whole' } });
  });

  it('leaves an optional fact out where it is empty', () => {
    expect(read({}, { facts: [], optionalFacts: ['DOCUMENT_NUMBER', 'VOTE', 'RECEIVED_ON'] })).toMatchObject({ facts: { documentNumber: null, vote: null, receivedOn: null } });
  });
});
