// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { Client } from 'urql';
import { Provider } from 'urql';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fromValue } from 'wonka';
import { LanguageProvider, loadLanguage } from '../../shared/messages/LanguageProvider.tsx';
import { noDocument, readChoice, sentDocument, writeChoice, type DocumentChoice } from './document-choice.ts';
import { DocumentField } from './DocumentField.tsx';

const register = [
  { id: 'a', number: '28-NQ/TU', issuedOn: '2026-01-10', title: 'Về kết nạp đảng viên', issuer: null, unit: { id: 'u', name: 'Đảng bộ tỉnh' } },
  { id: 'b', number: '28-CT/TW', issuedOn: '2019-01-21', title: 'Về nâng cao chất lượng', issuer: 'Ban Bí thư', unit: { id: 'u', name: 'Đảng bộ tỉnh' } },
];
const asked = vi.fn<(search: string | null) => { data?: object; error?: Error }>();
const changed = vi.fn<(choice: DocumentChoice, issuedOn: string | null) => void>();
const escaped = vi.fn<() => void>();
const heard = ({ key }: KeyboardEvent) => (key === 'Escape' ? escaped() : undefined);

/** A server that answers at once. */
const client = {
  executeQuery: (operation: { variables: { search: string | null } }) => fromValue({ ...asked(operation.variables.search), operation, stale: false, hasNext: false }),
} as unknown as Client;

function Form() {
  const [choice, setChoice] = useState(noDocument);
  return (
    <DocumentField
      label="Số văn bản"
      problem={undefined}
      value={choice}
      onChange={(next, issuedOn) => {
        changed(next, issuedOn);
        setChoice(next);
      }}
    />
  );
}

const field = () => screen.getByRole('combobox', { name: /^Số văn bản/ });
const press = (key: string) => fireEvent.keyDown(field(), { key });
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const pointed = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;

beforeEach(async () => {
  document.addEventListener('keydown', heard);
  asked.mockImplementation((search) => ({ data: { documents: { nodes: register.filter(({ number }) => number.includes(search ?? '')) } } }));
  render(
    <LanguageProvider initial={await loadLanguage('VI')}>
      <Provider value={client}>
        <Form />
      </Provider>
    </LanguageProvider>,
  );
});
afterEach(() => {
  cleanup();
  document.removeEventListener('keydown', heard);
  vi.resetAllMocks();
});

describe('while a number is typed', () => {
  it('documents of the register are offered with number, title, day and issuer, and counted aloud', async () => {
    expect(field().getAttribute('aria-expanded')).toBe('false');
    type(' 28 ');
    const list = await screen.findByRole('listbox', { name: 'Văn bản trong sổ' });
    await waitFor(() => expect(asked).toHaveBeenLastCalledWith('28'));
    expect(within(list).getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['28-NQ/TU Về kết nạp đảng viên10/01/2026 · Đảng bộ tỉnh', '28-CT/TW Về nâng cao chất lượng21/01/2019 · Ban Bí thư']);
    expect(field().getAttribute('aria-expanded')).toBe('true');
    expect(field().getAttribute('aria-controls')).toBe(list.id);
    expect(screen.getByRole('status').textContent).toBe('2 văn bản trong sổ. Dùng phím mũi tên để chọn.');
  });

  it('the register is not asked before, and says where it holds nothing or cannot be asked', async () => {
    expect(asked).not.toHaveBeenCalled();
    type('99');
    expect((await screen.findAllByText('Trong sổ không có văn bản nào như vậy.')).length).toBe(2);
    asked.mockReturnValue({ error: new Error('away') });
    type('28');
    expect((await screen.findAllByText('Lúc này không hỏi được sổ văn bản.')).length).toBe(2);
  });
});

describe('by keyboard', () => {
  it('arrows walk round, and Enter chooses with number and day, without sending the form', async () => {
    type('28');
    await screen.findByRole('listbox');
    expect(pointed()).toBeUndefined();
    press('ArrowDown');
    expect(pointed()).toContain('28-NQ/TU');
    press('ArrowUp');
    expect(pointed()).toContain('28-CT/TW');
    // A key that was taken sends no form.
    expect(press('Enter')).toBe(false);
    expect(changed).toHaveBeenLastCalledWith({ id: 'b', number: '28-CT/TW', title: 'Về nâng cao chất lượng' }, '2019-01-21');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(screen.getByRole('status').textContent).toBe('Đã chọn văn bản 28-CT/TW.');
    expect(screen.getByText('Trong sổ: Về nâng cao chất lượng')).toBeDefined();
  });

  it('Enter with nothing pointed at is left to the form', async () => {
    type('28');
    await screen.findByRole('listbox');
    expect(press('Enter')).toBe(true);
    expect(changed).toHaveBeenLastCalledWith({ id: null, number: '28', title: '' }, null);
  });

  it('Escape closes the list alone and keeps what was typed; the next one is for the form', async () => {
    type('28');
    await screen.findByRole('listbox');
    press('Escape');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(escaped).not.toHaveBeenCalled();
    expect(field()).toHaveProperty('value', '28');
    press('Escape');
    expect(escaped).toHaveBeenCalledOnce();
  });

  it('an arrow opens what is latest while nothing is typed', async () => {
    press('ArrowDown');
    expect(within(await screen.findByRole('listbox')).getAllByRole('option')).toHaveLength(2);
  });
});

it('a click chooses, and what is typed on lets go of it', async () => {
  fireEvent.click(field());
  fireEvent.click(await screen.findByRole('option', { name: /28-NQ/ }));
  expect(changed).toHaveBeenLastCalledWith({ id: 'a', number: '28-NQ/TU', title: 'Về kết nạp đảng viên' }, '2026-01-10');
  type('28-NQ/TU1');
  expect(changed).toHaveBeenLastCalledWith({ id: null, number: '28-NQ/TU1', title: '' }, null);
  expect(screen.queryByText(/^Trong sổ:/)).toBeNull();
});

it('leaving the field closes the list', async () => {
  type('28');
  await screen.findByRole('listbox');
  fireEvent.blur(field());
  expect(screen.queryByRole('listbox')).toBeNull();
});

it('a registered document is sent by its id, a number as it was typed, and nothing as nothing', () => {
  expect(sentDocument({ id: 'a', number: '28-NQ/TU', title: 'Về kết nạp' })).toEqual({ document: 'a', documentNumber: null });
  expect(sentDocument({ id: null, number: '5-NQ', title: '' })).toEqual({ document: null, documentNumber: '5-NQ' });
  expect(sentDocument({ id: null, number: '  ', title: '' })).toEqual({ document: null, documentNumber: null });
});

it.each([noDocument, { id: null, number: '5-NQ', title: '' }, { id: 'a', number: '28-NQ/TU', title: 'Về kết nạp' }])('a choice is read as it was written: %j', (choice) => {
  expect(readChoice(writeChoice(choice))).toEqual(choice);
});
