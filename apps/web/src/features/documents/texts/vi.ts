/** The Vietnamese texts of the field for a document. */
export const vi = {
  placeholder: 'Gõ số hoặc trích yếu',
  list: 'Văn bản trong sổ',
  inRegister: 'Trong sổ:',
  found: (count: string) => `${count} văn bản trong sổ. Dùng phím mũi tên để chọn.`,
  none: 'Trong sổ không có văn bản nào như vậy.',
  failed: 'Lúc này không hỏi được sổ văn bản.',
  chosen: (number: string) => `Đã chọn văn bản ${number}.`,
};

export type DocumentTexts = typeof vi;
