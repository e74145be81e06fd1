import { IconCamera, IconPaperclip, IconX } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { useClient } from 'urql';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { usePhone } from '../../../shared/ui/use-phone.ts';
import { ViewerQuery } from '../../access/index.ts';
import { RemoveFile } from '../candidacy-document.ts';
import { useChange } from '../use-change.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import styles from './Files.module.css';
import type { Paper, PaperLine } from './Papers.tsx';
import { FileQuery } from './person-document.ts';
import { megabyte, useUpload } from './use-upload.ts';

interface KeptFilesProps {
  readonly line: PaperLine;
  readonly paper: Paper;
  readonly candidacy: string;
  readonly canKeep: boolean;
  readonly fileBytes: number;
  readonly onSaid: (sentence: string) => void;
}

/** The scans of a paper, to be saved; and where one is added, by choosing a file or, on a phone, by taking a picture. */
export function KeptFiles({ line, paper, candidacy, canKeep, fileBytes, onSaid }: KeptFilesProps) {
  const { f, language } = usePrinting();
  const { t, words } = usePeopleTexts();
  const id = useId();
  const client = useClient();
  const isPhone = usePhone();
  const { upload, send, cancel, refuse } = useUpload({
    paper: paper.id,
    language,
    broken: t.files.broken,
    onDone: ({ name }) => {
      onSaid(t.files.done(name));
      void client.query(FileQuery, { candidacy }, { requestPolicy: 'network-only' }).toPromise();
    },
    // Whatever is asked next meets the end of the session, and brings the way to sign in again over the page.
    onSignedOut: () => void client.query(ViewerQuery, {}, { requestPolicy: 'network-only' }).toPromise(),
  });
  const { viewerCannotAttachBecause: cannotAttach } = paper;
  const allowed = f.integer(Math.round(fileBytes / megabyte));
  const choose = (file: File) => (file.size > fileBytes ? refuse(file, t.files.tooLarge(allowed)) : send(file));
  return (
    <div className={styles['files']}>
      {paper.files.length === 0 ? null : (
        <ul className={styles['list']}>
          {paper.files.map((file) => (
            <KeptFile key={file.id} file={file} candidacy={candidacy} canKeep={canKeep} onSaid={onSaid} />
          ))}
        </ul>
      )}
      {upload.is === 'SENDING' ? (
        <div className={styles['sending']}>
          <label htmlFor={`${id}-bar`}>{t.files.uploading(upload.file.name, `${Math.floor(upload.share * 100)}%`)}</label>
          <progress id={`${id}-bar`} value={upload.share} />
          <Button onClick={cancel}>{t.files.cancel}</Button>
        </div>
      ) : null}
      {upload.is === 'FAILED' ? (
        <Notice
          tone="danger"
          action={
            <>
              {upload.canRetry ? <Button onClick={() => send(upload.file)}>{t.files.retry}</Button> : null}
              <Button tone="quiet" onClick={cancel}>
                {t.files.cancel}
              </Button>
            </>
          }
        >
          {upload.file.name}: {upload.reason}
        </Notice>
      ) : null}
      {canKeep && cannotAttach !== null && upload.is === 'NONE' ? <p className={styles['hint']}>{words.fileRefusals[cannotAttach]}</p> : null}
      {cannotAttach === null && upload.is === 'NONE' ? (
        <div className={styles['attach']}>
          <FileInput label={t.files.attachTo(words.papers[line.kind])} accept="image/*,application/pdf" onChoose={choose}>
            <IconPaperclip size="1.15em" aria-hidden="true" />
            {t.files.attach}
          </FileInput>
          {isPhone ? (
            <FileInput label={t.files.photographOf(words.papers[line.kind])} accept="image/*" capture="environment" onChoose={choose}>
              <IconCamera size="1.15em" aria-hidden="true" />
              {t.files.photograph}
            </FileInput>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

interface FileInputProps {
  readonly label: string;
  readonly accept: string;
  readonly capture?: 'environment';
  readonly onChoose: (file: File) => void;
  readonly children: ReactNode;
}

/** A choice of a file in our own words: the browser's button speaks the browser's language. */
function FileInput({ label, accept, capture, onChoose, children }: FileInputProps) {
  const id = useId();
  return (
    <span className={styles['input']}>
      <input
        id={id}
        type="file"
        accept={accept}
        capture={capture}
        aria-label={label}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) onChoose(file);
          // The same file can be chosen again.
          target.value = '';
        }}
      />
      <label htmlFor={id} aria-hidden="true">
        {children}
      </label>
    </span>
  );
}

interface KeptFileProps {
  readonly file: Paper['files'][number];
  readonly candidacy: string;
  readonly canKeep: boolean;
  readonly onSaid: (sentence: string) => void;
}

function KeptFile({ file, candidacy, canKeep, onSaid }: KeptFileProps) {
  const { f } = usePrinting();
  const { t } = usePeopleTexts();
  const [isAsking, setAsking] = useState(false);
  const { send, isBusy, failure } = useChange(RemoveFile, []);
  const size = file.bytes >= megabyte ? `${f.decimal(file.bytes / megabyte)} MB` : `${f.integer(Math.max(1, Math.round(file.bytes / 1024)))} KB`;
  return (
    <li>
      <a href={`/files/${file.id}`} download={file.name} aria-label={t.files.download(file.name, size)}>
        <span lang="vi">{file.name}</span>
      </a>
      <span className={styles['hint']}>{size}</span>
      {canKeep && !isAsking ? (
        <Button tone="quiet" icon={<IconX size="1.1em" aria-hidden="true" />} aria-label={t.files.removeOf(file.name)} onClick={() => setAsking(true)}>
          {t.files.remove}
        </Button>
      ) : null}
      {isAsking ? (
        <Notice
          tone="warning"
          action={
            <>
              <Button aria-disabled={isBusy || undefined} onClick={() => void send({ candidacy, file: file.id }, () => onSaid(t.files.removed(file.name)))}>
                {t.files.remove}
              </Button>
              <Button tone="quiet" onClick={() => setAsking(false)}>
                {t.files.cancel}
              </Button>
            </>
          }
        >
          {failure ?? t.files.removeAsk(file.name)}
        </Notice>
      ) : null}
    </li>
  );
}
