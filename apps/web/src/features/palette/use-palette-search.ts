import { useDebouncedValue } from '@mantine/hooks';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useLast } from '../../shared/graphql/use-last.ts';
import { fewestLetters, personHits, unitHits, type Found } from './hits.ts';
import { PaletteQuery } from './palette-document.ts';

const pause = 120;
const nothing: Found = { hits: [], total: 0 };

/** What is found for the words. The hits of earlier words stay while those of the last ones are on their way. */
export function usePaletteSearch(words: string, withPeople: boolean) {
  const { language } = usePrinting();
  const wanted = words.trim().replaceAll(/\s+/g, ' ');
  const [search] = useDebouncedValue(wanted, pause);
  const short = search.length < fewestLetters;
  const [{ data, fetching, stale, error, operation }, execute] = useQuery({
    query: PaletteQuery,
    pause: short,
    variables: { search, people: withPeople, language },
  });
  const isSettled = data !== undefined && !fetching && !stale && operation?.variables.search === search;
  const settled = useMemo(() => (isSettled ? { search, units: unitHits(data), people: personHits(data) } : undefined), [isSettled, search, data]);
  const shown = useLast(settled);
  if (wanted.length < fewestLetters) return { units: nothing, people: nothing, busy: false, failure: undefined };
  const isAnswered = shown?.search === wanted;
  // What was found for earlier words is not what these would find.
  if (error !== undefined && !fetching && !isAnswered) return { units: nothing, people: nothing, busy: false, failure: { error, onRetry: () => execute({ requestPolicy: 'network-only' }) } };
  return { units: shown?.units ?? nothing, people: shown?.people ?? nothing, busy: !isAnswered, failure: undefined };
}
