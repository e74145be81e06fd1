// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { maskFragments } from 'gql.tada';
import { afterEach, describe, expect, it } from 'vitest';
import { LanguageProvider, loadLanguage } from '../../shared/messages/LanguageProvider.tsx';
import { AgainstFields } from './against.ts';
import { TargetAmount, TargetLines } from './TargetLines.tsx';

afterEach(cleanup);

const reached = { kind: 'EXACT', remainingLow: 0, expectedLow: null, shortOfPace: 0 } as const;
const besides = {
  'long-an': { value: 6_311, target: { ...reached, low: 6_300, high: 6_300, percentOfLow: 100.2, percentOfHigh: 100.2, standing: 'EXCEEDED' } },
  'of nothing': { value: 3, target: { ...reached, low: 0, high: 0, percentOfLow: null, percentOfHigh: null, standing: 'NO_TARGET' } },
  'nobody of five': { value: 0, target: { ...reached, low: 5, high: 5, percentOfLow: 0, percentOfHigh: 0, remainingLow: 5, standing: 'NOT_MET' } },
} as const;

async function show(of: keyof typeof besides, language: 'VI' | 'EN' = 'VI'): Promise<string> {
  const figure = maskFragments([AgainstFields], { ...besides[of], samePeriodLastYear: null });
  render(
    <LanguageProvider initial={await loadLanguage(language)}>
      <div data-testid="beside">
        <TargetAmount figure={figure} /> <TargetLines figure={figure} to="2024-06-30" withBar={false} />
      </div>
    </LanguageProvider>,
  );
  return screen.getByTestId('beside').textContent;
}

describe('a figure beside its target', () => {
  it('TV-S3-B: tells that 6,311 of 6,300 are 100.2 % and 11 more than asked', async () => {
    expect(await show('long-an')).toContain('/ 6.300 100,2% chỉ tiêu · vượt 11');
    cleanup();
    expect(await show('long-an', 'EN')).toContain('/ 6,300 100.2% of the target · exceeded by 11');
  });

  it('TV-T-E: has a dash for a per cent of 0, and 0.0 % for nobody of 5', async () => {
    expect(await show('of nothing')).toContain('/ 0 — · chưa giao chỉ tiêu');
    cleanup();
    expect(await show('nobody of five')).toContain('/ 5 0,0% chỉ tiêu · còn 5');
  });
});
