import { useState } from 'react';
import { useClient, useQuery } from 'urql';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Message, Notice } from '../../shared/ui/Notice.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { CascadeEditor } from './editor/CascadeEditor.tsx';
import { PartsTable } from './editor/PartsTable.tsx';
import { readEditorData } from './editor/editor-data.ts';
import { WorksheetQuery } from './target-documents.ts';
import { useTargetWords } from './target-words.ts';
import styles from './Targets.module.css';
import { useTargetTexts } from './use-target-texts.ts';

interface WorksheetCardProps {
  readonly target: string;
  readonly today: string;
  readonly onBack: () => void;
  readonly onChanged: () => void;
}

/** One target with the worksheet that divides it, or how it is divided where the viewer cannot. */
export function WorksheetCard({ target: id, today, onBack, onChanged }: WorksheetCardProps) {
  const { f, language } = usePrinting();
  const { t, words } = useTargetTexts();
  const say = useTargetWords();
  const [published, setPublished] = useState<number | null>(null);
  // Begun anew where somebody asks for what is there now.
  const [round, setRound] = useState(0);
  const [{ data, error, fetching, stale }, execute] = useQuery({ query: WorksheetQuery, variables: { target: id, language } });
  const client = useClient();
  const reload = () => execute({ requestPolicy: 'network-only' });
  const refresh = async () => {
    const answer = await client.query(WorksheetQuery, { target: id, language }, { requestPolicy: 'network-only' }).toPromise();
    return answer.data?.target ? readEditorData(answer.data.target) : null;
  };
  if (error !== undefined) return <QueryFailure error={error} onRetry={reload} />;
  if (data === undefined || (fetching && data.target === null)) return <Skeleton height="24rem" />;
  if (data.target === null) return <Message title={t.none} action={<Button onClick={onBack}>{t.back}</Button>} />;
  const target = readEditorData(data.target);
  const { can, because } = target.viewerCanAllocate;
  // What is not published yet has no decision.
  const annexOf = ({ draft, allocation }: typeof target) =>
    draft !== null || allocation === null || allocation.documentNumber === null ? t.editor.annexOfDraft : t.editor.annexOf(allocation.documentNumber, f.date(allocation.issuedOn));
  return (
    <Card
      title={
        <>
          {t.editor.heading(say.name(target), say.period(target))} <span className={styles['muted']}>{say.amount(target)}</span>
        </>
      }
      tools={<Button onClick={onBack}>{t.back}</Button>}
      busy={fetching || stale}
    >
      <p className={styles['annex']}>{t.editor.annex}</p>
      <p className={styles['annexOf']}>{annexOf(target)}</p>
      {published === null ? null : <Notice>{t.editor.published(f.integer(published))}</Notice>}
      {can ? (
        <CascadeEditor
          key={round}
          data={target}
          today={today}
          onPublished={(count) => {
            setPublished(count);
            onChanged();
          }}
          onRefresh={refresh}
          onReload={() => void refresh().then(() => setRound((now) => now + 1))}
        />
      ) : (
        <>
          {because === null ? null : (
            <p className={styles['muted']}>
              {t.editor.notAllowed} {words.refusals[because]}
            </p>
          )}
          <PartsTable data={target} />
        </>
      )}
      <div className={styles['signature']}>
        <p>{t.editor.signature}</p>
        <p>{t.editor.signatureLine}</p>
      </div>
    </Card>
  );
}
