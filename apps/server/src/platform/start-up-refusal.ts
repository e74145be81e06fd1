/** One sentence in each language of the product. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

const sentences = {
  PORT_TAKEN: ({ port = '' }) => ({
    vi: `Cổng ${port} đang được chương trình khác dùng; hãy dừng chương trình đó hoặc đặt PORT thành cổng khác.`,
    en: `Port ${port} is in use by another program; stop that program or set PORT to another port.`,
  }),
  PORT_CLOSED: ({ port = '', host = '' }) => ({
    vi: `Không mở được cổng ${port} tại địa chỉ ${host}; hãy đặt PORT và HOST thành giá trị máy này cho phép.`,
    en: `Port ${port} cannot be opened at ${host}; set PORT and HOST to values that this machine allows.`,
  }),
  SETTING_INVALID: ({ name = '', need = '' }) => ({
    vi: `Thiết lập ${name} không hợp lệ (cần: ${need}).`,
    en: `The setting ${name} is not valid (needed: ${need}).`,
  }),
  FRESH_WITH_GIVEN_DATABASE: () => ({
    vi: '"--fresh" chỉ xoá cơ sở dữ liệu nhúng; không thay đổi gì ở DATABASE_URL, hãy chạy lại mà không có "--fresh".',
    en: '"--fresh" only removes the embedded database; nothing at DATABASE_URL was changed, start again without "--fresh".',
  }),
  URL_MISSING: ({ missing = '', given = '' }) => ({
    vi: `Có ${given} nhưng thiếu ${missing}; cơ sở dữ liệu có sẵn cần cả hai địa chỉ (chạy "npm run database:prepare" để tạo).`,
    en: `${given} is set and ${missing} is not; an existing database needs both (run "npm run database:prepare" to make them).`,
  }),
  DATABASES_DIFFER: () => ({
    vi: 'DATABASE_URL và OWNER_DATABASE_URL trỏ tới hai cơ sở dữ liệu khác nhau; hãy trỏ cả hai tới cùng một cơ sở dữ liệu.',
    en: 'DATABASE_URL and OWNER_DATABASE_URL name two different databases; point both at the same one.',
  }),
  DATABASE_UNREACHABLE: ({ name = '', address = '', reason = '' }) => ({
    vi: `Không kết nối được cơ sở dữ liệu ${address} theo ${name} (${reason}); hãy kiểm tra máy chủ đang chạy và địa chỉ, mật khẩu đúng.`,
    en: `The database ${address} of ${name} cannot be reached (${reason}); check that it runs and that address and password are right.`,
  }),
  DATABASE_TOO_OLD: ({ version = '' }) => ({
    vi: `PostgreSQL ${version} quá cũ; cần 18.4 trở lên.`,
    en: `PostgreSQL ${version} is too old; 18.4 or newer is needed.`,
  }),
  ROLE_SUPERUSER: ({ role = '', name = '' }) => ({
    vi: `Vai trò "${role}" của ${name} là superuser nên mọi chính sách dòng bị bỏ qua; hãy dùng vai trò thường (npm run database:prepare).`,
    en: `The role "${role}" of ${name} is a superuser, whom no row policy binds; use an ordinary role (npm run database:prepare).`,
  }),
  ROLE_BYPASSES: ({ role = '', name = '' }) => ({
    vi: `Vai trò "${role}" của ${name} được phép bỏ qua chính sách dòng (BYPASSRLS); hãy dùng vai trò không có quyền đó.`,
    en: `The role "${role}" of ${name} bypasses row security (BYPASSRLS); use a role that does not.`,
  }),
  ROLES_EQUAL: ({ role = '' }) => ({
    vi: `DATABASE_URL và OWNER_DATABASE_URL dùng cùng vai trò "${role}"; ứng dụng phải chạy bằng vai trò không sở hữu gì.`,
    en: `DATABASE_URL and OWNER_DATABASE_URL use the same role "${role}"; the application must run as a role that owns nothing.`,
  }),
  APP_ROLE_OWNS: ({ role = '', what = '' }) => ({
    vi: `Vai trò ứng dụng "${role}" sở hữu ${what}; vai trò này không được sở hữu gì trong cơ sở dữ liệu.`,
    en: `The application's role "${role}" owns ${what}; it must own nothing in the database.`,
  }),
  APP_ROLE_MEMBER: ({ role = '', of = '' }) => ({
    vi: `Vai trò ứng dụng "${role}" là thành viên của "${of}", nên có quyền của vai trò đó; hãy bỏ tư cách thành viên này.`,
    en: `The application's role "${role}" is a member of "${of}" and so has its rights; take the membership away.`,
  }),
  OWNER_MAY_NOT_CREATE: ({ role = '', database = '' }) => ({
    vi: `Vai trò "${role}" của OWNER_DATABASE_URL không được tạo bảng trong "${database}"; hãy chạy "npm run database:prepare".`,
    en: `The role "${role}" of OWNER_DATABASE_URL may not create tables in "${database}"; run "npm run database:prepare".`,
  }),
  EXTENSION_MISSING: ({ extensions = '' }) => ({
    vi: `Cơ sở dữ liệu thiếu phần mở rộng ${extensions}; quản trị viên hãy chạy "npm run database:prepare".`,
    en: `The database lacks the extensions ${extensions}; let an administrator run "npm run database:prepare".`,
  }),
  DATABASE_NOT_OURS: ({ database = '', found = '' }) => ({
    vi: `Cơ sở dữ liệu "${database}" không trống và không phải của Banyan (có ${found}); không thay đổi gì, hãy chọn một cơ sở dữ liệu trống.`,
    en: `The database "${database}" is not empty and not Banyan's (it holds ${found}); nothing was changed, choose an empty one.`,
  }),
  DEMONSTRATION_NEEDS_EMPTY: () => ({
    vi: 'Cơ sở dữ liệu đã có tài khoản hoặc tổ chức nên không nạp dữ liệu minh hoạ, vì ai cũng biết mật khẩu của nó; hãy đặt DEMO=0 hoặc chọn một cơ sở dữ liệu trống.',
    en: 'The database holds accounts or units, so the demonstration, whose password everybody knows, is not loaded into it; set DEMO=0 or choose an empty database.',
  }),
  DATABASE_NEWER: ({ migration = '' }) => ({
    vi: `Cơ sở dữ liệu mới hơn phiên bản này của Banyan (đã có "${migration}"); không thay đổi gì, hãy chạy phiên bản mới hơn.`,
    en: `The database is newer than this version of Banyan (it has "${migration}"); nothing was changed, run the newer version.`,
  }),
  MIGRATION_EDITED: ({ migration = '' }) => ({
    vi: `Tệp "${migration}" đã bị sửa sau khi áp dụng vào cơ sở dữ liệu; không thay đổi gì, hãy khôi phục tệp và viết thay đổi thành tệp mới.`,
    en: `The file "${migration}" was edited after it was applied; nothing was changed, restore it and write the change as a new file.`,
  }),
  HALF_MIGRATED: ({ what = '' }) => ({
    vi: `Cơ sở dữ liệu mới được chuyển đổi một nửa (${what}); không thay đổi gì thêm, hãy khôi phục từ bản sao lưu.`,
    en: `The database is half migrated (${what}); nothing more was changed, restore it from a backup.`,
  }),
  MIGRATION_FAILED: ({ migration = '', reason = '' }) => ({
    vi: `Không áp dụng được "${migration}" (${reason}); mọi thay đổi của tệp đã được hoàn lại.`,
    en: `"${migration}" could not be applied (${reason}); every change of that file was rolled back.`,
  }),
  MIGRATION_BUSY: () => ({
    vi: 'Một tiến trình khác đang chuyển đổi cơ sở dữ liệu này quá lâu; hãy chờ nó xong rồi chạy lại.',
    en: 'Another process has been migrating this database for too long; wait for it to end and start again.',
  }),
  ALREADY_RUNNING: ({ process = '', folder = '' }) => ({
    vi: `Banyan đang chạy với dữ liệu ở ${folder} (tiến trình ${process}); hãy dừng nó trước, hoặc đặt DATA_FOLDER khác.`,
    en: `Banyan is already running on the data in ${folder} (process ${process}); stop it first or set another DATA_FOLDER.`,
  }),
  DATA_FOLDER_FOREIGN: ({ folder = '' }) => ({
    vi: `Thư mục ${folder} có dữ liệu nhưng thiếu tệp mật khẩu của Banyan; hãy khôi phục tệp hoặc chạy "npm start -- --fresh" để làm lại từ đầu.`,
    en: `The folder ${folder} holds data but not Banyan's password file; restore it, or begin anew with "npm start -- --fresh".`,
  }),
  POSTGRES_DID_NOT_START: ({ reason = '' }) => ({
    vi: `PostgreSQL nhúng không khởi động được (${reason}).`,
    en: `The embedded PostgreSQL did not start (${reason}).`,
  }),
  POSTGRES_LOST: () => ({
    vi: 'PostgreSQL nhúng đã dừng ngoài ý muốn; mọi điều đã ghi nhận vẫn còn, hãy chạy "npm start" lại.',
    en: 'The embedded PostgreSQL ended unexpectedly; everything acknowledged is kept, run "npm start" again.',
  }),
  POSTGRES_NOT_AVAILABLE: ({ platform = '' }) => ({
    vi: `Không có PostgreSQL nhúng cho ${platform}; hãy dùng máy chủ có sẵn với DATABASE_URL và OWNER_DATABASE_URL.`,
    en: `There is no embedded PostgreSQL for ${platform}; use an existing server with DATABASE_URL and OWNER_DATABASE_URL.`,
  }),
} satisfies Record<string, (details: Record<string, string | undefined>) => Sentence>;

/** Every reason for which a start ends with exit code 1. */
export type StartUpRefusalCode = keyof typeof sentences;

/** A start that must not go on. It carries one sentence in each language and is printed without a stack. */
export class StartUpRefusal extends Error {
  readonly code: StartUpRefusalCode;
  readonly sentence: Sentence;

  constructor(code: StartUpRefusalCode, details: Record<string, string> = {}) {
    const sentence = sentences[code](details);
    super(sentence.en);
    this.name = 'StartUpRefusal';
    this.code = code;
    this.sentence = sentence;
  }
}
