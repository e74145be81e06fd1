import type { SupervisionEndCause, SupervisionKind, SupervisionRefusalCode, SupervisionState } from '../supervision.ts';

/** The words of supervision in Vietnamese. */
export const viSupervision = {
  kinds: {
    IN_CHARGE: 'Phụ trách',
    FOLLOW_UP: 'Theo dõi',
  } satisfies Record<SupervisionKind, string>,
  states: {
    IN_FORCE: 'Đang phụ trách',
    TO_COME: 'Sắp phụ trách',
    ENDED: 'Đã thôi',
  } satisfies Record<SupervisionState, string>,
  endCauses: {
    ENDED_EARLY: 'Thôi trước hạn',
    UNIT_MOVED: 'Đơn vị chuyển ra ngoài cơ quan phân công',
    UNIT_CLOSED: 'Đơn vị kết thúc hoạt động',
  } satisfies Record<SupervisionEndCause, string>,
  refusals: {
    SIGNED_OUT: 'Phiên làm việc đã kết thúc. Hãy đăng nhập lại.',
    NOT_FOUND: 'Không tìm thấy.',
    FORBIDDEN_FOR_ROLE: 'Vai trò đang dùng không phân công phụ trách.',
    NOT_YOUR_BODY: 'Phân công này do cấp trên quyết định; chỉ nơi phân công hoặc cấp trên của nơi ấy thay đổi được.',
    YOURSELF: 'Không ai tự phân công cho mình, hay tự đổi phân công của mình.',
    ACCOUNT_NOT_USABLE: 'Không có tài khoản nào tên như vậy có thể phân công.',
    VERSION_CONFLICT: 'Người khác vừa thay đổi. Hãy xem lại rồi ghi.',
    FACT_MISSING: 'Còn thiếu mục này.',
    TEXT_NOT_POSSIBLE: 'Có ký tự không nhìn thấy, hoặc quá dài.',
    KEY_USED_OTHERWISE: 'Khóa chống ghi trùng này đã dùng cho nội dung khác.',
    DATE_NOT_POSSIBLE: 'Ngày này không thể có.',
    DATE_IN_FUTURE: 'Ngày này chưa tới.',
    DATES_NOT_IN_ORDER: 'Ngày cuối không thể trước ngày đầu.',
    PERIODS_OVERLAP: 'Người này đã được phân công ở đơn vị này trong một phần thời gian ấy.',
    UNIT_CLOSED: 'Đơn vị đã kết thúc hoạt động.',
    UNCHANGED: 'Chưa có gì thay đổi.',
    ALREADY_ENDED: 'Phân công này đã hết hoặc đã thôi.',
  } satisfies Record<SupervisionRefusalCode, string>,
};

/** The words of supervision, in any language. */
export type SupervisionTexts = typeof viSupervision;
