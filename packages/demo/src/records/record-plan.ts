/** An item of a plan: its month or quarter, what is to be done, by whom, and whether that is towards the unit's target of admissions. */
export type Item = readonly [period: string, title: string, responsible: string, towards?: 'ADMITTED'];

/** What a plan of a year holds. */
export const provincialItems: readonly Item[] = [
  ['01', 'Giao chỉ tiêu kết nạp đảng viên năm cho các đảng bộ trực thuộc', 'Ban Tổ chức', 'ADMITTED'],
  ['02', 'Rà soát nguồn kết nạp của các đảng bộ', 'Ban Tổ chức'],
  ['Q1', 'Giao ban quý về phát triển đảng viên', 'Ban Thường vụ'],
  ['04', 'Mở lớp bồi dưỡng nhận thức về Đảng đợt 1', 'Trung tâm chính trị'],
  ['05', 'Kiểm tra quy trình kết nạp ở các đảng bộ xã', 'Ủy ban Kiểm tra'],
  ['Q2', 'Sơ kết sáu tháng công tác phát triển đảng viên', 'Ban Thường vụ'],
  ['08', 'Làm việc với các đảng bộ còn chi bộ nhiều năm không kết nạp', 'Ban Tổ chức', 'ADMITTED'],
  ['09', 'Mở lớp bồi dưỡng nhận thức về Đảng đợt 2', 'Trung tâm chính trị'],
  ['Q3', 'Giao ban quý về phát triển đảng viên', 'Ban Thường vụ'],
  ['11', 'Đánh giá, xếp loại gắn với kết quả tạo nguồn', 'Ban Tổ chức'],
  ['12', 'Tổng kết năm, dự kiến chỉ tiêu năm sau', 'Ban Thường vụ'],
  ['Q4', 'Giao ban quý về phát triển đảng viên', 'Ban Thường vụ'],
];

/** The same of a commune, an agency or the like. */
export const communeItems: readonly Item[] = [
  ['01', 'Chia chỉ tiêu kết nạp xuống từng chi bộ', 'Bí thư đảng ủy', 'ADMITTED'],
  ['02', 'Các chi bộ rà soát, bổ sung danh sách nguồn', 'Ban Xây dựng Đảng'],
  ['Q1', 'Kiểm điểm kết quả quý, gỡ vướng cho chi bộ chậm', 'Ban Thường vụ đảng ủy', 'ADMITTED'],
  ['04', 'Cử quần chúng ưu tú đi học lớp bồi dưỡng', 'Ban Xây dựng Đảng'],
  ['Q2', 'Sơ kết sáu tháng', 'Ban Thường vụ đảng ủy'],
  ['07', 'Phân công đảng viên giúp đỡ nguồn mới', 'Các chi bộ'],
  ['Q3', 'Kiểm điểm kết quả quý, gỡ vướng cho chi bộ chậm', 'Ban Thường vụ đảng ủy', 'ADMITTED'],
  ['10', 'Hoàn thiện hồ sơ đề nghị kết nạp đợt cuối năm', 'Ban Xây dựng Đảng', 'ADMITTED'],
  ['12', 'Tổng kết năm', 'Ban Thường vụ đảng ủy'],
];

/** The same of a cell. */
export const cellItems: readonly Item[] = [
  ['01', 'Chi bộ bàn nguồn kết nạp trong năm', 'Bí thư chi bộ', 'ADMITTED'],
  ['03', 'Phân công đảng viên giúp đỡ quần chúng', 'Bí thư chi bộ'],
  ['Q2', 'Nhận xét nguồn, đề nghị cử đi học', 'Chi ủy'],
  ['09', 'Lấy ý kiến nơi cư trú và đoàn thể', 'Phó bí thư'],
  ['Q4', 'Kiểm điểm việc tạo nguồn', 'Chi ủy'],
];

/** Notes beside what was done. */
export const notes = ['Đủ các chi bộ tham gia', 'Đã gửi báo cáo', 'Làm cùng sinh hoạt định kỳ', null, null, null] as const;

/** What stands in the way, who sees to it, and how it was resolved. */
export const obstacles: readonly (readonly [title: string, details: string, owner: string, resolution: string])[] = [
  ['Thanh niên đi làm xa, khó tạo nguồn', 'Phần lớn đoàn viên làm việc ngoài tỉnh, về quê không đều.', 'Phó bí thư đảng ủy', 'Lập danh sách đoàn viên về quê theo mùa, giao chi bộ theo dõi.'],
  ['Thẩm tra lý lịch ở tỉnh khác chậm', 'Ba công văn gửi đi hơn hai tháng chưa có trả lời.', 'Ban Xây dựng Đảng', 'Đã cử người đi thẩm tra trực tiếp.'],
  ['Quần chúng bận việc, chưa dự đủ lớp bồi dưỡng', 'Lớp mở vào ngày làm việc, công nhân khó xin nghỉ.', 'Trung tâm chính trị', 'Mở lớp vào thứ bảy, chủ nhật.'],
  ['Doanh nghiệp chưa tạo điều kiện sinh hoạt', 'Chủ doanh nghiệp đề nghị chuyển giờ sinh hoạt.', 'Bí thư chi bộ', 'Thống nhất sinh hoạt sau giờ làm, ngày 5 hằng tháng.'],
  ['Chi bộ nhiều năm không có nguồn', 'Thôn chủ yếu người cao tuổi.', 'Đảng ủy viên phụ trách', 'Ghép tổ tạo nguồn với chi đoàn trường học.'],
  ['Thiếu đảng viên chính thức đủ điều kiện giới thiệu', 'Đảng viên cùng công tác chưa đủ 12 tháng.', 'Bí thư chi bộ', 'Phân công lại người giúp đỡ.'],
];

/** What was inspected, and what came of it. */
export const inspections: readonly (readonly [title: string, conclusion: string])[] = [
  ['Quy trình, hồ sơ kết nạp đảng viên', 'Đúng quy trình; một hồ sơ còn thiếu ý kiến nơi cư trú, đã bổ sung.'],
  ['Việc tạo nguồn và phân công giúp đỡ', 'Có phân công; ba chi bộ chưa nhận xét định kỳ.'],
  ['Thời hạn xét công nhận đảng viên chính thức', 'Hai trường hợp chậm, đã nhắc.'],
  ['Nền nếp sinh hoạt chi bộ', 'Sinh hoạt đều, nội dung còn chung.'],
];

/** What units above urge, and the reply. */
export const reminders: readonly (readonly [text: string, reply: string])[] = [
  ['Đề nghị báo cáo nguồn kết nạp của quý này.', 'Đã gửi danh sách, có thêm bốn quần chúng ưu tú.'],
  ['Còn chi bộ có nguồn mà chưa kết nạp; đề nghị nêu lý do và cách làm.', 'Hồ sơ đang thẩm tra, dự kiến xét trong quý tới.'],
  ['Đề nghị xét công nhận chính thức cho đảng viên dự bị đã hết 12 tháng.', 'Đã họp chi bộ, đang trình đảng ủy.'],
  ['Đề nghị rà soát, bổ sung việc giúp đỡ quần chúng ưu tú.', 'Đã phân công lại ở hai chi bộ.'],
];
