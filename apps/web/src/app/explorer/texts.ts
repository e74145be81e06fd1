import type { Language } from '@banyan/schema/enums';

const vi = {
  heading: 'Thử truy vấn GraphQL',
  examples: 'Truy vấn mẫu',
  examplesLead: 'Chọn một mẫu để đưa vào khung soạn, rồi bấm nút chạy.',
  application: 'Về ứng dụng',
  schema: 'Lược đồ (SDL)',
  links: 'Liên kết',
  signIn: 'Đăng nhập',
  signedOut: 'Chưa đăng nhập: truy vấn chỉ trả về lược đồ.',
  signedIn: (name: string) => `Chạy với quyền của ${name}`,
};

/** The texts of the explorer page around the editor. */
export type ExplorerTexts = typeof vi;

const en: ExplorerTexts = {
  heading: 'Try GraphQL queries',
  examples: 'Examples',
  examplesLead: 'Choose an example to put it into the editor, then press run.',
  application: 'To the application',
  schema: 'Schema (SDL)',
  links: 'Links',
  signIn: 'Sign in',
  signedOut: 'Not signed in: queries answer with the schema only.',
  signedIn: (name) => `Runs with the rights of ${name}`,
};

/** The texts of each language. */
export const explorerTexts: Readonly<Record<Language, ExplorerTexts>> = { VI: vi, EN: en };
