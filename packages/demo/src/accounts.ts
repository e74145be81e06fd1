/** The one password of all demonstration accounts. It works only where the demonstration data was loaded. */
export const demonstrationPassword = 'banyan-demo';

export interface DemonstrationGrant {
  readonly role: 'ADMINISTRATOR' | 'STAFF' | 'BOARD' | 'SECRETARY' | 'OBSERVER';
  readonly unitCode: string;
}

export interface DemonstrationAccount {
  readonly name: string;
  /** Invented. */
  readonly displayName: string;
  readonly grants: readonly DemonstrationGrant[];
}

/** The accounts of the demonstration, in the order in which they are introduced. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = [
  { name: 'board@long-an', displayName: 'Trương Khắc Nghiêm', grants: [{ role: 'BOARD', unitCode: 'long-an' }] },
  { name: 'observer@long-an', displayName: 'Lâm Bích Thoa', grants: [{ role: 'OBSERVER', unitCode: 'long-an' }] },
  { name: 'staff@can-duoc', displayName: 'Huỳnh Diệu Nhi', grants: [{ role: 'STAFF', unitCode: 'long-an.can-duoc' }] },
  { name: 'board@hai-phong', displayName: 'Đoàn Bá Thuyên', grants: [{ role: 'BOARD', unitCode: 'hai-phong' }] },
  { name: 'staff@hai-hau', displayName: 'Mai Viết Thụ', grants: [{ role: 'STAFF', unitCode: 'nam-dinh.hai-hau' }] },
  { name: 'staff@khoi-co-quan', displayName: 'Cao Lệ Thu Hiên', grants: [{ role: 'STAFF', unitCode: 'quang-binh.khoi-co-quan' }] },
  { name: 'secretary@tra-nu', displayName: 'Y Bhiông Lăng', grants: [{ role: 'SECRETARY', unitCode: 'quang-nam.bac-tra-my.tra-nu' }] },
  { name: 'board@song-mau', displayName: 'Kiều Thế Lượng', grants: [{ role: 'BOARD', unitCode: 'song-mau' }] },
  { name: 'staff@song-mau', displayName: 'Tạ Hoài Khuyên', grants: [{ role: 'STAFF', unitCode: 'song-mau' }] },
  { name: 'admin@song-mau', displayName: 'Chử Gia Quyền', grants: [{ role: 'ADMINISTRATOR', unitCode: 'song-mau' }] },
  { name: 'secretary@song-mau', displayName: 'Quách Đình Nhuận', grants: [{ role: 'SECRETARY', unitCode: 'song-mau.xa-an-kieu.thon-1' }] },
  { name: 'supervisor@song-mau', displayName: 'Đặng Kỳ Vỹ', grants: [{ role: 'BOARD', unitCode: 'song-mau.xa-an-kieu' }] },
  { name: 'organisation@song-mau', displayName: 'Vi Thế Khoát', grants: [{ role: 'BOARD', unitCode: 'song-mau' }] },
  { name: 'inspection@song-mau', displayName: 'Lò Kim Thoan', grants: [{ role: 'OBSERVER', unitCode: 'song-mau' }] },
  { name: 'staff@an-kieu', displayName: 'Thái Mỹ Duyên', grants: [{ role: 'STAFF', unitCode: 'song-mau.xa-an-kieu' }] },
];
