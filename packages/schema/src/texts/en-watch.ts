import { usualWatch } from '../watch.ts';
import type { WatchTexts } from './vi-watch.ts';

/** Words of watch lists, in English. */
export const enWatch: WatchTexts = {
  lists: {
    SOURCES_WITHOUT_ADMISSION: 'Sources but no admission',
    NO_ADMISSION: 'No admission for years',
    NO_SOURCE: 'No source',
    BEHIND_PACE: 'Behind the pace of the target',
    RATE_BELOW: 'Admission rate below the guideline',
    CERTIFICATES_EXPIRING: 'Certificates about to expire',
    PLACES: 'Hamlets and quarters that lack something',
  },
  usual: (year, before) => ({
    SOURCES_WITHOUT_ADMISSION: `cells, ${year}`,
    NO_ADMISSION: `cells, for ${usualWatch.years} year`,
    NO_SOURCE: 'cells',
    BEHIND_PACE: `${year}, ${usualWatch.tolerance}% behind allowed`,
    RATE_BELOW: `below ${usualWatch.percent}% of the members at the start of ${before}`,
    CERTIFICATES_EXPIRING: `within ${usualWatch.months} months`,
    PLACES: 'without a cell',
  }),
  tiers: { CELLS: 'Cells', ORGANISATIONS: 'Grassroots organisations' },
  gaps: { WITHOUT_CELL: 'Without a cell', SHARED_CELL: 'Sharing a cell', WITHOUT_MEMBER: 'Without a member' },
};
