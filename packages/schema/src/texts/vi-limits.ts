/** A limit that an input does not keep, in words: days and numbers as they are printed, a step or a fact by its name. What is not known is absent. */
export interface ToldLimit {
  /** The input to blame. */
  readonly field: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly step?: string | undefined;
  readonly fact?: string | undefined;
  readonly given?: string | undefined;
  readonly least?: string | undefined;
  readonly most?: string | undefined;
  readonly character?: string | undefined;
}

const text = ({ character, given, most }: ToldLimit): string =>
  character === undefined ? `Dài ${given} ký tự, nhiều nhất là ${most}.` : character.startsWith('U+') ? `Ký tự thứ ${given} không nhìn thấy được (${character}). Hãy xóa ký tự đó.` : `Không dùng được ký tự “${character}” (thứ ${given}).`;

/** The Vietnamese sentences of refusals that name the limit, by their codes. A code without one is told in its own words. */
export const viLimits = {
  TEXT_NOT_POSSIBLE: text,
  NAME_NOT_POSSIBLE: (limit: ToldLimit) => (limit.least === undefined ? text(limit) : `Dài ${limit.given} ký tự: họ tên có từ ${limit.least} đến ${limit.most} ký tự.`),
  DATE_IN_FUTURE: ({ until }: ToldLimit) => `Ngày này chưa tới: muộn nhất là hôm nay, ${until}.`,
  DATE_BEFORE_LAST_STEP: ({ from, step, fact }: ToldLimit) => (step !== undefined ? `Trước ngày ${from} (bước “${step}”).` : fact === undefined ? `Trước ngày ${from}.` : `Trước ngày ${from} (${fact.charAt(0).toLowerCase()}${fact.slice(1)}).`),
  DATE_BEFORE_ARRIVAL: ({ from }: ToldLimit) => `Trước ngày đơn vị tiếp nhận người này chuyển đến (${from}).`,
  DATES_OUT_OF_ORDER: ({ from }: ToldLimit) => `Ngày kết thúc trước ngày bắt đầu (${from}).`,
  BIRTH_DATE_NOT_POSSIBLE: ({ from, until, step }: ToldLimit) => `Ngày sinh phải từ ${from} đến ${until}: ${step === undefined ? 'vào ngày đầu tiên có trong hồ sơ' : `ở bước “${step}”`} người này từ 14 đến 100 tuổi.`,
  CERTIFICATE_EXPIRED: ({ until }: ToldLimit) => `Giấy chứng nhận lớp nhận thức chỉ có giá trị đến ngày ${until} (60 tháng).`,
  CERTIFICATE_NOT_NEWER: ({ from }: ToldLimit) => `Giấy chứng nhận này không mới hơn giấy đang có: phải cấp từ ngày ${from}.`,
  DOSSIER_TOO_OLD: ({ until }: ToldLimit) => `Hồ sơ chỉ dùng được đến ngày ${until} (12 tháng), sau đó phải làm lại.`,
  INTRODUCERS_MISSING: ({ given, least }: ToldLimit) => `Mới có ${given}/${least} người giới thiệu: cần hai đảng viên chính thức, hoặc một đảng viên và Đoàn thanh niên (Công đoàn).`,
  PROBATION_NOT_OVER: ({ from }: ToldLimit) => `Đến ngày ${from} mới hết 12 tháng dự bị.`,
  TOO_YOUNG: ({ from }: ToldLimit) => `Từ ngày ${from} mới đủ 18 tuổi (tính theo tháng).`,
  CONSENT_NEEDED: ({ until }: ToldLimit) => `Sau ngày ${until} là trên 60 tuổi: cần văn bản đồng ý của ban thường vụ cấp tỉnh.`,
  LATE_WITHOUT_CONSENT: ({ until }: ToldLimit) => `Hạn tổ chức lễ kết nạp là ngày ${until}: sau đó chỉ tổ chức khi cấp ủy cấp trên đồng ý bằng văn bản.`,
  VOTE_NOT_POSSIBLE: ({ field, given, least, most }: ToldLimit) =>
    field === 'inFavour' ? `${given} người tán thành, trong khi chỉ có ${most} người có mặt.`
    : field === 'present' ? `${given} người có mặt, trong khi chỉ có ${most} người được triệu tập.`
    : field === 'base' ? `Số được triệu tập là ${given}: phải từ ${least} đến ${most}.`
    : `${given} phiếu tán thành là đủ hai phần ba: biểu quyết không đủ thì nhiều nhất là ${most} phiếu.`,
  VOTE_NOT_REACHED: ({ given, least }: ToldLimit) => `Chưa đủ hai phần ba tán thành: có ${given} phiếu, cần ít nhất ${least}.`,
  MAJORITY_NOT_REACHED: ({ given, least }: ToldLimit) => `Chưa quá nửa tán thành: có ${given} phiếu, cần ít nhất ${least}.`,
  TOO_MANY: ({ given, most }: ToldLimit) => `${given} người, trong khi một lần nhiều nhất là ${most} người.`,
  TOO_SOON_AFTER_LEAVING: ({ from }: ToldLimit) => `Đến ngày ${from} mới đủ 36 tháng kể từ khi ra khỏi Đảng.`,
  TOO_SOON_AFTER_CONVICTION: ({ from }: ToldLimit) => `Đến ngày ${from} mới đủ 60 tháng kể từ khi được xóa án tích.`,
  TOGETHER_TOO_SHORT: ({ until }: ToldLimit) => `Phải cùng công tác, học tập, lao động muộn nhất từ ngày ${until} mới đủ 12 tháng tính đến ngày giới thiệu.`,
  TERM_TOO_SHORT: ({ from }: ToldLimit) => `Chuyển sinh hoạt tạm thời ít nhất ba tháng: sớm nhất đến ngày ${from}.`,
  TERM_TOO_LONG: ({ until }: ToldLimit) => `Chuyển sinh hoạt tạm thời dưới một năm, đi học tập trung nhiều nhất hai năm: muộn nhất đến ngày ${until}.`,
} satisfies Readonly<Record<string, (limit: ToldLimit) => string>>;

/** The sentences of refusals that name the limit, in any language. */
export type LimitTexts = typeof viLimits;
