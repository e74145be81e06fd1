/** The Vietnamese texts of files and of paper. */
export const filesTexts = {
  workbook: 'Tải bảng (Excel)',
  csv: 'Tải bảng (CSV)',
  picture: 'Tải hình (PNG)',
  failed: 'Chưa tạo được tệp. Hãy thử lại.',
  fetched: (known: string, total: string) => `Đã lấy ${known}/${total}`,
  drawnOn: (day: string) => `lập ngày ${day}`,
  print: 'In',
  printedAt: (time: string) => `In lúc ${time}`,
  printedBy: (name: string, role: string) => `Người in: ${name} (${role})`,
  dataUntil: (day: string) => `Số liệu đến hết ngày ${day}`,
};
