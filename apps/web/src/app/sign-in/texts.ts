import type { Language } from '@banyan/schema/enums';

const vi = {
  title: 'Đăng nhập – Banyan',
  product: 'Phát triển đảng viên',
  heading: 'Đăng nhập',
  account: 'Tài khoản',
  password: 'Mật khẩu',
  show: 'Hiện',
  hide: 'Ẩn',
  showPassword: 'Hiện mật khẩu',
  hidePassword: 'Ẩn mật khẩu',
  submit: 'Đăng nhập',
  submitting: 'Đang đăng nhập…',
  help: 'Quên mật khẩu hoặc chưa có tài khoản: liên hệ người quản trị của đơn vị.',
  accountMissing: 'Nhập tài khoản.',
  passwordMissing: 'Nhập mật khẩu.',
  offline: 'Không kết nối được với máy chủ. Kiểm tra mạng rồi thử lại; thông tin đã nhập vẫn còn.',
  failed: 'Máy chủ gặp lỗi. Hãy thử lại; thông tin đã nhập vẫn còn.',
  ended: 'Phiên làm việc đã kết thúc. Đăng nhập để tiếp tục.',
  signedOut: 'Đã đăng xuất.',
  wait: (seconds: number) => `Thử lại được sau ${seconds} giây.`,
};

/** The texts of the sign-in page. It has its own small catalogue, so that it loads without the application. */
export type SignInTexts = typeof vi;

const en: SignInTexts = {
  title: 'Sign in – Banyan',
  product: 'Party member development',
  heading: 'Sign in',
  account: 'Account',
  password: 'Password',
  show: 'Show',
  hide: 'Hide',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  submit: 'Sign in',
  submitting: 'Signing in…',
  help: 'Forgot the password, or have no account: ask the administrator of your unit.',
  accountMissing: 'Enter the account.',
  passwordMissing: 'Enter the password.',
  offline: 'The server cannot be reached. Check the network and try again; what you typed is kept.',
  failed: 'The server had an error. Try again; what you typed is kept.',
  ended: 'The session has ended. Sign in to go on.',
  signedOut: 'You are signed out.',
  wait: (seconds) => `You can try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
};

/** The texts of each language. */
export const signInTexts: Readonly<Record<Language, SignInTexts>> = { VI: vi, EN: en };
