import type { Dimension, Measure } from '@banyan/schema/enums';
import { Link } from '@tanstack/react-router';
import { createContext, use } from 'react';
import { keepScope } from '../../shared/url/keep-scope.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { dimensionSlug, measureSlug } from '../../shared/url/slugs.ts';
import styles from './FigureLink.module.css';

/** Whether the viewer's role may read the lists behind figures. */
export const EvidenceAllowedContext = createContext(false);

/** Code of the unit whose figures a page shows that is not its overview; undefined on the overview itself. */
export const FigureUnitContext = createContext<string | undefined>(undefined);

interface OverviewAddress {
  readonly ky?: string | undefined;
  readonly ngay?: string | undefined;
}

/** The address of the overview that belongs to the page: the page's own on the overview, else that of the unit that it is about. */
export function useOverviewAddress() {
  const code = use(FigureUnitContext);
  return <S extends OverviewAddress>(previous: S) => (code === undefined ? previous : { 'don-vi': code, ...keepScope(previous) });
}

interface FigureLinkProps {
  readonly measure: Measure;
  readonly value: number | null;
  readonly slice?: { readonly dimension: Dimension; readonly key: string; readonly label: string };
  /** Opens the list of another unit, on that unit's own overview. */
  readonly unitCode?: string;
  readonly className?: string | undefined;
}

/** A figure as it is printed everywhere: a number that opens the list behind it, or words that say why it is hidden. */
export function FigureLink({ measure, value, slice, unitCode, className }: FigureLinkProps) {
  const { m, texts, f } = usePrinting();
  const allowed = use(EvidenceAllowedContext);
  const address = useOverviewAddress();
  if (value === null) {
    return (
      <span className={`${styles['hidden']} ${className ?? ''}`} title={m.common.hiddenWhy}>
        {m.common.hidden}
      </span>
    );
  }
  const text = f.integer(value);
  if (!allowed || value === 0) return <span className={className}>{text}</span>;
  const what = slice === undefined ? texts.measures[measure] : `${texts.measures[measure]} – ${slice.label}`;
  return (
    <Link
      to="/tong-quan"
      search={(previous) => ({
        ...address(previous),
        ...(unitCode === undefined ? {} : { 'don-vi': unitCode }),
        xem: measureSlug(measure),
        chieu: slice === undefined ? undefined : dimensionSlug(slice.dimension),
        'gia-tri': slice?.key,
        nguoi: undefined,
      })}
      className={`${styles['link']} ${className ?? ''}`}
      aria-label={`${text} – ${m.overview.seeEvidence(what)}`}
      resetScroll={false}
    >
      {text}
    </Link>
  );
}
