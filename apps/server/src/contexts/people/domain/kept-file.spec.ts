import { expect, test } from 'vitest';
import { rule } from '../../../../test/rule.ts';
import { fileNameOf, judgeFile, mediaTypeOf } from './kept-file.ts';

rule('tên của tệp đính kèm', 'quy ước của hệ thống', () => {
  test.each([
    ['Đơn xin vào Đảng.PDF', 'Đơn xin vào Đảng.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['C:\\Users\\x\\a.b.c', 'a.b.pdf'],
    ['don.pdf.exe', 'don.pdf.pdf'],
    ['', 'tep.pdf'],
    ['.htaccess', 'tep.pdf'],
    ['a"b*c:d<e>f|g?.pdf', 'a b c d e f g.pdf'],
    ['  nhiều   khoảng  trắng  ', 'nhiều khoảng trắng.pdf'],
  ])('of %j is %j', (sent, kept) => {
    expect(fileNameOf(sent, 'application/pdf')).toBe(kept);
  });

  test('is as long as the table takes, and whole', () => {
    const name = fileNameOf(`${'𝒟'.repeat(200)}.pdf`, 'application/pdf');
    expect([Array.from(name ?? '').length <= 120, name?.isWellFormed(), name?.endsWith('.pdf')]).toEqual([true, true, true]);
  });

  test.each(['a\u202Efdp.exe', 'a\0b.pdf', 'a\u200Bb.pdf', 'a\r\nb.pdf'])('is none for %j', (sent) => {
    expect(fileNameOf(sent, 'application/pdf')).toBeNull();
  });
});

rule('chỉ nhận tệp PDF hoặc ảnh, trong giới hạn dung lượng', 'quy ước của hệ thống', () => {
  test.each([
    ['%PDF-1.4', 'application/pdf'],
    ['\xFF\xD8\xFF\xE1', 'image/jpeg'],
    ['\x89PNG\r\n\x1A\n', 'image/png'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
    ['\0\0\0\x18ftypmif1', 'image/heic'],
    ['\0\0\0\x18ftypmp42', null],
    ['RIFF\0\0\0\0WAVEfmt ', null],
    [' %PDF-1.4', null],
    ['<svg xmlns=', null],
    ['GIF89a', null],
    ['PK\x03\x04', null],
  ])('bytes that begin with %j are %s', (first, mediaType) => {
    expect(mediaTypeOf(Buffer.from(first, 'latin1'))).toBe(mediaType);
  });

  test('a file has room up to each limit, the last byte included', () => {
    const limits = { FILE_BYTES: 10, PAPER_FILES: 2, CANDIDACY_BYTES: 30, ACCOUNT_DAY_BYTES: 40 };
    const room = { kind: 'APPLICATION', isThere: true, filesOfPaper: 1, bytesOfCandidacy: 20, bytesOfAccountToday: 30 } as const;
    expect(judgeFile(room, 10, limits)).toBeNull();
    expect(judgeFile(room, 11, limits)?.code).toBe('TOO_LARGE');
    expect(judgeFile({ ...room, filesOfPaper: 2 }, 10, limits)?.code).toBe('TOO_MANY_FILES');
    expect(judgeFile({ ...room, bytesOfCandidacy: 21 }, 10, limits)?.code).toBe('CANDIDACY_FULL');
    expect(judgeFile({ ...room, bytesOfAccountToday: 31 }, 10, limits)?.code).toBe('DAY_FULL');
    expect(judgeFile({ ...room, isThere: false }, 1, limits)?.code).toBe('NOT_THERE');
    expect(judgeFile({ ...room, kind: 'VERIFICATION' }, 1, limits)?.code).toBe('TAKES_NO_FILE');
  });
});
