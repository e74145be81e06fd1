/** The screens that have a page of help, as the first part of their address. */
export const helpScreens = ['viec', 'tong-quan', 'to-chuc', 'don-vi', 'chi-tieu', 'nguon', 'ket-nap', 'chuyen-sinh-hoat', 'phu-trach', 'nguoi', 'so-sanh', 'canh-bao', 'quy-dinh', 'ke-hoach', 'vuong-mac', 'van-ban'] as const;
export type HelpScreen = (typeof helpScreens)[number];

/** The pictures that a page explains. */
export const samples = ['behind', 'level', 'strip', 'trend', 'figure', 'hidden', 'dots', 'late'] as const;
export type Sample = (typeof samples)[number];

/** A word and what it means. */
export type Explained = readonly [string, string];

/** The help of one screen. */
export interface ScreenHelp {
  readonly title: string;
  readonly answers: readonly string[];
  readonly reading: Readonly<Partial<Record<Sample, string>>>;
  readonly doing: readonly Explained[];
}

/** The help in one language. */
export interface HelpTexts {
  readonly title: string;
  readonly back: string;
  readonly pages: string;
  readonly answers: string;
  readonly reading: string;
  readonly doing: string;
  readonly keys: string;
  readonly screens: Readonly<Record<HelpScreen, ScreenHelp>>;
  /** What every screen can. */
  readonly everywhere: readonly Explained[];
  readonly keyList: readonly Explained[];
}
