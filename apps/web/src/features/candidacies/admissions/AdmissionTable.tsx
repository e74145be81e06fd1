import { readFragment } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { DeadlineText, StateChip } from '../../people/index.ts';
import { ActCell } from '../ActCell.tsx';
import { BodyName } from '../BodyName.tsx';
import { CellName } from '../CellName.tsx';
import { CandidacyRow } from '../candidacy-documents.ts';
import { PersonLink } from '../PersonLink.tsx';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import styles from '../WorkTable.module.css';
import type { AdmissionRowData } from './admission-documents.ts';
import type { AdmissionTab } from './admission-tabs.ts';
import { choosable, type Chosen } from '../many/chosen.ts';
import { Tick } from '../many/Tick.tsx';

interface AdmissionTableProps {
  readonly tab: AdmissionTab;
  readonly rows: readonly AdmissionRowData[];
  readonly chosen: readonly Chosen[];
  readonly onToggle: (one: Chosen) => void;
  readonly onOpen: (candidacy: string) => void;
}

/** People with the day that counts, what is left of the time, what is missing and whose turn it is. */
export function AdmissionTable({ tab, rows, chosen, onToggle, onOpen }: AdmissionTableProps) {
  const { t } = useCandidacyTexts();
  const ticks = rows.some((row) => choosable({ ...row, ...readFragment(CandidacyRow, row) }) !== null);
  const official = tab === 'cong-nhan';
  return (
    <table className={styles['table']} aria-label={t.admissions.tab[tab]} data-kind="admissions">
      <thead>
        <tr>
          {ticks ? <td className={styles['tick']} /> : null}
          <th scope="col">{t.admissions.person}</th>
          <th scope="col">{t.admissions.date[tab]}</th>
          <th scope="col" className={official ? undefined : styles['until']}>
            {official ? t.admissions.decided : t.admissions.until}
          </th>
          {official ? null : <th scope="col">{t.admissions.missing}</th>}
          {official ? null : <th scope="col">{t.admissions.body}</th>}
          {official ? null : (
            <th scope="col" className={styles['act']}>
              {t.todo.act}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} tab={tab} row={row} ticks={ticks} chosen={chosen} onToggle={onToggle} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Pick<AdmissionTableProps, 'tab' | 'chosen' | 'onToggle' | 'onOpen'> {
  readonly row: AdmissionRowData;
  readonly ticks: boolean;
}

function keyDate(tab: AdmissionTab, row: AdmissionRowData): string | null {
  switch (tab) {
    case 'cho-le':
      return row.admissionDecidedOn;
    case 'du-bi':
      return row.probationEndsOn;
    case 'qua-han':
      return row.deadline?.runsFrom ?? null;
    case 'cong-nhan':
      return row.officialOn;
  }
}

function Row({ tab, row, ticks, chosen, onToggle, onOpen }: RowProps) {
  const { m, f } = usePrinting();
  const { t } = useCandidacyTexts();
  const candidacy = readFragment(CandidacyRow, row);
  const one = choosable({ ...row, ...candidacy });
  const day = keyDate(tab, row);
  return (
    <tr data-chosen={chosen.some(({ id }) => id === row.id) || undefined}>
      {ticks ? <Tick one={one} chosen={chosen} onToggle={onToggle} /> : null}
      <th scope="row">
        <PersonLink id={candidacy.person.id} name={candidacy.person.fullName} list={{ ds: 'ket-nap', xem: tab }} />
        <span className={styles['small']}>
          <CellName unit={candidacy.unit} />
        </span>
      </th>
      <td data-label={t.admissions.date[tab]}>
        <span>{day === null ? m.common.none : f.date(day)}</span>
        {tab === 'du-bi' && !row.isRecognitionDue ? <span className={styles['small']}>{t.admissions.notOver}</span> : null}
      </td>
      {tab === 'cong-nhan' ? (
        <td data-label={t.admissions.decided}>{row.recognitionDecidedOn === null ? m.common.none : f.date(row.recognitionDecidedOn)}</td>
      ) : (
        <>
          <td data-label={t.admissions.until}>
            {candidacy.deadline === null ? m.common.none : <DeadlineText deadline={candidacy.deadline} />}
            {tab === 'cho-le' ? null : (
              <span className={styles['chip']}>
                <StateChip candidacy={candidacy} />
              </span>
            )}
          </td>
          <td data-label={t.admissions.missing}>
            <Missing row={row} />
          </td>
          <td data-label={t.admissions.body} className={styles['name']}>
            <BodyName row={candidacy} />
          </td>
          <td className={styles['act']}>
            <ActCell row={candidacy} onOpen={onOpen} />
          </td>
        </>
      )}
    </tr>
  );
}

const mostPapers = 2;

/** The papers that are not there yet, the first ones by name. */
function Missing({ row }: { row: AdmissionRowData }) {
  const { f } = usePrinting();
  const { t, words } = useCandidacyTexts();
  const missing = row.papers.filter(({ state }) => state !== 'THERE').map(({ kind }) => words.papers[kind]);
  if (missing.length === 0) return <span>{t.admissions.missingNothing}</span>;
  const named = missing.slice(0, mostPapers).join(', ');
  return <span>{missing.length > mostPapers ? t.admissions.missingMore(named, f.integer(missing.length - mostPapers)) : named}</span>;
}
