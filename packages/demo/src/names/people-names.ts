import type { Random } from '../chance/random.ts';
import { Weighted } from '../chance/weighted.ts';
import type { DemoGender } from '../types.ts';

const family = new Weighted([
  ['Nguyễn', 30], ['Trần', 12], ['Lê', 10], ['Phạm', 8], ['Huỳnh', 5], ['Vũ', 5], ['Đặng', 4], ['Bùi', 4], ['Đỗ', 3], ['Ngô', 2],
  ['Dương', 2], ['Đoàn', 2], ['Mai', 2], ['Trịnh', 1], ['Lương', 1], ['Tạ', 1], ['Cao', 1], ['Châu', 1], ['Kiều', 1], ['Thái', 1],
]);

const middles: Record<DemoGender, string[]> = {
  M: ['Văn', 'Hữu', 'Đình', 'Công', 'Bá', 'Viết', 'Thế', 'Gia', 'Khắc', 'Quốc', 'Mạnh', 'Duy', 'Anh', 'Thanh', 'Nhật', 'Trọng', 'Hoài', 'Vĩnh'],
  F: ['Thị', 'Thị', 'Thị', 'Ngọc', 'Thu', 'Thanh', 'Bích', 'Hoài', 'Diệu', 'Khánh', 'Quỳnh', 'Mỹ', 'Kiều', 'Tuyết', 'Lệ', 'Hồng'],
};

const givens: Record<DemoGender, string[]> = {
  M: [
    'Bách', 'Bằng', 'Chương', 'Danh', 'Đạt', 'Điền', 'Giáp', 'Hào', 'Hậu', 'Hiển', 'Hoạt', 'Huân', 'Hưởng', 'Khải', 'Khoa', 'Khôi',
    'Kiên', 'Lãm', 'Lộc', 'Luân', 'Mạnh', 'Nhân', 'Nhuận', 'Phát', 'Quảng', 'Quý', 'Sáng', 'Soạn', 'Tài', 'Thạch', 'Thiện',
    'Thuận', 'Thụy', 'Tiến', 'Toàn', 'Tùng', 'Tường', 'Vinh', 'Xuyên',
  ],
  F: [
    'An', 'Chi', 'Cúc', 'Diễm', 'Dịu', 'Duyên', 'Giang', 'Hà', 'Hằng', 'Hậu', 'Hiền', 'Hoa', 'Hòa', 'Huệ', 'Hương', 'Lan', 'Liên', 'Loan',
    'Lụa', 'Mai', 'Mận', 'Mơ', 'Nga', 'Ngà', 'Nguyệt', 'Nhàn', 'Nhung', 'Oanh', 'Phương', 'Quyên', 'Sen', 'Tâm', 'Thảo', 'Thơm', 'Thủy', 'Trang',
    'Trinh', 'Uyên', 'Vân', 'Xuân', 'Yến',
  ],
};

/** Groups of the Central Highlands and of the mountains south of them: a mark of gender, then the name. */
const highland = new Set(['10', '11', '12', '15', '16', '18', '19', '20', '24', '25', '27', '28', '29', '30']);
const highlandMarks: Record<DemoGender, string[]> = { M: ['A', 'Y', 'K’'], F: ['Y', 'H’', 'Ka'] };
const highlandGivens: Record<DemoGender, string[]> = {
  M: ['Bhiông', 'Dít', 'Glao', 'Khanh', 'Krơi', 'Lăng', 'Nhơi', 'Rơn', 'Sương', 'Thuyn', 'Blước', 'Tiêng'],
  F: ['Minh', 'Blưn', 'Dôih', 'Hnhiên', 'Loen', 'Mrang', 'Nhiêm', 'Rim', 'Sơi', 'Thưm', 'Vưi', 'Zơn'],
};
const highlandClans = ['Niê', 'Êban', 'Bling', 'Riah', 'Zơrâm', 'Ploong', 'Tơngôl', 'Alăng'];

/** Families often met in other groups; those not listed use the common ones. */
const familiesOfGroup: Record<string, string[]> = {
  '02': ['Nông', 'Hà', 'Ma', 'Lương'],
  '03': ['Lò', 'Quàng', 'Lường', 'Vi'],
  '04': ['Quách', 'Bùi', 'Đinh', 'Bạch'],
  '05': ['Thạch', 'Danh', 'Kiên', 'Kim'],
  '06': ['Quan', 'Lâm', 'Mã', 'Vương'],
  '07': ['Nông', 'Lục', 'Hứa', 'Triệu'],
  '14': ['Bá', 'Thành', 'Thiên', 'Lưu'],
};

function highlandName(random: Random, gender: DemoGender): string {
  const mark = random.pick(highlandMarks[gender]);
  const own = mark.endsWith('’') ? mark + random.pick(highlandGivens[gender]) : `${mark} ${random.pick(highlandGivens[gender])}`;
  return random.chance(0.6) ? `${own} ${random.pick(highlandClans)}` : own;
}

/** An invented full name that fits a gender and an ethnic group. */
export function fullName(random: Random, gender: DemoGender, ethnicGroup: string): string {
  if (highland.has(ethnicGroup)) return highlandName(random, gender);
  const families = familiesOfGroup[ethnicGroup];
  const first = families === undefined ? family.draw(random) : random.pick(families);
  const middle = random.pick(middles[gender]);
  const second = random.chance(0.5) ? random.pick(middles[gender]) : middle;
  const isPlain = second === middle || second === 'Văn' || second === 'Thị';
  return `${first} ${isPlain ? middle : `${middle} ${second}`} ${random.pick(givens[gender])}`;
}
