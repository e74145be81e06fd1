/** A number of days, as a deadline counts them. */
interface DaysOf {
  readonly days: number;
  readonly working: boolean;
}

const counted = ({ days, working }: DaysOf) => `${days} ngày${working ? ' làm việc' : ''}`;

/** The Vietnamese texts of the pages about one person and the way to membership: they come with those pages. */
export const vi = {
  deadline: {
    left: (of: DaysOf) => `còn ${counted(of)}`,
    late: (of: DaysOf) => `quá hạn ${counted(of)}`,
    today: 'hạn hôm nay',
    notBegun: (from: string) => `tính từ ${from}`,
  },
  recognitionDue: 'Dự bị, đến hạn công nhận',
  step: {
    title: 'Ghi bước',
    born: (day: string) => `sinh ${day}`,
    awaits: (step: string) => `Đang chờ: ${step}`,
    awaitsNothing: 'Không chờ bước nào.',
    notFound: 'Không tìm thấy hồ sơ này trong phạm vi được xem.',
    others: 'Bước khác…',
    othersTitle: 'Chọn bước để ghi',
    back: 'Quay lại',
    groups: { ONWARD: 'Đi tiếp', BACK: 'Trả lại, gia hạn, làm lại', ENDS: 'Dừng' },
    leadsTo: (state: string) => `Chuyển sang: ${state}`,
    noUnit: 'Chưa có cấp nào trong hệ thống ghi được bước này.',
    nothing: 'Vai trò đang dùng không ghi được bước nào của hồ sơ này.',
    date: 'Ngày',
    from: (day: string) => `Ghi được từ ngày ${day}.`,
    more: 'Thêm chi tiết',
    optional: 'không bắt buộc',
    base: { CELL: 'Được triệu tập', COMMITTEE: 'Được triệu tập', DECIDER: 'Được tính' },
    baseHint: { CELL: 'Đảng viên chính thức của chi bộ', COMMITTEE: 'Ủy viên của cấp ủy', DECIDER: 'Người có quyền biểu quyết' },
    present: 'Có mặt',
    inFavour: 'Tán thành',
    vote: (inFavour: string, base: string) => `${inFavour}/${base} tán thành`,
    notWhole: 'Nhập số nguyên.',
    recording: 'Đang ghi…',
    recorded: (step: string, day: string) => `Đã ghi: ${step}, ngày ${day}.`,
    undo: 'Hoàn tác',
    undoing: 'Đang hoàn tác…',
    undone: (state: string) => `Đã hoàn tác. Hồ sơ trở lại: ${state}.`,
    mistake: 'Ghi nhầm',
    done: 'Xong',
    next: (action: string) => `Ghi tiếp: ${action}`,
    conflict: 'Hồ sơ vừa được người khác sửa. Những gì đã nhập vẫn còn.',
    before: 'Khi mở',
    now: 'Hiện nay',
    since: (state: string, day: string) => `${state}, từ ${day}`,
    review: 'Xem và ghi lại',
    gone: 'Bước đang ghi không còn ghi được. Hãy chọn bước khác.',
  },
  failed: {
    network: 'Chưa gửi được: không kết nối được với máy chủ. Những gì đã nhập vẫn còn.',
    server: 'Máy chủ gặp lỗi nên chưa ghi được. Những gì đã nhập vẫn còn.',
    retry: 'Thử lại',
  },
};

/** The texts, in any language. */
export type PeopleTexts = typeof vi;
