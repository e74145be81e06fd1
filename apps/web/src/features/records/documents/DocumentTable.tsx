import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { tableStyles } from '../../candidacies/index.ts';
import type { DocumentData } from '../record-fields.ts';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';
import { Warnings } from './Warnings.tsx';

interface DocumentTableProps {
  readonly rows: readonly DocumentData[];
  readonly onOpen: (document: string) => void;
}

/** Documents: number, kind, day, what they are about, whose they are and what they implement. On a phone each is a card. */
export function DocumentTable({ rows, onOpen }: DocumentTableProps) {
  const { t } = useRecordTexts();
  const { column } = t.documents;
  return (
    <table className={tableStyles['table']} aria-label={t.documents.list}>
      <thead>
        <tr>
          {[column.number, column.issuedOn, column.subject, column.unit, column.implements].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, onOpen }: { readonly row: DocumentData; readonly onOpen: (document: string) => void }) {
  const { f } = usePrinting();
  const { t, words } = useRecordTexts();
  const { column } = t.documents;
  const isGone = row.takenBackReason !== null;
  return (
    <tr>
      <th scope="row">
        <button type="button" className={`${styles['title']} ${styles['number']} ${isGone ? styles['gone'] : ''}`} lang="vi" onClick={() => onOpen(row.id)}>
          {row.number}
        </button>
        <span className={tableStyles['small']}>{words.documentKinds[row.kind]}</span>
      </th>
      <td data-label={column.issuedOn} className={tableStyles['narrow']}>
        {f.date(row.issuedOn)}
      </td>
      <td data-label={column.subject} className={tableStyles['name']}>
        <span lang="vi">{row.title}</span>
        <Warnings warnings={row.warnings} />
        {row.takenBackReason === null ? null : <span className={tableStyles['small']}><ProperName>{t.common.takenBack(row.takenBackReason)}</ProperName></span>}
      </td>
      <td data-label={column.unit} className={tableStyles['name']}>
        <ProperName>{row.issuer ?? row.unit?.name ?? '—'}</ProperName>
        {row.isHandedDown ? <span className={tableStyles['small']}>{t.documents.handedDown}</span> : null}
      </td>
      <td data-label={column.implements} className={styles['number']}>{row.implements === null ? '—' : <span lang="vi">{row.implements.number}</span>}</td>
    </tr>
  );
}
