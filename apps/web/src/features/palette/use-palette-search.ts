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
  const [{ data, fetching, stale, error, operation }] = useQuery({
    query: PaletteQuery,
    pause: short,
    variables: { search, people: withPeople, language },
  });
  const isSettled = data !== undefined && !fetching && !stale && operation?.variables.search === search;
  const settled = useMemo(() => (isSettled ? { search, units: unitHits(data), people: personHits(data) } : undefined), [isSettled, search, data]);
  const shown = useLast(settled);
  if (wanted.length < fewestLetters) return { units: nothing, people: nothing, busy: false };
  return { units: shown?.units ?? nothing, people: shown?.people ?? nothing, busy: error === undefined && shown?.search !== wanted };
}
