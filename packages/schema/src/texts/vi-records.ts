import type { DocumentKind, DocumentOrder, DocumentOrigin, DocumentWarning, ObstacleStanding, RecordRefusalCode, ReminderStanding } from '../records.ts';

/** Words of what a unit keeps beside its people and figures, in Vietnamese. */
export const viRecords = {
  documentKinds: {
    RESOLUTION: 'Nghị quyết',
    DIRECTIVE: 'Chỉ thị',
    CONCLUSION: 'Kết luận',
    REGULATION: 'Quy định',
    WORKING_REGULATION: 'Quy chế',
    DECISION: 'Quyết định',
    PLAN: 'Kế hoạch',
    PROGRAMME: 'Chương trình',
    SCHEME: 'Đề án',
    GUIDANCE: 'Hướng dẫn',
    NOTICE: 'Thông báo',
    DISPATCH: 'Công văn',
  } satisfies Record<DocumentKind, string>,
  documentOrders: {
    LATEST: 'Mới ban hành trước',
    NUMBER: 'Theo số, ký hiệu',
  } satisfies Record<DocumentOrder, string>,
  documentOrigins: {
    OWN: 'Của đơn vị',
    BELOW: 'Của cấp dưới',
    ABOVE: 'Cấp trên gửi xuống',
  } satisfies Record<DocumentOrigin, string>,
  documentWarnings: {
    OLDER_THAN_IMPLEMENTED: 'Ngày ban hành trước ngày của văn bản mà nó thực hiện. Hãy kiểm tra lại ngày.',
    SAME_NUMBER_IN_YEAR: 'Trong năm này đơn vị đã có một văn bản cùng loại, cùng số.',
  } satisfies Record<DocumentWarning, string>,
  obstacleStandings: {
    OPEN: 'Chưa giải quyết',
    OVERDUE: 'Quá hạn',
    RESOLVED: 'Đã giải quyết',
  } satisfies Record<ObstacleStanding, string>,
  reminderStandings: {
    WAITING: 'Chờ trả lời',
    OVERDUE: 'Quá hạn trả lời',
    ANSWERED: 'Đã trả lời',
  } satisfies Record<ReminderStanding, string>,
  refusals: {
    SIGNED_OUT: 'Phiên làm việc đã kết thúc. Hãy đăng nhập lại.',
    NOT_FOUND: 'Không tìm thấy.',
    FORBIDDEN_FOR_ROLE: 'Vai trò đang dùng không được thay đổi điều này.',
    VERSION_CONFLICT: 'Người khác vừa thay đổi. Hãy xem lại rồi ghi.',
    FACT_MISSING: 'Còn thiếu mục này.',
    TEXT_NOT_POSSIBLE: 'Có ký tự không nhìn thấy, hoặc quá dài.',
    KEY_USED_OTHERWISE: 'Khóa chống ghi trùng này đã dùng cho nội dung khác.',
    DATE_IN_FUTURE: 'Ngày này chưa tới.',
    DATE_NOT_POSSIBLE: 'Ngày này không thể có.',
    DATES_NOT_IN_ORDER: 'Ngày sau không thể đứng trước ngày trước.',
    IMPLEMENTS_ITSELF: 'Văn bản không thể thực hiện chính nó, kể cả qua văn bản khác.',
    TAKEN_BACK: 'Mục này đã được rút.',
    PLAN_EXISTS: 'Đơn vị đã có kế hoạch của năm này.',
    YEAR_NOT_POSSIBLE: 'Kế hoạch được lập cho các năm từ 2000 đến năm năm tới.',
    PERIOD_NOT_IN_YEAR: 'Hãy chọn một tháng hoặc một quý trong năm của kế hoạch.',
    TOO_MANY: 'Một kế hoạch có nhiều nhất 200 việc.',
    ALREADY_DONE: 'Việc này đã ghi là xong.',
    NOT_DONE: 'Việc này chưa ghi là xong.',
    NOT_BELOW: 'Chỉ ghi được cho đơn vị cấp dưới của đơn vị đang dùng.',
    NOT_YOURS_TO_ANSWER: 'Đôn đốc này do đơn vị nhận trả lời.',
    LOCALITY_EXISTS: 'Đơn vị đã có thôn, tổ dân phố mang tên này.',
    TOO_MANY_LOCALITIES: 'Một đơn vị có nhiều nhất 200 thôn, tổ dân phố.',
  } satisfies Record<RecordRefusalCode, string>,
};

/** The words of what a unit keeps, in any language. */
export type RecordsTexts = typeof viRecords;
