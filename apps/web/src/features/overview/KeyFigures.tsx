import type { Indicator } from '@banyan/schema/targets';
import { lazy, Suspense, type ReactNode } from 'react';
import { BulletMark } from '../../shared/charts/Bullet.tsx';
import { Meter } from '../../shared/charts/Meter.tsx';
import { EmptyPip } from '../../shared/charts/Pips.tsx';
import { StackedBar, Swatch } from '../../shared/charts/StackedBar.tsx';
import { graphql, readFragment, type FragmentOf, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { loadPatiently } from '../../shared/ui/load-patiently.ts';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden.tsx';
import { FigureLink, StandingSentence, useStandingWord } from '../ledger/index.ts';
import { AgainstFields, readComparison, useChildrenWords, type Against } from './against.ts';
import { countFewer, whyUnjudged, type StandingCount } from './child-row.ts';
import { GroupTargetFields } from './group-target-fields.ts';
import styles from './KeyFigures.module.css';
import { isCounted, ProgressMark, progressScale } from './ProgressMark.tsx';
import { TargetAmount, TargetLines } from './TargetLines.tsx';

// Few units have targets of groups: they come where there are some.
const GroupTargets = lazy(async () => ({ default: (await loadPatiently(async () => await import('./GroupTargets.tsx'))).GroupTargets }));

export const KeyFigureFields = graphql(
  `
  fragment KeyFigureFields on Rollup {
    period { to }
    admitted { value target { standing high projection @skip(if: $sumsAlone) { low middle high } } samePeriodLastYear { value difference percent standing sentence(language: $language) } ...AgainstFields }
    admissionRate(base: STOCK_AT_PERIOD_START) { percent numerator denominator hidden baseLabel(language: $language) }
    recognised { value samePeriodLastYear { standing sentence(language: $language) } }
    members { value samePeriodLastYear { standing sentence(language: $language) } }
    officialMembers { value }
    probationaryMembers { value }
    grassrootsOrganisations { value }
    cells { value }
    unitsFounded { value }
    unitsClosed { value }
    guideline { lowPercent highPercent low high standing }
    childrenByStanding { standing count }
    childrenByTarget { standing count }
  }
`,
  [AgainstFields],
);

type Figures = ResultOf<typeof KeyFigureFields>;

interface KeyFiguresProps {
  readonly rollup: FragmentOf<typeof KeyFigureFields>;
  /** The unit, for its targets of groups. */
  readonly unit: FragmentOf<typeof GroupTargetFields>;
  /** Shows the units below that have fewer than a year before; left out where the page has no table of them. */
  readonly onFewer?: (() => void) | undefined;
  /** A unit that is a leaf has no organisations to count. */
  readonly withOrganisations: boolean;
}

/** The figures that answer the first question: how many, against what, and out of how many. */
export function KeyFigures({ rollup, unit, onFewer, withOrganisations }: KeyFiguresProps) {
  const figures = readFragment(KeyFigureFields, rollup);
  const { m, texts } = usePrinting();
  const byTarget = figures.childrenByTarget.some(({ standing }) => standing !== 'NO_TARGET');
  const compared = byTarget || figures.admitted.samePeriodLastYear !== null;
  return (
    <section aria-label={m.overview.figures} className={styles['grid']} data-cards={3 + Number(withOrganisations) + Number(withOrganisations && compared)}>
      <FigureCard title={texts.measures.ADMITTED} main>
        <p className={styles['value']}>
          <FigureLink measure="ADMITTED" value={figures.admitted.value} /> <TargetAmount figure={figures.admitted} />
        </p>
        <Counted figure={figures.admitted} shown={!withOrganisations}>
          <TargetLines figure={figures.admitted} to={figures.period.to} withBar={withOrganisations} />
          {figures.admitted.target === null ? <Against figure={figures.admitted} /> : null}
          <ProjectionLine figures={figures} />
          <RateLine figures={figures} />
        </Counted>
        <Groups unit={unit} indicator="ADMITTED" />
      </FigureCard>
      {withOrganisations && compared ? <FewerCard counts={byTarget ? figures.childrenByTarget : figures.childrenByStanding} against={byTarget ? 'TARGET' : 'LAST_YEAR'} onFewer={onFewer} /> : null}
      <FigureCard title={texts.measures.RECOGNISED}>
        <p className={styles['value']}>
          <FigureLink measure="RECOGNISED" value={figures.recognised.value} />
        </p>
        <Against figure={figures.recognised} />
        <Groups unit={unit} indicator="RECOGNISED" />
      </FigureCard>
      <MembersCard figures={figures} />
      {withOrganisations ? <OrganisationsCard figures={figures} unit={unit} /> : null}
    </section>
  );
}

/** The targets of an indicator that are limited to a group. */
function Groups({ unit, indicator }: Pick<KeyFiguresProps, 'unit'> & { indicator: Indicator }) {
  const targets = readFragment(GroupTargetFields, unit).groupTargets.filter((target) => target.indicator === indicator && target.slice !== null);
  return targets.length === 0 ? null : <Suspense fallback={null}><GroupTargets targets={targets} /></Suspense>;
}

/** A figure against the same period of the year before, in the words of the server. */
function Against({ figure: { samePeriodLastYear: last } }: { figure: Pick<Figures['recognised'], 'samePeriodLastYear'> }) {
  if (last === null || last.standing === null || last.sentence === null) return null;
  return <StandingSentence standing={last.standing}>{last.sentence}</StandingSentence>;
}

/** A small number of admissions one by one, with what the squares and the line are. */
function Counted({ figure, shown, children }: { figure: Figures['admitted']; shown: boolean; children: ReactNode }) {
  const against = figure.target === null ? 'LAST_YEAR' : 'TARGET';
  const words = useChildrenWords(against);
  const row = { admitted: figure.value, against, ...readComparison(figure, against) } as const;
  const max = progressScale([row]);
  if (!shown || row.before === null || max === 0 || !isCounted(max)) return children;
  return (
    <>
      <ProgressMark row={row} max={max} />
      {children}
      <p className={styles['legend']}>
        <span>
          <BulletMark />
          {words.markIs}
        </span>
        {row.before > (row.admitted ?? 0) ? (
          <span>
            <EmptyPip />
            {words.pipEmpty}
          </span>
        ) : null}
      </p>
    </>
  );
}

/** How many units below have fallen behind; opens the table of those alone. */
function FewerCard({ counts, against, onFewer }: { counts: readonly StandingCount[]; against: Against; onFewer: (() => void) | undefined }) {
  const { m, f } = usePrinting();
  const word = useStandingWord();
  const words = useChildrenWords(against);
  const title = against === 'TARGET' ? m.targets.behindUnits : m.overview.fewerUnits;
  const { fewer, all } = countFewer(counts);
  if (all === 0) {
    return (
      <FigureCard title={title}>
        <p className={styles['value']}>{m.common.none}</p>
        <p className={styles['note']}>{word(whyUnjudged(counts))}</p>
      </FigureCard>
    );
  }
  return (
    <FigureCard title={title}>
      <p className={styles['value']} data-behind={fewer > 0 || undefined}>
        {f.integer(fewer)} <span className={styles['unit']}>{m.overview.fewerOf(f.integer(all))}</span>
      </p>
      <Meter value={fewer} of={all} label={words.fewerBelow(f.integer(fewer), f.integer(all))} />
      {fewer === 0 || onFewer === undefined ? null : (
        <button type="button" className={styles['open']} onClick={onFewer}>
          {m.overview.seeFewer}
        </button>
      )}
      {against === 'TARGET' ? null : <p className={styles['note']}>{m.overview.noTargets}</p>}
    </FigureCard>
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

function ProjectionLine({ figures: { admitted: { target } } }: { figures: Figures }) {
  const { m, f } = usePrinting();
  const projection = target?.projection;
  if (!projection) return null;
  return <p className={styles['line']}>{m.targets.projection(f.integer(projection.low), f.integer(projection.high), f.integer(projection.middle))}</p>;
}

function RateLine({ figures: { admissionRate: rate, guideline } }: { figures: Figures }) {
  const { m, f } = usePrinting();
  if (rate.hidden) return <p className={styles['line']}>{m.common.hiddenWhy}</p>;
  if (rate.percent === null) return <p className={styles['line']}>{m.overview.noRate(rate.baseLabel)}</p>;
  return (
    <p className={styles['line']}>
      {m.overview.rate(f.decimal(rate.percent), rate.baseLabel)}
      {rate.denominator === null ? null : ` (${f.integer(rate.denominator)})`}
      {guideline === null ? null : ` · ${m.targets.guideline(`${f.integer(guideline.lowPercent)}–${f.integer(guideline.highPercent)}`, f.integer(guideline.low), f.integer(guideline.high))}`}
    </p>
  );
}

function MembersCard({ figures }: { figures: Figures }) {
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
      <Against figure={figures.members} />
    </FigureCard>
  );
}

function OrganisationsCard({ figures, unit }: { figures: Figures } & Pick<KeyFiguresProps, 'unit'>) {
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
      <Groups unit={unit} indicator="UNITS_FOUNDED" />
    </FigureCard>
  );
}
