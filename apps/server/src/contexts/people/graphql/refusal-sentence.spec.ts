import { candidacyRefusalCodes, transferRefusalCodes } from '@banyan/schema/lifecycle';
import { personRefusalCodes } from '@banyan/schema/personal';
import { enLimits } from '@banyan/schema/texts/en-limits';
import { viLimits } from '@banyan/schema/texts/vi-limits';
import { describe, expect, test } from 'vitest';
import { limitOfText } from '../../../kernel/text.ts';
import { limitOfName } from '../domain/person-name.ts';
import { sentenceOf } from './refusal-sentence.ts';

const both = (refusal: Parameters<typeof sentenceOf>[0]) => [sentenceOf(refusal, 'VI', '-'), sentenceOf(refusal, 'EN', '-')];

describe('the sentence of a refusal', () => {
  test.each<[name: string, refusal: Parameters<typeof sentenceOf>[0], vi: string, en: string]>([
    ['names the step before it and its day', { code: 'DATE_BEFORE_LAST_STEP', field: 'on', limit: { from: '2025-12-08', step: 'ADMISSION_DECIDED' } }, 'Trước ngày 08/12/2025 (bước “Quyết định kết nạp”).', 'Before 08/12/2025 (the step “Admission decided”).'],
    ['names the fact whose day it is', { code: 'DATE_BEFORE_LAST_STEP', field: 'on', limit: { from: '2025-12-15', fact: 'RECEIVED_ON' } }, 'Trước ngày 15/12/2025 (ngày chi bộ nhận quyết định).', 'Before 15/12/2025 (day on which the cell received the decision).'],
    ['names the day alone where no step has it', { code: 'DATE_BEFORE_LAST_STEP', field: 'on', limit: { from: '2025-12-08', step: null } }, 'Trước ngày 08/12/2025.', 'Before 08/12/2025.'],
    ['says which number of a vote is larger than which', { code: 'VOTE_NOT_POSSIBLE', field: 'inFavour', limit: { given: 12, least: 0, most: 10 } }, '12 người tán thành, trong khi chỉ có 10 người có mặt.', '12 in favour, and only 10 present.'],
    ['counts what is too long', { code: 'TEXT_NOT_POSSIBLE', field: 'reason', limit: limitOfText('a'.repeat(10_000), 'note') }, 'Dài 10.000 ký tự, nhiều nhất là 1.000.', 'Its length is 10,000 characters; 1,000 is the most.'],
    ['finds what is not seen', { code: 'TEXT_NOT_POSSIBLE', field: 'reason', limit: limitOfText('Lý\u200B do', 'note') }, 'Ký tự thứ 3 không nhìn thấy được (U+200B). Hãy xóa ký tự đó.', 'Character 3 cannot be seen (U+200B). Please delete it.'],
    ['finds what is no sign of a name', { code: 'NAME_NOT_POSSIBLE', field: 'fullName', limit: limitOfName('Lò @ Mẩy') }, 'Không dùng được ký tự “@” (thứ 4).', 'The character “@” (number 4) cannot be used.'],
    ['says how long a name may be', { code: 'NAME_NOT_POSSIBLE', field: 'fullName', limit: limitOfName('L') }, 'Dài 1 ký tự: họ tên có từ 2 đến 100 ký tự.', 'Its length is 1; a name has 2 to 100 characters.'],
    ['has the words of its code where no limit is known', { code: 'DATE_BEFORE_LAST_STEP', field: 'on' }, '-', '-'],
    ['has the words of its code where the code has no sentence of its own', { code: 'NOT_FOUND', field: 'on', limit: { from: '2025-12-08' } }, '-', '-'],
  ])('%s', (_, refusal, vi, en) => {
    expect(both(refusal)).toEqual([vi, en]);
  });

  test('is of a code that there is, in both languages, and leaves nothing open', () => {
    const codes: readonly string[] = [...candidacyRefusalCodes, ...personRefusalCodes, ...transferRefusalCodes];
    expect(Object.keys(viLimits).filter((code) => !codes.includes(code))).toEqual([]);
    expect(Object.keys(enLimits).toSorted()).toEqual(Object.keys(viLimits).toSorted());
    const limit = { from: '2025-12-08', until: '2025-12-09', step: 'LISTED', given: 7, least: 8, most: 9 } as const;
    for (const code of Object.keys(viLimits)) {
      for (const sentence of both({ code, field: 'on', limit })) expect(sentence, code).not.toMatch(/undefined|null|^-$/);
    }
  });
});
