import { parseSearch, stringifySearch } from '../../shared/url/search.ts';
import { offeredViews, type SavedView } from '../views/index.ts';
import { readOverviewSearch, type OverviewSearch } from './overview-search.ts';

/** A view that is shown to a room for a while. */
export interface TvStop {
  readonly name: string;
  readonly search: OverviewSearch;
}

/** What is open beside the figures is not for a room: lists of people above all. */
const notForARoom = { xem: undefined, chieu: undefined, 'gia-tri': undefined, nguoi: undefined, unknownKeys: undefined, tv: undefined } as const;

/** The saved views that are overviews, in the order of the list. */
export function tvStops(views: readonly SavedView[]): TvStop[] {
  return offeredViews(views).flatMap(({ name, address }) => {
    const [path, search = ''] = address.split('?', 2);
    return path === '/tong-quan' ? [{ name, search: { ...readOverviewSearch(parseSearch(search)), ...notForARoom } }] : [];
  });
}

/** One text for what a room is shown. */
export function tvAddress(search: OverviewSearch): string {
  return stringifySearch({ ...search, ...notForARoom });
}

/** The stop that is shown; -1 where it is none of them. */
export function stopShown(stops: readonly TvStop[], search: OverviewSearch): number {
  const shown = tvAddress(search);
  return stops.findIndex((stop) => tvAddress(stop.search) === shown);
}

/** What comes next; undefined where there is nothing else to show. */
export function nextStop(stops: readonly TvStop[], search: OverviewSearch): TvStop | undefined {
  const shown = stopShown(stops, search);
  const next = stops[(shown + 1) % stops.length];
  return next === undefined || stops.indexOf(next) === shown ? undefined : next;
}
