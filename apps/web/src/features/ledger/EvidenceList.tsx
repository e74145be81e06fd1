import type { Dimension, Measure } from '@banyan/schema/enums';
import { IconCircleCheck, IconListSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useQuery } from 'urql';
import { readFragment, type ResultOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Message, Notice } from '../../shared/ui/Notice.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { evidenceQuery, type AdmittedEvidence } from './evidence-document.ts';
import styles from './EvidenceList.module.css';
import { EvidenceRow, EvidenceRowFields } from './EvidenceRow.tsx';
import { countsPeople } from './measure-fields.ts';

/** Which figure the list is behind. */
export interface EvidenceTarget {
  readonly unitId: string;
  readonly period: string;
  /** Day up to which facts count; null for today. */
  readonly asOf: string | null;
  readonly measure: Measure;
  readonly slice?: { readonly dimension: Dimension; readonly key: string } | undefined;
}

const pageSize = 50;

type Figure = NonNullable<ResultOf<typeof AdmittedEvidence>['unit']>['rollup']['figure'];

/** The people or units behind a figure, page by page, with the proof that they are as many as the figure says. */
export function EvidenceList({ target }: { target: EvidenceTarget }) {
  // Each page is fetched with the cursor at which the one before it ended.
  const [cursors, setCursors] = useState<readonly string[]>([]);
  return (
    <>
      <EvidencePage target={target} after={null} shownBefore={0} isLast={cursors.length === 0} onMore={(next) => setCursors([next])} />
      {cursors.map((cursor, index) => (
        <EvidencePage
          key={cursor}
          target={target}
          after={cursor}
          shownBefore={(index + 1) * pageSize}
          isLast={index === cursors.length - 1}
          onMore={(next) => setCursors([...cursors, next])}
        />
      ))}
    </>
  );
}

interface EvidencePageProps {
  readonly target: EvidenceTarget;
  readonly after: string | null;
  readonly shownBefore: number;
  readonly isLast: boolean;
  readonly onMore: (cursor: string) => void;
}

function EvidencePage({ target, after, shownBefore, isLast, onMore }: EvidencePageProps) {
  const { language, m, f } = usePrinting();
  const { unitId, period, asOf, measure, slice } = target;
  const [{ data, error }, reload] = useQuery({
    query: evidenceQuery(measure),
    variables: {
      unit: unitId,
      period,
      asOf,
      dimension: slice?.dimension ?? null,
      key: slice?.key ?? null,
      sliced: slice !== undefined,
      slicedBy: slice?.dimension ?? 'GENDER',
      language,
      first: pageSize,
      after,
    },
  });
  if (error !== undefined) return <QueryFailure error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  const figure = data?.unit?.rollup.figure;
  if (figure === undefined) return <EvidenceSkeleton />;
  const { nodes, pageInfo, totalCount } = figure.evidence;
  const shown = shownBefore + nodes.length;
  const { endCursor } = pageInfo;
  return (
    <>
      {after === null ? <EvidenceSum figure={figure} target={target} /> : null}
      <ul>
        {readFragment(EvidenceRowFields, nodes).map((row, index) => {
          const item = nodes[index];
          return item === undefined ? null : <EvidenceRow key={row.id} item={item} />;
        })}
      </ul>
      {isLast && totalCount > 0 ? (
        <div className={styles['foot']}>
          <p>{m.evidence.showing(f.integer(shown), f.integer(totalCount))}</p>
          {pageInfo.hasNextPage && endCursor !== null ? (
            <Button onClick={() => onMore(endCursor)}>
              {m.common.more(f.integer(Math.min(pageSize, totalCount - shown)))}
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

function EvidenceSum({ figure, target: { measure, slice } }: { figure: Figure; target: EvidenceTarget }) {
  const { m, f } = usePrinting();
  const { sum, totalCount, withheld } = figure.evidence;
  const people = countsPeople(measure);
  const value = slice === undefined ? figure.value : figure.by?.slices.find(({ key }) => key === slice.key)?.value;
  if (totalCount === 0) {
    return (
      <Message
        title={people ? m.evidence.emptyTitle : m.evidence.emptyUnits}
        icon={<IconListSearch size="2rem" stroke={1.5} aria-hidden="true" />}
      >
        {m.evidence.empty}
      </Message>
    );
  }
  const count = f.integer(totalCount);
  return (
    <div className={styles['sum']}>
      <p className={styles['count']}>
        <strong>{people ? m.evidence.countPeople(count) : m.evidence.countUnits(count)}</strong>
        {value === sum ? (
          <span className={styles['matches']}>
            <IconCircleCheck size="1.2em" aria-hidden="true" />
            {m.evidence.matches}
          </span>
        ) : null}
      </p>
      {value === undefined || value === null || value === sum ? null : (
        <Notice tone="warning">{m.evidence.differs(f.integer(sum), f.integer(value))}</Notice>
      )}
      {withheld === 0 ? null : (
        <Notice>
          {people ? m.evidence.withheldPeople(f.integer(withheld)) : m.evidence.withheldUnits(f.integer(withheld))}
        </Notice>
      )}
    </div>
  );
}

function EvidenceSkeleton() {
  const { m } = usePrinting();
  return (
    <div role="status" aria-label={m.common.loading} className={styles['skeleton']}>
      {Array.from({ length: 8 }, (_, index) => (
        <Skeleton key={index} height="2.6rem" />
      ))}
    </div>
  );
}
