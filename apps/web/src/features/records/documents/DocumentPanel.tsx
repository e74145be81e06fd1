import { useState } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { useLast } from '../../../shared/graphql/use-last.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { QueryFailure } from '../../../shared/ui/QueryFailure.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { Skeleton } from '../../../shared/ui/Skeleton.tsx';
import { Facts } from '../Facts.tsx';
import { TakeBack } from '../form/TakeBack.tsx';
import { RecordedBy } from '../RecordedBy.tsx';
import { DocumentQuery } from '../record-documents.ts';
import { DocumentFields, type DocumentData } from '../record-fields.ts';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';
import { DocumentForm } from './DocumentForm.tsx';
import { Warnings } from './Warnings.tsx';

interface DocumentPanelProps {
  /** Id of the document; null for one that is entered. */
  readonly document: string | null;
  readonly unit: string;
  readonly onOpen: (document: string) => void;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** One document beside the register: what it says, what it implements and by what it is implemented; or one that is entered. */
export function DocumentPanel({ document, unit, onOpen, onChanged, onClose }: DocumentPanelProps) {
  const { t } = useRecordTexts();
  if (document !== null) return <Shown key={document} document={document} unit={unit} onOpen={onOpen} onChanged={onChanged} onClose={onClose} />;
  return (
    <SidePanel title={t.documents.register} onClose={onClose}>
      <DocumentForm
        unit={unit}
        row={null}
        onDone={(id) => {
          onChanged();
          onOpen(id);
        }}
      />
    </SidePanel>
  );
}

function Shown({ document, unit, onOpen, onChanged, onClose }: Omit<DocumentPanelProps, 'document'> & { readonly document: string }) {
  const { t, words } = useRecordTexts();
  const [isChanging, setChanging] = useState(false);
  const [{ data, error }, execute] = useQuery({ query: DocumentQuery, variables: { id: document } });
  const shown = useLast(data)?.document;
  const row = shown ? readFragment(DocumentFields, shown) : null;
  const again = () => {
    execute({ requestPolicy: 'network-only' });
    onChanged();
  };
  return (
    <SidePanel title={row === null ? t.documents.title : <ProperName>{`${words.documentKinds[row.kind]} ${row.number}`}</ProperName>} lead={row === null ? undefined : <ProperName>{row.title}</ProperName>} onClose={onClose}>
      {shown === undefined && error === undefined ? <Skeleton height="12rem" /> : null}
      {shown === undefined && error !== undefined ? <QueryFailure error={error} onRetry={again} /> : null}
      {shown === null ? <p>{t.common.notHere}</p> : null}
      {row === null || !shown ? null : isChanging ? (
        <DocumentForm
          unit={unit}
          row={row}
          onCancel={() => setChanging(false)}
          onConflict={again}
          onDone={() => {
            setChanging(false);
            again();
          }}
        />
      ) : (
        <div className={styles['panel']}>
          <DocumentFacts row={row} implementedBy={shown.implementedBy} onOpen={onOpen} />
          {row.viewerCanChange ? (
            <div className={styles['acts']}>
              <Button onClick={() => setChanging(true)}>{t.common.change}</Button>
              <TakeBack record={row} onDone={again} onConflict={again} />
            </div>
          ) : null}
        </div>
      )}
    </SidePanel>
  );
}

interface DocumentFactsProps {
  readonly row: DocumentData;
  readonly implementedBy: readonly { readonly id: string; readonly number: string; readonly issuedOn: string; readonly title: string }[];
  readonly onOpen: (document: string) => void;
}

function DocumentFacts({ row, implementedBy, onOpen }: DocumentFactsProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const says = t.documents.field;
  const link = ({ id, number, issuedOn, title }: DocumentFactsProps['implementedBy'][number]) => (
    <>
      <button type="button" className={styles['title']} lang="vi" onClick={() => onOpen(id)}>
        {number}
      </button>{' '}
      · {f.date(issuedOn)} · <span lang="vi">{title}</span>
    </>
  );
  return (
    <>
      {row.takenBackReason === null ? null : <Notice tone="warning"><ProperName>{t.common.takenBack(row.takenBackReason)}</ProperName></Notice>}
      <Warnings warnings={row.warnings} />
      <Facts
        rows={[
          [says.issuedOn, f.date(row.issuedOn)],
          [t.common.unit, row.unit === null ? null : <ProperName>{row.unit.name}</ProperName>],
          [says.issuer, row.issuer, 'DATA'],
          [says.isHandedDown, row.isHandedDown ? t.documents.handedDown : null],
          [says.implements, row.implements === null ? null : link(row.implements)],
          [
            says.implementedBy,
            implementedBy.length === 0 ? null : (
              <ul>
                {implementedBy.map((one) => (
                  <li key={one.id}>{link(one)}</li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
      <RecordedBy record={row} />
    </>
  );
}
