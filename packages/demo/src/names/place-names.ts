import type { Random } from '../chance/random.ts';

/** Syllables of which commune names are commonly made, by region. */
export const placeSyllables = {
  north: {
    firsts: ['Hải', 'Giao', 'Nghĩa', 'Xuân', 'Minh', 'Đông', 'Tân', 'An', 'Quang', 'Hưng', 'Bình', 'Phú', 'Thái', 'Đại', 'Hòa', 'Việt'],
    seconds: [
      'Thịnh', 'Phong', 'Lạc', 'Hưng', 'Trung', 'Thanh', 'Phúc', 'Tiến', 'Sơn', 'Châu', 'Lộc', 'Hà', 'Tây', 'Nam',
      'Bắc', 'Cường', 'Minh', 'Quang', 'Đông', 'Giang',
    ],
  },
  centre: {
    firsts: ['Trà', 'Quảng', 'Tiên', 'Duy', 'Đại', 'Điện', 'Bình', 'Tam', 'Phú', 'Hàm', 'Gia', 'Vạn', 'Trường', 'Thanh', 'An'],
    seconds: ['Giang', 'Dương', 'Sơn', 'Mỹ', 'Lâm', 'Phong', 'Hòa', 'Trạch', 'Ninh', 'Thủy', 'Tân', 'Đốc', 'Kót', 'Bui', 'Lộc', 'Xuân', 'Lĩnh', 'An'],
  },
  south: {
    firsts: ['Long', 'Tân', 'Phước', 'Mỹ', 'Thạnh', 'Bình', 'Hòa', 'Vĩnh', 'An', 'Đức', 'Nhựt', 'Khánh', 'Hưng', 'Lạc', 'Thuận', 'Hậu'],
    seconds: [
      'Hòa', 'An', 'Thạnh', 'Lộc', 'Phú', 'Bình', 'Đông', 'Tây', 'Hiệp', 'Lợi', 'Trạch', 'Định', 'Châu', 'Phước',
      'Hưng', 'Mỹ', 'Điền', 'Sơn', 'Tân', 'Khánh',
    ],
  },
} as const;

export type Region = keyof typeof placeSyllables;

/** A source of place names of a region, never the same twice. */
export function placeNames(random: Random, region: Region): () => string {
  const { firsts, seconds } = placeSyllables[region];
  const names = random.shuffled(firsts.flatMap((first) => seconds.filter((second) => second !== first).map((second) => `${first} ${second}`)));
  let used = 0;
  return () => {
    const name = names[used % names.length] ?? '';
    const round = Math.floor(used / names.length);
    used += 1;
    return round === 0 ? name : `${name} ${round + 1}`;
  };
}

const brandFirsts = ['Ánh', 'Đông', 'Hoàng', 'Kim', 'Lam', 'Ngân', 'Phú', 'Sông', 'Tâm', 'Thiên', 'Trường', 'Vạn', 'Việt', 'Xanh'];
const brandSeconds = ['Cát', 'Dương', 'Giang', 'Hà', 'Khang', 'Lộc', 'Mai', 'Nguyên', 'Phát', 'Quang', 'Sen', 'Thịnh', 'Trúc', 'Vàm'];

/** An invented trade name. */
export function brandName(random: Random): string {
  return `${random.pick(brandFirsts)} ${random.pick(brandSeconds)}`;
}
