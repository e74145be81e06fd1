import { usualWatch, type PlaceGap, type WatchedTier, type WatchList } from '../watch.ts';

/** Words of watch lists, in Vietnamese. */
export const viWatch = {
  lists: {
    SOURCES_WITHOUT_ADMISSION: 'Có nguồn nhưng không kết nạp',
    NO_ADMISSION: 'Nhiều năm không kết nạp',
    NO_SOURCE: 'Không có nguồn',
    BEHIND_PACE: 'Chậm tiến độ chỉ tiêu',
    RATE_BELOW: 'Tỷ lệ kết nạp dưới mức định hướng',
    CERTIFICATES_EXPIRING: 'Giấy chứng nhận sắp hết hạn',
    PLACES: 'Thôn, tổ dân phố trắng',
  } satisfies Record<WatchList, string>,
  /** By what each list is made where nobody chose, in a year. */
  usual: (year: string, before: string) => ({
    SOURCES_WITHOUT_ADMISSION: `chi bộ, năm ${year}`,
    NO_ADMISSION: `chi bộ, trong ${usualWatch.years} năm`,
    NO_SOURCE: 'chi bộ',
    BEHIND_PACE: `năm ${year}, cho phép chậm ${usualWatch.tolerance} %`,
    RATE_BELOW: `dưới ${usualWatch.percent} % số đảng viên đầu năm ${before}`,
    CERTIFICATES_EXPIRING: `trong ${usualWatch.months} tháng`,
    PLACES: 'chưa có chi bộ',
  }) satisfies Record<WatchList, string>,
  tiers: { CELLS: 'Chi bộ', ORGANISATIONS: 'Tổ chức cơ sở đảng' } satisfies Record<WatchedTier, string>,
  gaps: { WITHOUT_CELL: 'Chưa có chi bộ', SHARED_CELL: 'Sinh hoạt chi bộ ghép', WITHOUT_MEMBER: 'Chưa có đảng viên' } satisfies Record<PlaceGap, string>,
};

/** The words in either language. */
export type WatchTexts = typeof viWatch;
