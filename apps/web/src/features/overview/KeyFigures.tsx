import type { ReactNode } from 'react';
import { StackedBar, Swatch } from '../../shared/charts/StackedBar.tsx';
import { graphql, readFragment, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden.tsx';
import { FigureLink } from '../ledger/index.ts';
import type { Comparison } from './comparison.ts';
import { ComparisonLine } from './ComparisonLine.tsx';
import styles from './KeyFigures.module.css';

export const KeyFigureFields = graphql(`
  fragment KeyFigureFields on Rollup {
    period { to }
    admitted { value }
    admissionRate(base: STOCK_AT_PERIOD_START) { percent numerator denominator hidden baseLabel(language: $language) }
    recognised { value }
    members { value }
    officialMembers { value }
    probationaryMembers { value }
    grassrootsOrganisations { value }
    cells { value }
    unitsFounded { value }
    unitsClosed { value }
  }
`);

type Figures = ResultOf<typeof KeyFigureFields>;

interface KeyFiguresProps {
  readonly rollup: FragmentOf<typeof KeyFigureFields>;
  readonly comparison: Comparison;
  /** A unit that is a leaf has no organisations to count. */
  readonly withOrganisations: boolean;
}

/** The figures that answer the first question: how many, against what, and out of how many. */
export function KeyFigures({ rollup, comparison, withOrganisations }: KeyFiguresProps) {
  const figures = readFragment(KeyFigureFields, rollup);
  const { m, texts } = usePrinting();
  return (
    <section aria-label={m.overview.figures} className={styles['grid']} data-cards={withOrganisations ? 4 : 3}>
      <FigureCard title={texts.measures.ADMITTED} main>
        <p className={styles['value']}>
          <FigureLink measure="ADMITTED" value={figures.admitted.value} />
        </p>
        <RateLine figures={figures} />
        <ComparisonLine comparison={comparison} figure="admitted" value={figures.admitted.value} />
      </FigureCard>
      <FigureCard title={texts.measures.RECOGNISED}>
        <p className={styles['value']}>
          <FigureLink measure="RECOGNISED" value={figures.recognised.value} />
        </p>
        <ComparisonLine comparison={comparison} figure="recognised" value={figures.recognised.value} />
      </FigureCard>
      <MembersCard figures={figures} comparison={comparison} />
      {withOrganisations ? <OrganisationsCard figures={figures} /> : null}
    </section>
  );
}

function FigureCard({ title, main = false, children }: { title: ReactNode; main?: boolean; children: ReactNode }) {
  return (
    <div className={styles['card']} data-main={main || undefined}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

function RateLine({ figures: { admissionRate: rate } }: { figures: Figures }) {
  const { m, f } = usePrinting();
  if (rate.hidden) return <p className={styles['line']}>{m.common.hiddenWhy}</p>;
  if (rate.percent === null) return <p className={styles['line']}>{m.overview.noRate(rate.baseLabel)}</p>;
  return (
    <p className={styles['line']}>
      {m.overview.rate(f.decimal(rate.percent), rate.baseLabel)}
      {rate.denominator === null ? null : ` (${f.integer(rate.denominator)})`}
    </p>
  );
}

function MembersCard({ figures, comparison }: { figures: Figures; comparison: Comparison }) {
  const { m, texts, f } = usePrinting();
  const official = figures.officialMembers.value;
  const probationary = figures.probationaryMembers.value;
  return (
    <FigureCard title={texts.measures.MEMBERS}>
      <p className={styles['value']}>
        <FigureLink measure="MEMBERS" value={figures.members.value} />{' '}
        <span className={styles['unit']}>{m.overview.membersAt(f.date(figures.period.to))}</span>
      </p>
      {official === null || probationary === null ? null : (
        <StackedBar
          parts={[
            { key: 'official', value: official, tone: 1 },
            { key: 'probationary', value: probationary, tone: 2 },
          ]}
        />
      )}
      <ul className={styles['parts']}>
        <li>
          <Swatch tone={1} />
          <FigureLink measure="OFFICIAL_MEMBERS" value={official} /> {m.overview.official}
        </li>
        <li>
          <Swatch tone={2} />
          <FigureLink measure="PROBATIONARY_MEMBERS" value={probationary} /> {m.overview.probationary}
        </li>
      </ul>
      <ComparisonLine comparison={comparison} figure="members" value={figures.members.value} />
    </FigureCard>
  );
}

function OrganisationsCard({ figures }: { figures: Figures }) {
  const { m, texts } = usePrinting();
  return (
    <FigureCard title={texts.measures.GRASSROOTS_ORGANISATIONS}>
      <p className={styles['value']}>
        <FigureLink measure="GRASSROOTS_ORGANISATIONS" value={figures.grassrootsOrganisations.value} />
        <VisuallyHidden> {m.overview.inSubtree}</VisuallyHidden>
      </p>
      <p className={styles['line']}>
        <FigureLink measure="CELLS" value={figures.cells.value} /> {texts.measures.CELLS.toLowerCase()}
      </p>
      <p className={styles['line']}>
        {m.overview.inPeriod} <FigureLink measure="UNITS_FOUNDED" value={figures.unitsFounded.value} />{' '}
        {m.overview.founded}, <FigureLink measure="UNITS_CLOSED" value={figures.unitsClosed.value} />{' '}
        {m.overview.closed}
      </p>
    </FigureCard>
  );
}
