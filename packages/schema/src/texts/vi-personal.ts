import type { CorrectedField, MarkKind, PersonRefusalCode } from '../personal.ts';

/** The Vietnamese words of what is kept of one person. */
export const viPersonal = {
  fields: {
    FULL_NAME: 'Họ và tên',
    BIRTH_DATE: 'Ngày sinh',
    GENDER: 'Giới tính',
    OCCUPATION: 'Nghề nghiệp',
    ENTERPRISE_RELATION: 'Quan hệ với doanh nghiệp',
    EDUCATION: 'Giáo dục phổ thông',
    YOUTH_UNION: 'Đoàn viên',
    PERSONAL_NUMBER: 'Số định danh cá nhân',
  } satisfies Record<CorrectedField, string>,
  marks: {
    AWARD: 'Khen thưởng',
    EMULATION_TITLE: 'Danh hiệu thi đua',
    WORK_RESULT: 'Thành tích công tác',
    STUDY_RESULT: 'Thành tích học tập',
    EXEMPTION: 'Miễn công tác và sinh hoạt',
    SUSPENSION: 'Đình chỉ sinh hoạt',
  } satisfies Record<MarkKind, string>,
  refusals: {
    SIGNED_OUT: 'Phiên làm việc đã hết. Hãy đăng nhập lại.',
    NOT_FOUND: 'Không tìm thấy.',
    FORBIDDEN_FOR_ROLE: 'Vai trò đang dùng không sửa được thông tin này.',
    VERSION_CONFLICT: 'Người khác vừa sửa thông tin này. Hãy xem lại rồi ghi tiếp.',
    NOTHING_CHANGES: 'Chưa có gì thay đổi.',
    FACT_MISSING: 'Còn thiếu mục này.',
    TEXT_NOT_POSSIBLE: 'Có ký tự không nhìn thấy, hoặc quá dài.',
    NAME_NOT_POSSIBLE: 'Họ tên có từ 2 đến 100 ký tự, không có ký tự lạ.',
    BIRTH_DATE_NOT_POSSIBLE: 'Ngày sinh không hợp lý so với các ngày đã ghi.',
    VALUE_NOT_KNOWN: 'Giá trị này không có trong danh mục.',
    DATE_IN_FUTURE: 'Ngày này chưa tới.',
    DATES_OUT_OF_ORDER: 'Ngày kết thúc trước ngày bắt đầu.',
    SINCE_NOT_POSSIBLE: 'Ngày này trước lần kết nạp, công nhận hoặc thay đổi gần nhất. Nếu thông tin cũ ghi sai từ đầu, hãy chọn “ghi sai”.',
    BEFORE_A_REORGANISATION: 'Ngày này trước lần sắp xếp tổ chức gần nhất của đơn vị.',
    NUMBER_NOT_POSSIBLE: 'Số định danh cá nhân có đúng 12 chữ số.',
    KEY_USED_OTHERWISE: 'Khóa chống ghi trùng này đã dùng cho nội dung khác.',
    NUMBER_LOCKED: 'Số đang có được mở khóa ở thẻ “Dân tộc, tôn giáo” rồi mới sửa được.',
    ON_RECORD_HERE: 'Số định danh này là của một người đã có trong phạm vi này.',
    ON_RECORD_ELSEWHERE: 'Người mang số định danh này đã có hồ sơ ở nơi khác.',
    TOO_MANY_CHECKS: 'Hôm nay đã kiểm tra 50 số định danh, là giới hạn.',
    MEMBERS_ONLY: 'Chỉ ghi cho đảng viên.',
    MARK_LASTS_ALREADY: 'Đang có một lần miễn hoặc đình chỉ chưa kết thúc trong thời gian này.',
  } satisfies Record<PersonRefusalCode, string>,
};

/** The words of what is kept of one person, in any language. */
export type PersonalTexts = typeof viPersonal;
