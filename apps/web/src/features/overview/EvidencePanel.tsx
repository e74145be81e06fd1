import { sliceKeys, type Dimension } from '@banyan/schema/enums';
import { IconArrowLeft, IconLock, IconX } from '@tabler/icons-react';
import { lazy, Suspense, use } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { IconButton } from '../../shared/ui/Button.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { SidePanel } from '../../shared/ui/SidePanel.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { readDimension, readMeasure } from '../../shared/url/slugs.ts';
import { EvidenceAllowedContext, EvidenceList } from '../ledger/index.ts';
import styles from './EvidencePanel.module.css';
import type { OverviewSearch } from './overview-search.ts';
import { loadPatiently } from '../../shared/ui/load-patiently.ts';

/** It comes with the first record that is opened. */
const PersonRecord = lazy(async () => ({ default: (await loadPatiently(async () => await import('../people/index.ts'))).PersonRecord }));

interface EvidencePanelProps {
  readonly unit: { readonly id: string; readonly name: string };
  readonly period: string;
  readonly asOf: string | null;
  readonly periodLabel: string;
  readonly search: OverviewSearch;
  readonly onSearch: (change: OverviewSearch) => void;
}

/** The list behind a figure, beside the page; a person of it opens in the same panel. */
export function EvidencePanel({ unit, period, asOf, periodLabel, search, onSearch }: EvidencePanelProps) {
  const { m, texts, f } = usePrinting();
  const allowed = use(EvidenceAllowedContext);
  const measure = readMeasure(search.xem);
  const slice = readSlice(search);
  const person = search.nguoi;
  if (measure === undefined && person === undefined) return null;
  const close = () => onSearch({ xem: undefined, chieu: undefined, 'gia-tri': undefined, nguoi: undefined });
  const title = person !== undefined || measure === undefined ? m.person.title : texts.measures[measure];
  return (
    <SidePanel
      onClose={close}
      title={title}
      lead={
        person === undefined ? (
          <>
            <ProperName>{unit.name}</ProperName> · {f.inSentence(periodLabel)}
          </>
        ) : undefined
      }
      before={
        person !== undefined && measure !== undefined ? (
          <IconButton
            label={m.person.back}
            icon={<IconArrowLeft size="1.35em" />}
            onClick={() => onSearch({ nguoi: undefined })}
          />
        ) : undefined
      }
    >
      {allowed ? null : (
        <Message title={m.evidence.forbidden} icon={<IconLock size="2rem" stroke={1.5} aria-hidden="true" />} />
      )}
      {allowed && person !== undefined ? (
        <Suspense fallback={<Skeleton height="18rem" />}>
          <PersonRecord id={person} />
        </Suspense>
      ) : null}
      {allowed && measure !== undefined ? (
        // Kept behind an open person, so that going back finds the list as it was left.
        <div hidden={person !== undefined}>
          {slice === undefined ? null : (
            <p className={styles['condition']}>
              {m.evidence.filter(texts.dimensions[slice.dimension], sliceText(texts.slices, slice))}
              <IconButton
                label={m.evidence.removeFilter}
                icon={<IconX size="1.1em" />}
                onClick={() => onSearch({ chieu: undefined, 'gia-tri': undefined })}
              />
            </p>
          )}
          <EvidenceList
            key={`${unit.id} ${period} ${asOf} ${measure} ${slice?.dimension} ${slice?.key}`}
            target={{ unitId: unit.id, period, asOf, measure, slice }}
          />
        </div>
      ) : null}
    </SidePanel>
  );
}

interface Slice {
  readonly dimension: Dimension;
  readonly key: string;
}

function readSlice({ chieu, 'gia-tri': key }: OverviewSearch): Slice | undefined {
  const dimension = readDimension(chieu);
  if (dimension === undefined || key === undefined) return undefined;
  const known: readonly string[] = sliceKeys[dimension];
  return known.includes(key) ? { dimension, key } : undefined;
}

function sliceText(slices: Readonly<Record<Dimension, Readonly<Record<string, string>>>>, { dimension, key }: Slice): string {
  return slices[dimension][key] ?? key;
}
