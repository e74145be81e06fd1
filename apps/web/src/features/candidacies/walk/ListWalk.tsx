import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { IconButton } from '../../../shared/ui/Button.tsx';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import styles from './ListWalk.module.css';
import { useWalk } from './use-walk.ts';

const route = getRouteApi('/nguoi/$id');

/** ‹ 3/48 ›: the one before and the one after in the list that the page was opened from, also by keys. Nothing where it was opened from none. */
export function ListWalk() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  const { f } = usePrinting();
  const { t } = useCandidacyTexts();
  const place = useWalk(id, search);
  const go = (person: string | undefined) => {
    if (person !== undefined) void navigate({ to: '/nguoi/$id', params: { id: person }, search: (known) => known });
  };
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'PageUp' && event.key !== 'PageDown') || document.querySelector('dialog[open]') !== null) return;
    event.preventDefault();
    go(event.key === 'PageUp' ? place?.previous : place?.next);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
  if (place === null) return null;
  const [here, all] = [f.integer(place.place), f.integer(place.total)];
  return (
    <nav aria-label={t.walk.list} className={styles['walk']}>
      <IconButton bordered label={t.walk.previous} aria-keyshortcuts="Alt+PageUp" icon={<IconChevronLeft size="1.25em" />} aria-disabled={place.previous === undefined || undefined} onClick={() => go(place.previous)} />
      <span aria-label={t.walk.place(here, all)}>
        {here}/{all}
      </span>
      <IconButton bordered label={t.walk.next} aria-keyshortcuts="Alt+PageDown" icon={<IconChevronRight size="1.25em" />} aria-disabled={place.next === undefined || undefined} onClick={() => go(place.next)} />
    </nav>
  );
}
