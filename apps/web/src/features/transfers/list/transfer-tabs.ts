import type { TransferDirection, TransferKind, TransferOrder, TransferStanding } from '@banyan/schema/lifecycle';
import type { TransfersSearch } from './transfers-search.ts';

/** The parts of the page, as addresses name them. */
export const transferTabs = ['cho-nhan', 'da-gui', 'tam-thoi', 'xong'] as const;
export type TransferTab = (typeof transferTabs)[number];

/** The part that an address names; the first where it names none. */
export function readTransferTab(text: string | undefined): TransferTab {
  return transferTabs.find((tab) => tab === text) ?? 'cho-nhan';
}

/** How the kinds are written in addresses. */
export const kindSlugs = { OFFICIAL: 'chinh-thuc', TEMPORARY: 'tam-thoi', INTERNAL: 'noi-bo' } as const satisfies Record<TransferKind, string>;
const kinds: readonly TransferKind[] = ['OFFICIAL', 'TEMPORARY', 'INTERNAL'];

/** Which letters a part lists, in the words of the API. */
export interface LetterFilter {
  readonly direction: TransferDirection | null;
  readonly standing: TransferStanding;
  readonly kinds: TransferKind[] | null;
  readonly under: string | null;
  readonly isOverdue: boolean;
  readonly orderBy: TransferOrder;
}

const parts: Record<TransferTab, Pick<LetterFilter, 'direction' | 'standing'>> = {
  'cho-nhan': { direction: 'IN', standing: 'WAITING' },
  'da-gui': { direction: 'OUT', standing: 'WAITING' },
  'tam-thoi': { direction: null, standing: 'RUNNING' },
  xong: { direction: null, standing: 'DONE' },
};

/** Whether the letters of a part wait: only those have a limit. */
export function isWaiting(tab: TransferTab): boolean {
  return parts[tab].standing === 'WAITING';
}

/** Whether the kind tells letters of a part apart: only temporary ones run. */
export function hasKinds(tab: TransferTab): boolean {
  return tab !== 'tam-thoi';
}

/** What an address asks for, of the letters of a unit; null for all that the viewer sees. */
export function letterFilterOf(search: TransfersSearch, under: string | null): LetterFilter {
  const tab = readTransferTab(search.xem);
  const kind = kinds.find((known) => kindSlugs[known] === search.loai);
  const order = isWaiting(tab) ? (search.xep === 'bat-dau' ? 'START_DUE' : 'DUE') : 'LATEST';
  return { ...parts[tab], kinds: kind === undefined || !hasKinds(tab) ? null : [kind], under, isOverdue: isWaiting(tab) && search['qua-han'] === '1', orderBy: order };
}
