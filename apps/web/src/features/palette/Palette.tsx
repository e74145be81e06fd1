import { IconArrowRight, IconSitemap, IconUser } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { SearchDialog, type SearchGroup, type SearchOption } from '../../shared/ui/SearchDialog.tsx';
import { keepScope, useKeepUnit } from '../../shared/url/keep-scope.ts';
import { matchesTitle, recentFirst, type Found, type Hit } from './hits.ts';
import { usePaletteSearch } from './use-palette-search.ts';

/** A page that can be gone to. */
export interface PalettePage {
  readonly to: '/viec' | '/tong-quan' | '/to-chuc' | '/nguon' | '/ket-nap' | '/chuyen-sinh-hoat' | '/phu-trach' | '/chi-tieu' | '/so-sanh' | '/quy-dinh' | '/ke-hoach' | '/vuong-mac' | '/van-ban' | '/canh-bao';
  readonly title: string;
}

/** What was typed before there was a field, and whether Enter came after it. */
export interface Typed {
  readonly words: string;
  readonly entered: boolean;
}

interface PaletteProps {
  readonly pages: readonly PalettePage[];
  /** Whether the role may look people up. */
  readonly withPeople: boolean;
  /** What was typed before the field was there. */
  readonly takeTyped: () => Typed;
  readonly recent: readonly Hit[];
  readonly onOpened: (hit: Hit) => void;
  readonly onClose: () => void;
}

/** Goes anywhere by a few letters: to a page, a unit or a person. What was opened before comes first. */
export function Palette({ pages, withPeople, takeTyped, recent, onOpened, onClose }: PaletteProps) {
  const { m } = usePrinting();
  const [early] = useState(takeTyped);
  const [words, setWords] = useState(early.words);
  const { units, people, busy, failure } = usePaletteSearch(words, withPeople);
  const open = useOpen();
  const groups = useGroups({ words, pages, recent, units, people });
  const hits = groups.flatMap((group) => group.hits);
  const choose = (key: string) => {
    const hit = hits.find((candidate) => candidate.key === key);
    if (hit === undefined) return;
    onOpened(hit);
    open(hit);
    onClose();
  };
  return (
    <SearchDialog
      title={m.palette.title}
      label={withPeople ? m.palette.field : m.palette.fieldUnits}
      hint={withPeople ? m.palette.hint : m.palette.hintUnits}
      words={words}
      onWords={setWords}
      groups={groups}
      busy={busy}
      failure={failure}
      entered={early.entered}
      onChoose={choose}
      onClose={onClose}
    />
  );
}

interface GroupsInput {
  readonly words: string;
  readonly pages: readonly PalettePage[];
  readonly recent: readonly Hit[];
  readonly units: Found;
  readonly people: Found;
}

interface HitGroup extends SearchGroup {
  readonly hits: readonly Hit[];
}

function useGroups({ words, pages, recent, units, people }: GroupsInput): HitGroup[] {
  const { m, f } = usePrinting();
  const print = useOption();
  const empty = words.trim() === '';
  const goTo: Hit[] = pages
    .filter(({ title }) => matchesTitle(title, words))
    .map(({ to, title }) => ({ sort: 'page', key: `page-${to.slice(1)}`, to, title }));
  const group = (key: string, title: string, { hits, total }: Found): HitGroup => ({
    key,
    title,
    hits,
    note: total > hits.length ? m.palette.more(f.integer(hits.length), f.integer(total)) : undefined,
    options: hits.map(print),
  });
  const all = (hits: readonly Hit[]): Found => ({ hits, total: hits.length });
  return [
    ...(empty ? [group('recent', m.palette.recent, all(recent.filter(({ sort }) => sort !== 'page')))] : []),
    group('pages', m.palette.screens, all(goTo)),
    group('units', m.palette.units, { ...units, hits: recentFirst(units.hits, recent) }),
    group('people', m.palette.people, { ...people, hits: recentFirst(people.hits, recent) }),
  ].filter(({ hits }) => hits.length > 0);
}

/** How a hit is printed. */
function useOption(): (hit: Hit) => SearchOption {
  const { m, f } = usePrinting();
  return (hit) => {
    if (hit.sort === 'page') return { key: hit.key, icon: <IconArrowRight size="1.35em" stroke={1.7} aria-hidden="true" />, title: hit.title };
    const Icon = hit.sort === 'unit' ? IconSitemap : IconUser;
    const about = hit.sort === 'unit' ? hit.kind : m.evidence.born(f.date(hit.birthDate));
    return {
      key: hit.key,
      icon: <Icon size="1.35em" stroke={1.7} aria-hidden="true" />,
      title: <ProperName>{hit.title}</ProperName>,
      detail: (
        <>
          {about}
          {hit.path === '' ? null : ' · '}
          <ProperName>{hit.path}</ProperName>
        </>
      ),
    };
  };
}

/** Opens a hit; the unit, the period and the day stay. */
function useOpen(): (hit: Hit) => void {
  const navigate = useNavigate();
  const keepUnit = useKeepUnit();
  return (hit) => {
    if (hit.sort === 'page') {
      void navigate({ to: hit.to, search: (previous) => ({ ...keepUnit(previous) }) });
    } else if (hit.sort === 'unit') {
      void navigate({ to: '/tong-quan', search: (previous) => ({ ...keepScope(previous), 'don-vi': hit.code }) });
    } else {
      void navigate({ to: '/tong-quan', search: (previous) => ({ ...keepUnit(previous), nguoi: hit.id }) });
    }
  };
}
