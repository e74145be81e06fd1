import { useEffect, useState } from 'react';
import { useQuery, type CombinedError } from 'urql';
import { readFragment, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.ts';
import { readPeriodHint, writePeriodHint, type PeriodHint } from '../../shared/period/period-hint.ts';
import { ViewerFields, ViewerQuery } from '../access/index.ts';

export interface PeriodHintState {
  /** The day that "today" means and the role of the viewer; null until the first answer. */
  readonly hint: PeriodHint | null;
  /** The viewer of the page's own answer, or of the question asked while nothing was known. */
  readonly viewer: ResultOf<typeof ViewerFields> | null | undefined;
  readonly error: CombinedError | undefined;
}

/**
 * What a page must know of the viewer to ask for the right period: left by the last visit, else asked for first. The viewer that
 * comes with the page's answer corrects it.
 */
export function usePeriodHint(): PeriodHintState & { readonly learn: (viewer: FragmentOf<typeof ViewerFields> | null | undefined) => PeriodHintState['viewer'] } {
  const [hint, setHint] = useState(readPeriodHint);
  const [first] = useQuery({ query: ViewerQuery, pause: hint !== null });
  useEffect(() => {
    if (hint !== null) writePeriodHint(hint);
  }, [hint]);
  const learn = (masked: FragmentOf<typeof ViewerFields> | null | undefined) => {
    const viewer = readFragment(ViewerFields, masked ?? first.data?.viewer);
    if (viewer !== null && viewer !== undefined && (hint?.today !== viewer.today || hint.role !== viewer.role)) {
      setHint({ today: viewer.today, role: viewer.role });
    }
    return viewer;
  };
  return { hint, viewer: readFragment(ViewerFields, first.data?.viewer), error: first.error, learn };
}
