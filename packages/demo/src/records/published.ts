import type { DemoDocument } from '../types.ts';

type Published = Omit<DemoDocument, 'key' | 'isHandedDown' | 'issuer' | 'implementsKey'> & Partial<Pick<DemoDocument, 'issuer' | 'implementsKey' | 'isHandedDown'>>;

/** A document under its number; handed down unless it says otherwise. */
function document(facts: Published): DemoDocument {
  return { key: `${facts.unitCode} ${facts.number}`, issuer: null, implementsKey: null, isHandedDown: true, ...facts };
}

// Numbers, kinds and subjects are published. Where no day is, the first one of the year that is spoken of stands.

/** Resolution 28 and directive 35, by which targets were handed down and cell meetings mended. */
export const haiPhongDocuments: readonly DemoDocument[] = [
  document({ unitCode: 'hai-phong', kind: 'RESOLUTION', number: '28-NQ/TU', issuedOn: '2016-01-01', title: 'Về xây dựng tổ chức đảng trong doanh nghiệp ngoài nhà nước, hợp tác xã và đơn vị sự nghiệp ngoài công lập' }),
  document({ unitCode: 'hai-phong', kind: 'DIRECTIVE', number: '35-CT/TU', issuedOn: '2016-01-01', title: 'Về nâng cao chất lượng sinh hoạt chi bộ' }),
];

/** Two directives about organisations in enterprises, the central resolution with the guideline of 3 to 4 % a year, and the scheme to 2030. */
export const longAnDocuments: readonly DemoDocument[] = [
  document({ unitCode: 'long-an', kind: 'DIRECTIVE', number: '22-CT/TU', issuedOn: '2021-01-01', title: 'Về xây dựng tổ chức đảng trong doanh nghiệp ngoài nhà nước' }),
  document({ unitCode: 'long-an', kind: 'RESOLUTION', number: '21-NQ/TW', issuer: 'Ban Chấp hành Trung ương', issuedOn: '2022-06-16', title: 'Về tăng cường củng cố, xây dựng tổ chức cơ sở đảng và nâng cao chất lượng đội ngũ đảng viên trong giai đoạn mới' }),
  document({ unitCode: 'long-an', kind: 'DIRECTIVE', number: '42-CT/TU', issuedOn: '2023-01-01', title: 'Về phát triển đảng viên trong doanh nghiệp ngoài nhà nước' }),
  document({ unitCode: 'long-an', kind: 'SCHEME', number: 'ĐA-TU', issuedOn: '2023-01-01', title: 'Xây dựng tổ chức đảng và kết nạp đảng viên trong doanh nghiệp ngoài nhà nước đến năm 2030', implementsKey: 'long-an 21-NQ/TW' }),
];

/** The plan is printed with a day five years before the directive that it implements. */
export const quangBinhDocuments: readonly DemoDocument[] = [
  document({ unitCode: 'quang-binh', kind: 'DIRECTIVE', number: '28-CT/TW', issuer: 'Ban Bí thư', issuedOn: '2019-01-21', title: 'Về nâng cao chất lượng kết nạp đảng viên và rà soát, sàng lọc, đưa những đảng viên không còn đủ tư cách ra khỏi Đảng' }),
  document({ unitCode: 'quang-binh', kind: 'PLAN', number: '108-KH/TU', issuedOn: '2014-04-23', title: 'Thực hiện Chỉ thị 28-CT/TW của Ban Bí thư', implementsKey: 'quang-binh 28-CT/TW' }),
];

/** Issued right after the congress of 2020. */
export const traNuDocuments: readonly DemoDocument[] = [
  document({ unitCode: 'quang-nam.bac-tra-my.tra-nu', kind: 'RESOLUTION', number: '6a', issuedOn: '2020-08-01', title: 'Về nâng cao chất lượng công tác kết nạp đảng viên' }),
];
