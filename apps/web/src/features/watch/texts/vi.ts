import type { WatchList } from '@banyan/schema/watch';

/** The Vietnamese texts of watch lists. */
export const vi = {
  title: 'Cần lưu ý',
  tabs: 'Các danh sách',
  file: 'can-luu-y',
  none: 'Không có đơn vị nào trong danh sách này.',
  of: (count: string, base: string) => `${count} trên ${base}`,
  rows: (from: string, to: string, total: string) => `Dòng ${from}–${to} trên ${total}`,
  unit: 'Đơn vị',
  person: 'Người',
  place: 'Thôn, tổ dân phố',
  never: 'chưa ghi nhận lần kết nạp nào',
  since: {
    SOURCES_WITHOUT_ADMISSION: 'Giấy chứng nhận sớm nhất',
    NO_ADMISSION: 'Lần kết nạp cuối, hoặc ngày thành lập',
    NO_SOURCE: '',
    BEHIND_PACE: '',
    RATE_BELOW: '',
    CERTIFICATES_EXPIRING: 'Ngày dùng cuối cùng',
    PLACES: 'Có từ ngày',
  } satisfies Record<WatchList, string>,
  count: {
    SOURCES_WITHOUT_ADMISSION: 'Nguồn có chứng nhận',
    NO_ADMISSION: '',
    NO_SOURCE: '',
    BEHIND_PACE: 'Còn thiếu so với tiến độ',
    RATE_BELOW: 'Kết nạp',
    CERTIFICATES_EXPIRING: '',
    PLACES: '',
  } satisfies Record<WatchList, string>,
  percent: {
    SOURCES_WITHOUT_ADMISSION: '',
    NO_ADMISSION: '',
    NO_SOURCE: '',
    BEHIND_PACE: 'Đạt so với chỉ tiêu',
    RATE_BELOW: 'Tỷ lệ',
    CERTIFICATES_EXPIRING: '',
    PLACES: '',
  } satisfies Record<WatchList, string>,
  parameters: {
    tier: 'Cấp',
    years: 'Không kết nạp trong',
    yearsOf: (years: string) => `${years} năm`,
    term: 'cả nhiệm kỳ',
    period: 'Trong kỳ',
    tolerance: 'Cho phép chậm',
    percent: 'Mức định hướng',
    base: 'So với',
    months: 'Hết hạn trong',
    monthsOf: (months: string) => `${months} tháng`,
    places: 'Thiếu',
  },
};

/** The texts of either language. */
export type WatchPageTexts = typeof vi;
