import { describe, expect, it } from 'vitest';
import { processLine, type LineSource } from './process-line.ts';
import { timelineRows } from './timeline-rows.ts';

const line = (step: string, on: string, more: Partial<LineSource['timeline'][number]> = {}) => ({ step, on, dueOn: null, isLate: false, isUndone: false, reverses: null, ...more });

const source: LineSource = {
  stage: 'CEREMONY',
  beganOn: '2025-01-10',
  fileOpenedOn: '2025-09-01',
  cellProposedOn: '2026-02-01',
  admissionDecidedOn: '2026-07-01',
  ceremonyOn: null,
  recognitionDecidedOn: null,
  officialOn: null,
  deadline: { dueOn: '2026-08-12', isOverdue: false },
  timeline: [line('IDENTIFIED', '2025-01-10'), line('CERTIFIED', '2025-06-01'), line('ADMISSION_DECIDED', '2026-07-01', { dueOn: '2026-05-04', isLate: true })],
};

describe('the line of the stages', () => {
  it('says when each stage was reached and which is to come', () => {
    expect(processLine(source).map(({ stage, reachedOn, standing }) => [stage, reachedOn, standing])).toEqual([
      ['SOURCES', '2025-01-10', 'DONE'],
      ['AWARENESS_CLASS', '2025-06-01', 'DONE'],
      ['FILE', '2025-09-01', 'DONE'],
      ['APPROVAL', '2026-02-01', 'DONE'],
      ['CEREMONY', '2026-07-01', 'CURRENT'],
      ['PROBATION', null, 'AHEAD'],
      ['OFFICIAL', null, 'AHEAD'],
    ]);
  });

  it('is late in the stage in which the limit passed, and nowhere else', () => {
    expect(processLine(source).filter(({ isLate }) => isLate).map(({ stage, dueOn }) => [stage, dueOn])).toEqual([['APPROVAL', '2026-05-04']]);
  });

  it('shows the limit that runs where the file is', () => {
    expect(processLine(source)[4]).toMatchObject({ dueOn: '2026-08-12', isLate: false });
    expect(processLine({ ...source, deadline: { dueOn: '2026-08-12', isOverdue: true } })[4]).toMatchObject({ isLate: true });
  });

  it('is late in probation where the recognition came late, though it counts from the end of probation', () => {
    const recognised = {
      ...source,
      stage: 'OFFICIAL' as const,
      ceremonyOn: '2026-08-01',
      recognitionDecidedOn: '2027-12-01',
      officialOn: '2027-08-01',
      deadline: null,
      timeline: [line('CEREMONY_HELD', '2026-08-01', { dueOn: '2026-08-12' }), line('RECOGNISED', '2027-12-01', { dueOn: '2027-10-20', isLate: true })],
    };
    expect(processLine(recognised).filter(({ dueOn }) => dueOn !== null).map(({ stage, dueOn }) => [stage, dueOn])).toEqual([['PROBATION', '2027-10-20']]);
  });

  it('forgets what was undone', () => {
    const undone = { ...source, timeline: [line('IDENTIFIED', '2025-01-10'), line('CERTIFIED', '2025-06-01', { isUndone: true }), line('CERTIFIED', '2025-06-01', { reverses: 'a' })] };
    expect(processLine(undone)[1]).toMatchObject({ reachedOn: null });
  });

  it('ends where the file was dropped', () => {
    expect(processLine({ ...source, stage: 'CLOSED', admissionDecidedOn: null, deadline: null }).map(({ standing }) => standing)).toEqual(['DONE', 'DONE', 'DONE', 'CURRENT', 'AHEAD', 'AHEAD', 'AHEAD']);
  });

  it('of a member who was taken up says nothing of before, and ends as official where no ceremony is on record', () => {
    const known = { ...source, stage: 'CLOSED' as const, fileOpenedOn: null, cellProposedOn: null, admissionDecidedOn: null, deadline: null };
    const old = { ...known, timeline: [line('TAKEN_UP', '2015-01-01'), line('DECEASED', '2026-02-03')] };
    expect(processLine(old).map(({ reachedOn, standing }) => [reachedOn, standing])).toEqual([...Array.from({ length: 6 }, () => [null, 'DONE']), [null, 'CURRENT']]);
    const probationary = { ...known, ceremonyOn: '2025-03-10', timeline: [line('TAKEN_UP', '2025-03-10'), line('DECEASED', '2026-02-03')] };
    expect(processLine(probationary).map(({ standing }) => standing).indexOf('CURRENT')).toBe(5);
  });
});

describe('the timeline', () => {
  it('puts what undid a line beside that line', () => {
    const lines = [
      { id: 'a', reverses: null },
      { id: 'b', reverses: null },
      { id: 'c', reverses: 'b' },
    ];
    expect(timelineRows(lines)).toEqual([
      { line: lines[0], undoneBy: null },
      { line: lines[1], undoneBy: lines[2] },
    ]);
  });
});
