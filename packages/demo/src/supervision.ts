import type { IsoDate } from './types.ts';

/** Somebody of the standing committee of Sông Mẫu who is put in charge of a unit. */
export interface DemonstrationSupervision {
  readonly account: string;
  readonly unitCode: string;
  readonly bodyCode: 'song-mau';
  readonly kind: 'IN_CHARGE' | 'FOLLOW_UP';
  readonly post: string;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  readonly documentNumber: string;
  readonly documentIssuedOn: IsoDate;
}

const decided = { bodyCode: 'song-mau', documentNumber: '41-QĐ/TU', documentIssuedOn: '2025-10-20', from: '2025-10-25', until: '2030-10-13' } as const;
const before = { bodyCode: 'song-mau', documentNumber: '17-QĐ/TU', documentIssuedOn: '2023-01-09', from: '2023-01-15', until: '2025-10-24' } as const;

function charged(account: string, post: string, places: readonly string[], kind: DemonstrationSupervision['kind'] = 'IN_CHARGE', by: typeof decided | typeof before = decided): DemonstrationSupervision[] {
  return places.map((place) => ({ ...by, account, post, kind, unitCode: `song-mau.${place}` }));
}

/** Invented: who follows which communes since the congress of 2025, and some of who did before. */
export const demonstrationSupervisions: readonly DemonstrationSupervision[] = [
  ...charged('supervisor@song-mau', 'Ủy viên ban thường vụ, bí thư đảng ủy xã An Kiều', ['xa-an-kieu.thon-1', 'xa-an-kieu.thon-2']),
  ...charged('supervisor@song-mau', 'Ủy viên ban thường vụ, bí thư đảng ủy xã An Kiều', ['xa-thac-vang']),
  ...charged('organisation@song-mau', 'Ủy viên ban thường vụ, trưởng ban tổ chức', ['xa-an-kieu', 'xa-doi-che', 'xa-huong-ngan', 'phuong-ben-gao', 'phuong-cau-may', 'cong-an', 'uy-ban-nhan-dan']),
  ...charged('inspection@song-mau', 'Ủy viên ban thường vụ, chủ nhiệm ủy ban kiểm tra', ['xa-suoi-nga', 'xa-vinh-len']),
  ...charged('inspection@song-mau', 'Ủy viên ban thường vụ, chủ nhiệm ủy ban kiểm tra', ['xa-thac-vang'], 'FOLLOW_UP'),
  ...charged('inspection@song-mau', 'Ủy viên ban chấp hành', ['xa-phu-lua', 'xa-tan-giong'], 'IN_CHARGE', before),
];
