import type { WatchList } from '@banyan/schema/watch';

/** The watch lists as addresses name them. */
export const watchSlugs = {
  SOURCES_WITHOUT_ADMISSION: 'co-nguon',
  NO_ADMISSION: 'khong-ket-nap',
  NO_SOURCE: 'khong-nguon',
  BEHIND_PACE: 'cham',
  RATE_BELOW: 'ty-le',
  CERTIFICATES_EXPIRING: 'giay-chung-nhan',
  PLACES: 'thon',
} as const satisfies Record<WatchList, string>;
