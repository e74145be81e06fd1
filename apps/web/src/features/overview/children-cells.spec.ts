import { expect, it } from 'vitest';
import { csvOf } from '../../shared/download/csv.ts';
import { vi as m } from '../../shared/messages/vi.ts';
import { childrenCells } from './children-cells.ts';
import type { ChildRow } from './child-row.ts';

const row: ChildRow = { id: '1', code: 'tinh.a', name: 'Chi bộ "A"', kind: 'CELL', kindName: 'Chi bộ', admitted: 3, members: 20, rate: 15, rateHidden: false, against: 'LAST_YEAR', before: 4, difference: -1, percent: 75, standing: 'FEWER', pace: null, below: [] };

it('tells of each unit what the table tells, hidden numbers as hidden and missing rates as nothing', () => {
  const rows = [row, { ...row, code: '=x', name: '=1+1', admitted: null, rate: null, rateHidden: true, before: null, difference: null, percent: null }, { ...row, code: 'tinh.c', name: 'C', rate: null }];
  expect(csvOf(childrenCells(rows, { m, periodLabel: 'Năm 2024', baseLabel: 'đảng viên đầu kỳ' }))).toBe(
    '\u{FEFF}Mã,Đơn vị,Loại,Kết nạp (Năm 2024),Đảng viên,Kết nạp trên 100 đảng viên đầu kỳ,Cùng kỳ,Chênh lệch,So cùng kỳ\r\n' +
    'tinh.a,"Chi bộ ""A""",Chi bộ,3,20,15,4,-1,75\r\n' +
    "'=x,'=1+1,Chi bộ,Ẩn,20,Ẩn,,,\r\n" +
    'tinh.c,C,Chi bộ,3,20,,4,-1,75\r\n',
  );
});
