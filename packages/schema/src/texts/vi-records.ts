import type { DocumentKind, DocumentOrder, DocumentOrigin, DocumentWarning, RecordRefusalCode } from '../records.ts';

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
    IMPLEMENTS_ITSELF: 'Văn bản không thể thực hiện chính nó, kể cả qua văn bản khác.',
    TAKEN_BACK: 'Mục này đã được rút.',
  } satisfies Record<RecordRefusalCode, string>,
};

/** The words of what a unit keeps, in any language. */
export type RecordsTexts = typeof viRecords;
