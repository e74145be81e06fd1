import { describe, expect, it } from 'vitest';
import { timelineGroups } from './timeline-groups.ts';

const line = (id: string, candidacy: string, step = 'LISTED', reverses: string | null = null) => ({ __typename: 'TimelineStep' as const, id, step, reverses, candidacy: { id: candidacy } });
const letter = { __typename: 'TransferEvent' as const, becomes: 'ISSUED' };
const correction = { __typename: 'Correction' as const, id: 'x' };

describe('the groups of the timeline', () => {
  it('are the ways in the order in which they began, each with what happened meanwhile', () => {
    const [first, over, second, listed] = [line('a', '1', 'IDENTIFIED'), line('b', '1', 'DROPPED'), line('c', '2', 'IDENTIFIED'), line('d', '2')];
    expect(timelineGroups([letter, first, over, correction, second, listed, letter])).toEqual([
      { candidacy: { id: '1' }, rows: [{ other: letter }, { line: first, undoneBy: null }, { line: over, undoneBy: null }, { other: correction }] },
      { candidacy: { id: '2' }, rows: [{ line: second, undoneBy: null }, { line: listed, undoneBy: null }, { other: letter }] },
    ]);
  });

  it('keep a certificate from before with the way that it was used in', () => {
    const [old, first, second] = [line('c', '2', 'CERTIFIED'), line('a', '1', 'IDENTIFIED'), line('b', '2', 'IDENTIFIED')];
    expect(timelineGroups([old, first, second]).map(({ rows }) => rows.length)).toEqual([1, 2]);
  });

  it('put what undid a line beside it, also where that was the taking up', () => {
    const [wrong, undoing, anew] = [line('a', '1', 'TAKEN_UP'), line('b', '1', 'TAKEN_UP', 'a'), line('c', '2', 'TAKEN_UP')];
    expect(timelineGroups([wrong, undoing, anew])).toEqual([
      { candidacy: { id: '1' }, rows: [{ line: wrong, undoneBy: undoing }] },
      { candidacy: { id: '2' }, rows: [{ line: anew, undoneBy: null }] },
    ]);
  });

  it('are one without a way where none is on record', () => {
    expect(timelineGroups([letter, correction])).toEqual([{ candidacy: null, rows: [{ other: letter }, { other: correction }] }]);
  });
});
