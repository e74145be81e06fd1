// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LanguageProvider, loadLanguage } from '../../../shared/messages/LanguageProvider.tsx';
import { StepChoices } from './StepChoices.tsx';
import type { StepChoice, StepFile } from './use-recording.ts';

afterEach(cleanup);

const choice = (more: Partial<StepChoice>): StepChoice => ({
  step: 'WITHDRAWN', leadsTo: 'WITHDRAWN', by: 'CELL', unit: { id: 'c', name: 'Chi bộ 1' }, facts: [], optionalFacts: [], isAwaited: false, viewerCan: true, viewerCannotBecause: null, possibleFrom: null, warnings: [], removalGrounds: [], ...more,
});

const file = {
  state: 'SUBMITTED',
  steps: [
    choice({ step: 'ADMISSION_DECIDED', leadsTo: 'ADMISSION_DECIDED', by: 'DECIDER', unit: { id: 'd', name: 'Đảng ủy trên' }, isAwaited: true, viewerCan: false, viewerCannotBecause: 'NOT_YOUR_BODY' }),
    choice({ step: 'RETURNED', leadsTo: 'RETURNED', by: 'DECIDER', viewerCan: false, viewerCannotBecause: 'FORBIDDEN_FOR_ROLE' }),
    choice({}),
  ],
} as unknown as StepFile;

describe('the list of steps', () => {
  it('names the step of another body with the reason, leaves out what the role never records, and chooses what can be recorded', async () => {
    const onChoose = vi.fn();
    render(
      <LanguageProvider initial={await loadLanguage('VI')}>
        <StepChoices file={file} onChoose={onChoose} onBack={undefined} />
      </LanguageProvider>,
    );
    const above = screen.getByRole('button', { name: /^Quyết định kết nạp/ });
    expect(above.getAttribute('aria-disabled')).toBe('true');
    expect(above.textContent).toContain('Bước này do cấp trên ghi. Cấp có thẩm quyền: Đảng ủy trên.');
    expect(screen.queryByRole('button', { name: /^Trả lại/ })).toBeNull();
    await userEvent.click(above);
    expect(onChoose).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: /^Tự rút/ }));
    expect(onChoose).toHaveBeenCalledWith('WITHDRAWN');
  });
});
