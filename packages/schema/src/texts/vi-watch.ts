import type { PlaceGap, WatchedTier, WatchList } from '../watch.ts';

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
  tiers: { CELLS: 'Chi bộ', ORGANISATIONS: 'Tổ chức cơ sở đảng' } satisfies Record<WatchedTier, string>,
  gaps: { WITHOUT_CELL: 'Chưa có chi bộ', SHARED_CELL: 'Sinh hoạt chi bộ ghép', WITHOUT_MEMBER: 'Chưa có đảng viên' } satisfies Record<PlaceGap, string>,
};

/** The words in either language. */
export type WatchTexts = typeof viWatch;
