import { isOwnAddress } from '@banyan/schema/saved-view';
import type { SavedView } from './views-document.ts';

const collator = new Intl.Collator('vi', { numeric: true });

/** The views that can be followed, by name: one that was deleted and restored comes back to its place. */
export function offeredViews(views: readonly SavedView[]): SavedView[] {
  return views.filter(({ address }) => isOwnAddress(address)).toSorted((one, other) => collator.compare(one.name, other.name));
}
