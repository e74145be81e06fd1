import type { Attainment, GuidelineStanding, Indicator, Pace, SplitWay, SumRule, TargetBase, TargetKind, TargetRefusalCode } from '../targets.ts';

/** Words of targets, in Vietnamese. */
export const viTargets = {
  indicators: {
    ADMITTED: 'Kết nạp đảng viên',
    RECOGNISED: 'Công nhận đảng viên chính thức',
    LISTED: 'Đưa vào danh sách cảm tình Đảng',
    CERTIFIED: 'Học xong lớp bồi dưỡng nhận thức về Đảng',
    UNITS_FOUNDED: 'Thành lập tổ chức đảng',
    PLACES_WITHOUT_CELL: 'Thôn, tổ dân phố chưa có chi bộ',
  } satisfies Record<Indicator, string>,
  kinds: {
    EXACT: 'Đúng một số',
    MINIMUM: 'Ít nhất',
    RANGE: 'Trong khoảng',
    RATE: 'Tỷ lệ ít nhất',
    RATE_RANGE: 'Tỷ lệ trong khoảng',
    REDUCE_TO: 'Giảm xuống còn',
  } satisfies Record<TargetKind, string>,
  bases: {
    STOCK_AT_TERM_START: 'đảng viên đầu nhiệm kỳ',
    STOCK_AT_YEAR_START: 'đảng viên đầu năm',
    STOCK_AT_PERIOD_END: 'đảng viên cuối kỳ',
    AVERAGE_STOCK: 'đảng viên bình quân trong kỳ',
    FIXED_NUMBER: 'số đảng viên ấn định',
  } satisfies Record<TargetBase, string>,
  sumRules: {
    EXACTLY: 'Tổng giao cho cấp dưới bằng đúng chỉ tiêu được giao',
    NOT_BELOW: 'Tổng giao cho cấp dưới không thấp hơn chỉ tiêu được giao',
    WITH_RESERVE: 'Tổng giao cho cấp dưới cộng phần dự phòng bằng đúng chỉ tiêu được giao',
  } satisfies Record<SumRule, string>,
  attainments: { NO_TARGET: 'Chưa có chỉ tiêu', NOT_MET: 'Chưa đạt', MET: 'Đạt', EXCEEDED: 'Vượt' } satisfies Record<Attainment, string>,
  paces: { BEHIND: 'Chậm nhịp', ON_PACE: 'Đúng nhịp', AHEAD: 'Nhanh hơn nhịp', NOT_ASSESSED: 'Chưa đánh giá' } satisfies Record<Pace, string>,
  guideline: { BELOW: 'Dưới định hướng', WITHIN: 'Trong định hướng', ABOVE: 'Trên định hướng' } satisfies Record<GuidelineStanding, string>,
  splitWays: { MEMBERS: 'Theo số đảng viên', LAST_YEAR: 'Theo kết quả năm trước', POOL: 'Theo nguồn hiện có', EQUAL: 'Chia đều' } satisfies Record<SplitWay, string>,
  refusals: {
    SIGNED_OUT: 'Phiên làm việc đã kết thúc. Hãy đăng nhập lại.',
    NOT_FOUND: 'Không tìm thấy.',
    FORBIDDEN_FOR_ROLE: 'Vai trò đang dùng không được giao chỉ tiêu.',
    NOT_YOUR_BODY: 'Chỉ tiêu này do cấp trên giao; chỉ cấp đã giao mới điều chỉnh được.',
    PART_OF_ALLOCATION: 'Chỉ tiêu này là một phần của phân bổ ở cấp trên. Hãy điều chỉnh bằng một lần phân bổ mới.',
    VERSION_CONFLICT: 'Người khác vừa thay đổi chỉ tiêu này. Hãy xem lại rồi ghi.',
    FACT_MISSING: 'Còn thiếu mục này.',
    TEXT_NOT_POSSIBLE: 'Có ký tự không nhìn thấy, hoặc quá dài.',
    KEY_USED_OTHERWISE: 'Khóa chống ghi trùng này đã dùng cho nội dung khác.',
    NUMBER_NOT_POSSIBLE: 'Phải là số nguyên từ 0 trở lên (tỷ lệ: từ 0 đến 100, tối đa hai chữ số thập phân).',
    RANGE_UPSIDE_DOWN: 'Mức thấp không thể lớn hơn mức cao.',
    BASE_MISSING: 'Chỉ tiêu tỷ lệ phải nói rõ tính trên số đảng viên nào.',
    KIND_NOT_POSSIBLE: 'Cách đặt này không hợp với chỉ tiêu ấy.',
    SLICE_NOT_POSSIBLE: 'Không chia được chỉ tiêu này theo nhóm ấy.',
    PERIOD_NOT_POSSIBLE: 'Kỳ không hợp lệ, hoặc đơn vị không có nhiệm kỳ vào ngày ấy.',
    PERIOD_ENDED: 'Kỳ này đã kết thúc, không giao hay điều chỉnh được nữa.',
    DATES_NOT_IN_ORDER: 'Ngày ban hành không thể trước lần giao trước.',
    UNIT_CLOSED: 'Đơn vị đã kết thúc hoạt động trong kỳ.',
    UNIT_GETS_NONE: 'Đơn vị này không chia chỉ tiêu cho cấp dưới được.',
    TARGET_EXISTS: 'Đơn vị đã có chỉ tiêu này cho kỳ ấy. Hãy điều chỉnh chỉ tiêu đã có.',
    UNCHANGED: 'Không có gì thay đổi so với lần trước.',
    REASON_MISSING: 'Điều chỉnh phải nêu lý do.',
    NOTE_MISSING: 'Giao 0 phải ghi lý do.',
    UNIT_NOT_BELOW: 'Đơn vị này không trực thuộc đơn vị đang giao.',
    UNIT_TWICE: 'Đơn vị này có hai dòng.',
    UNIT_MISSING: 'Đơn vị này đã được giao chỉ tiêu mà không có trong lần phân bổ mới.',
    SUM_NOT_EXACT: 'Tổng phân bổ chưa bằng đúng chỉ tiêu được giao.',
    SUM_BELOW: 'Tổng phân bổ còn thấp hơn chỉ tiêu được giao.',
    SUM_ABOVE: 'Tổng phân bổ cao hơn mức phải giảm xuống.',
    RESERVE_NOT_POSSIBLE: 'Chỉ phân bổ có dự phòng mới được để lại phần dự phòng.',
    RULE_NOT_POSSIBLE: 'Chỉ tiêu tỷ lệ được phân bổ theo cách "không thấp hơn".',
  } satisfies Record<TargetRefusalCode, string>,
  /** What an allocation lacks or has too much, after the sentence of its rule. */
  sums: {
    held: 'Đã phân bổ đủ',
    left: (count: string) => `còn ${count}`,
    over: (count: string) => `thừa ${count}`,
  },
};

/** The words of targets, in any language. */
export type TargetTexts = typeof viTargets;
