import type { Random } from '../chance/random.ts';
import { brandName } from './place-names.ts';

/** An agency, school, enterprise or service in which an organisation works. */
export interface Body {
  readonly name: string;
  readonly unitType: string;
  /** Upper-secondary schools admit pupils. */
  readonly takesPupils: boolean;
}

const body = (name: string, unitType: string): Body => ({ name, unitType, takesPupils: false });
const bodies = (unitType: string, names: readonly string[]): Body[] => names.map((name) => body(name, unitType));

/** Bodies of a district, each of which exists once. */
export const districtBodies: readonly Body[] = [
  ...bodies('STATE_AGENCY', [
    'Văn phòng Cấp ủy', 'Ban Tổ chức', 'Ban Tuyên giáo', 'Ban Dân vận', 'Ủy ban Kiểm tra', 'Mặt trận và đoàn thể', 'Văn phòng Ủy ban nhân dân',
    'Phòng Nội vụ', 'Phòng Tài chính', 'Phòng Giáo dục', 'Phòng Nông nghiệp', 'Phòng Tài nguyên', 'Phòng Kinh tế', 'Phòng Văn hóa',
    'Phòng Tư pháp', 'Phòng Y tế', 'Thanh tra', 'Tòa án nhân dân', 'Viện Kiểm sát nhân dân', 'Chi cục Thi hành án', 'Chi cục Thuế',
    'Chi cục Thống kê', 'Kho bạc', 'Bảo hiểm xã hội', 'Hạt Kiểm lâm', 'Đội Quản lý thị trường',
  ]),
  ...bodies('PUBLIC_SERVICE_UNIT', [
    'Trung tâm Văn hóa', 'Trung tâm Dịch vụ nông nghiệp', 'Ban Quản lý dự án', 'Trung tâm Quỹ đất', 'Trung tâm Dân số', 'Ban Quản lý bến cảng',
  ]),
  ...bodies('STATE_ENTERPRISE', ['Điện lực', 'Công ty Thủy lợi', 'Ngân hàng Nông nghiệp', 'Bưu điện']),
  ...bodies('PART_STATE_ENTERPRISE', ['Công ty Cấp nước', 'Công ty Môi trường đô thị', 'Công ty Vật tư nông nghiệp']),
  ...bodies('SCHOOL', ['Trung tâm Giáo dục thường xuyên', 'Trung tâm Chính trị', 'Trường Mầm non Hoa Sen']),
];

/** Larger bodies of a district, which have a committee and cells. */
export const districtCommittees: readonly Body[] = [
  body('Công an', 'POLICE'),
  body('Quân sự', 'ARMY'),
  body('Trung tâm Y tế', 'PUBLIC_SERVICE_UNIT'),
  body('Cơ quan Đảng', 'STATE_AGENCY'),
  body('Cơ quan chính quyền', 'STATE_AGENCY'),
  body('Bệnh viện đa khoa', 'PUBLIC_SERVICE_UNIT'),
  body('Giáo dục và đào tạo', 'SCHOOL'),
  body('Công ty Công trình đô thị', 'STATE_ENTERPRISE'),
];

