import { expect, test } from 'vitest';
import { rule } from '../../../../test/rule.ts';
import { getRulePack } from './rule-pack.ts';
import { judgeTogether, type Confirmed } from './together.ts';

const nothing: Confirmed = { basis: null, since: null };
const judged = (known: string | null, confirmed: Confirmed = nothing, code = 'RULES_2025') => judgeTogether('2026-03-01', known, confirmed, getRulePack(code));

rule('người giới thiệu cùng công tác, lao động, học tập ít nhất 12 tháng trong một tổ chức cơ sở đảng', 'Điều lệ Đảng, điều 4; QĐ 24-QĐ/TW', () => {
  test('twelve months by the records ask for nothing else; a day less is not enough', () => {
    expect(judged('2025-03-01')).toEqual({ basis: 'RECORDS', since: '2025-03-01' });
    expect(judged('2025-03-02')).toEqual({ refused: { code: 'TOGETHER_NOT_KNOWN', field: 'together' } });
  });
  test('what the records do not show is confirmed, since a day that is twelve months ago', () => {
    expect(judged(null, { basis: 'SHARED_WORK', since: '2025-03-01' })).toEqual({ basis: 'SHARED_WORK', since: '2025-03-01' });
    expect(judged(null, { basis: 'SHARED_WORK', since: '2025-03-02' })).toEqual({ refused: { code: 'TOGETHER_TOO_SHORT', field: 'togetherSince', limit: { until: '2025-03-01' } } });
    expect(judged(null, { basis: 'SHARED_WORK', since: null })).toEqual({ refused: { code: 'FACT_MISSING', field: 'togetherSince' } });
  });
});

rule('từ năm 2021, đảng viên chính thức cùng nơi cư trú cũng giới thiệu được', 'QĐ 24-QĐ/TW', () => {
  test.each([['RULES_2016', { refused: { code: 'NOT_BY_RESIDENCE', field: 'together' } }], ['RULES_2021', { basis: 'SAME_RESIDENCE', since: null }], ['RULES_2025', { basis: 'SAME_RESIDENCE', since: null }]])('under %s', (code, found) => {
    expect(judged(null, { basis: 'SAME_RESIDENCE', since: null }, code)).toEqual(found);
  });
});
