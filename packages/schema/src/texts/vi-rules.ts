import type { Power, RuleRefusalCode } from '../rules.ts';

/** Words of powers and holidays, in Vietnamese. */
export const viRules = {
  powers: {
    DECIDES_ADMISSIONS: 'Quyết định kết nạp và công nhận chính thức',
    ISSUES_TARGETS: 'Giao chỉ tiêu',
    CLASSIFIES: 'Xếp loại chất lượng',
  } satisfies Record<Power, string>,
  refusals: {
    SIGNED_OUT: 'Phiên làm việc đã kết thúc. Hãy đăng nhập lại.',
    NOT_FOUND: 'Không tìm thấy.',
    FORBIDDEN_FOR_ROLE: 'Vai trò đang dùng không được thay đổi điều này.',
    NOT_YOUR_BODY: 'Quyền này do cấp ủy cấp trên có thẩm quyền giao và kết thúc.',
    VERSION_CONFLICT: 'Người khác vừa thay đổi. Hãy xem lại rồi ghi.',
    FACT_MISSING: 'Còn thiếu mục này.',
    TEXT_NOT_POSSIBLE: 'Có ký tự không nhìn thấy, hoặc quá dài.',
    KEY_USED_OTHERWISE: 'Khóa chống ghi trùng này đã dùng cho nội dung khác.',
    DAY_NOT_POSSIBLE: 'Lịch làm việc được giữ từ năm 2016 đến năm năm tới.',
    WEEKEND: 'Thứ bảy và chủ nhật vốn không tính là ngày làm việc.',
    UNIT_CANNOT_HOLD: 'Chỉ giao được cho đảng ủy cơ sở chưa có quyền này theo loại hình tổ chức.',
    DATES_NOT_IN_ORDER: 'Ngày cuối không thể trước ngày đầu.',
    PERIODS_OVERLAP: 'Đơn vị đã có quyền này trong một phần của thời gian ấy.',
    ALREADY_ENDED: 'Quyền này đã kết thúc vào ngày ấy hoặc sớm hơn.',
  } satisfies Record<RuleRefusalCode, string>,
};

/** The words of powers and holidays, in any language. */
export type RulesTexts = typeof viRules;