/** Agencies of a province, of which a bloc consists. */
export const provincialBodies: readonly Body[] = [
  ...bodies('STATE_AGENCY', [
    'Văn phòng Tỉnh ủy', 'Ban Tổ chức Tỉnh ủy', 'Ban Tuyên giáo Tỉnh ủy', 'Ban Dân vận Tỉnh ủy', 'Ban Nội chính Tỉnh ủy', 'Ủy ban Kiểm tra Tỉnh ủy',
    'Văn phòng Ủy ban nhân dân tỉnh', 'Văn phòng Hội đồng nhân dân tỉnh', 'Sở Nội vụ', 'Sở Tài chính',
    'Sở Kế hoạch và Đầu tư', 'Sở Xây dựng', 'Sở Giao thông vận tải',
    'Sở Công Thương', 'Sở Nông nghiệp', 'Sở Tài nguyên và Môi trường', 'Sở Tư pháp', 'Sở Văn hóa và Thể thao',
    'Sở Du lịch', 'Sở Y tế', 'Sở Giáo dục và Đào tạo',
    'Sở Khoa học và Công nghệ', 'Sở Lao động', 'Sở Ngoại vụ', 'Sở Thông tin và Truyền thông', 'Thanh tra tỉnh', 'Ban Dân tộc', 'Tòa án nhân dân tỉnh',
    'Viện Kiểm sát nhân dân tỉnh', 'Cục Thuế', 'Cục Thống kê', 'Kho bạc Nhà nước tỉnh', 'Cục Hải quan', 'Cục Thi hành án dân sự', 'Cục Quản lý thị trường',
    'Bảo hiểm xã hội tỉnh', 'Ngân hàng Nhà nước tỉnh', 'Mặt trận Tổ quốc tỉnh', 'Tỉnh đoàn', 'Hội Phụ nữ tỉnh', 'Hội Nông dân tỉnh', 'Hội Cựu chiến binh tỉnh',
    'Liên đoàn Lao động tỉnh', 'Ban Quản lý khu kinh tế', 'Kiểm toán khu vực', 'Chi cục Kiểm lâm', 'Chi cục Thủy sản', 'Chi cục Dân số',
  ]),
  ...bodies('PUBLIC_SERVICE_UNIT', [
    'Bệnh viện Y học cổ truyền', 'Trung tâm Kiểm soát bệnh tật', 'Trung tâm Giám định y khoa', 'Ban Quản lý vườn quốc gia', 'Trung tâm Xúc tiến đầu tư',
    'Trung tâm Lưu trữ', 'Thư viện tỉnh', 'Bảo tàng tỉnh', 'Đoàn Nghệ thuật', 'Ban Quản lý công trình giao thông', 'Đài Khí tượng Thủy văn',
  ]),
  ...bodies('PRESS', ['Báo tỉnh', 'Đài Phát thanh và Truyền hình', 'Tạp chí Văn nghệ']),
  ...bodies('SCHOOL', ['Trường Chính trị tỉnh', 'Trường Đại học tỉnh', 'Trường Cao đẳng Y tế', 'Trường Cao đẳng Kỹ thuật', 'Trường Trung cấp Luật']),
  ...bodies('STATE_ENTERPRISE', ['Công ty Điện lực tỉnh', 'Viễn thông tỉnh', 'Bưu điện tỉnh', 'Công ty Xổ số kiến thiết']),
  ...bodies('PART_STATE_ENTERPRISE', ['Công ty Cấp nước tỉnh', 'Ngân hàng Công thương', 'Ngân hàng Đầu tư', 'Công ty Cầu đường']),
];

const armedParts = {
  ARMY: {
    listed: ['Cơ quan Bộ Chỉ huy', 'Phòng Tham mưu', 'Phòng Chính trị', 'Phòng Hậu cần', 'Trung đoàn 1', 'Trường Quân sự', 'Bệnh xá', 'Tiểu đoàn Huấn luyện'],
    numbered: 'Đại đội',
  },
  POLICE: {
    listed: [
      'Phòng Tham mưu', 'Phòng Công tác chính trị', 'Phòng Hậu cần', 'Phòng An ninh kinh tế', 'Phòng Cảnh sát hình sự', 'Phòng Cảnh sát giao thông',
      'Phòng Cảnh sát cơ động', 'Phòng Cảnh sát chữa cháy', 'Phòng Quản lý hành chính', 'Phòng Cảnh sát kinh tế', 'Trại tạm giam', 'Phòng Hồ sơ', 'Thanh tra',
    ],
    numbered: 'Đội nghiệp vụ',
  },
  BORDER: { listed: ['Phòng Tham mưu', 'Phòng Chính trị', 'Phòng Hậu cần', 'Tiểu đoàn Huấn luyện', 'Đồn cửa khẩu'], numbered: 'Đồn số' },
} as const;

/** So many parts of an armed force of a province. */
export function armedBodies(unitType: keyof typeof armedParts, count: number): Body[] {
  const { listed, numbered } = armedParts[unitType];
  return Array.from({ length: count }, (_, index) => body(listed[index] ?? `${numbered} ${index - listed.length + 1}`, unitType));
}

/** An invented non-state enterprise. */
export function nonStateEnterprise(random: Random): Body {
  return body(`${random.pick(['Công ty TNHH', 'Công ty Cổ phần', 'Doanh nghiệp tư nhân'])} ${brandName(random)}`, 'NON_STATE_ENTERPRISE');
}

/** A body named after a place or a brand: as many as are needed. None of them is a non-state enterprise. */
export function furtherBody(random: Random, nextPlace: () => string): Body {
  const mark = random.next();
  if (mark < 0.14) return { name: `Trường Trung học phổ thông ${nextPlace()}`, unitType: 'SCHOOL', takesPupils: true };
  if (mark < 0.4) return body(`Trường Trung học cơ sở ${nextPlace()}`, 'SCHOOL');
  if (mark < 0.6) return body(`Hợp tác xã ${nextPlace()}`, 'COOPERATIVE');
  if (mark < 0.7) return body(`Công ty ${brandName(random)} Việt Nam`, 'FDI_ENTERPRISE');
  if (mark < 0.8) return body(`Công ty Xây lắp ${brandName(random)}`, 'PART_STATE_ENTERPRISE');
  if (mark < 0.88) return body(`Phòng khám ${brandName(random)}`, 'NON_PUBLIC_SERVICE_UNIT');
  return body(`Quỹ tín dụng nhân dân ${nextPlace()}`, 'OTHER');
}
