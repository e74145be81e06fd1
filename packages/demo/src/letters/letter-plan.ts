import type { DemoLetter } from '../types.ts';

/** Letters of one sort: how many, how long ago they were issued, and what became of them. */
export interface LetterPlan {
  readonly count: number;
  readonly kind: DemoLetter['kind'];
  readonly state: DemoLetter['state'];
  readonly daysAgo: readonly [least: number, most: number];
  /** How many of them go out of the province: they wait for somebody who has the code. */
  readonly abroad: number;
  /** How many of them stand at the units of the demonstration's accounts: those that arrive there, then those that leave. */
  readonly arriving: number;
  readonly sent: number;
}

/**
 * The letters of a province of 6,000 members that are not in the ledger. Thirty working days are six weeks and the holidays of that time:
 * what was issued ten weeks ago and still waits is overdue.
 */
export const letterPlans: readonly LetterPlan[] = [
  { count: 11, kind: 'OFFICIAL', state: 'ISSUED', daysAgo: [1, 34], abroad: 4, arriving: 2, sent: 3 },
  { count: 5, kind: 'OFFICIAL', state: 'ISSUED', daysAgo: [70, 130], abroad: 2, arriving: 0, sent: 2 },
  { count: 6, kind: 'INTERNAL', state: 'ISSUED', daysAgo: [1, 30], abroad: 0, arriving: 0, sent: 1 },
  { count: 3, kind: 'TEMPORARY', state: 'ISSUED', daysAgo: [2, 25], abroad: 0, arriving: 1, sent: 0 },
  { count: 9, kind: 'TEMPORARY', state: 'ACCEPTED', daysAgo: [60, 300], abroad: 0, arriving: 1, sent: 2 },
  { count: 4, kind: 'TEMPORARY', state: 'ENDED', daysAgo: [420, 700], abroad: 0, arriving: 0, sent: 1 },
  { count: 5, kind: 'OFFICIAL', state: 'CANCELLED', daysAgo: [30, 300], abroad: 2, arriving: 0, sent: 1 },
];

/** Of transfers that the ledger knows, those of so many days have their letter on record. */
export const keptDays = 540;

/** Why a letter was taken back. */
export const cancelReasons = ['Ghi nhầm nơi đến', 'Thay đổi nơi công tác', 'Không chuyển nữa, tiếp tục công tác tại đơn vị'] as const;

/** Where to, out of the province. All of them are invented. */
export const abroad = ['Đảng bộ phường Bãi Sậy, tỉnh Đồng Lau', 'Đảng bộ xã Kim Ngọc, tỉnh Trung Hòa', 'Đảng bộ Trường Đại học Lam Giang', 'Đảng bộ phường Cửa Nam, thành phố Vân Hải'] as const;
