import type { TodoGroup } from '@banyan/schema/lifecycle';

/** How the groups are written in addresses, behind the mark #. */
export const groupSlugs = {
  OVERDUE: 'qua-han',
  THIS_WEEK: 'tuan-nay',
  RETURNED: 'bi-tra-lai',
  WAITING_FOR_ME: 'cho-duyet',
  COMING: 'sap-toi',
} as const satisfies Record<TodoGroup, string>;
