import type { Language } from '@banyan/schema/enums';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { makeKey } from '../../../shared/ui/drafts.ts';

/** In which the size of a file is told. */
export const megabyte = 1_048_576;

/** How an upload stands. What broke keeps its file, to be tried again. */
export type Upload =
  | { readonly is: 'NONE' }
  | { readonly is: 'SENDING'; readonly file: File; readonly share: number }
  | { readonly is: 'FAILED'; readonly file: File; readonly reason: string; readonly canRetry: boolean; readonly isBroken: boolean };

interface Told {
  readonly code: string;
  readonly sentence: string;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}

/** Why the server did not keep a file, where it says so. */
function refusalIn(text: string, language: Language): Told | null {
  try {
    const error = property(JSON.parse(text), 'error');
    const [code, sentence] = [property(error, 'code'), property(property(error, 'messages'), language === 'VI' ? 'vi' : 'en')];
    return typeof code === 'string' && typeof sentence === 'string' ? { code, sentence } : null;
  } catch {
    return null;
  }
}

/** What may be otherwise the next time: the line, the traffic, the session. */
const passing: ReadonlySet<string> = new Set(['INCOMPLETE', 'TOO_SLOW', 'BUSY', 'SIGNED_OUT']);

interface Asked {
  readonly paper: string;
  readonly language: Language;
  /** Said where the line broke. */
  readonly broken: string;
  readonly onDone: (file: File) => void;
  readonly onSignedOut: () => void;
}

/** Sends a file for a paper and tells how far it is. The browser's older way of asking is the one that tells of progress. */
export function useUpload({ paper, language, broken, onDone, onSignedOut }: Asked) {
  const [upload, setUpload] = useState<Upload>({ is: 'NONE' });
  const sending = useRef<XMLHttpRequest>(null);
  /** A file that is tried again is sent under its key: where only the answer was lost it is not kept twice. */
  const sent = useRef<{ readonly file: File; readonly key: string }>(null);
  useEffect(() => () => sending.current?.abort(), []);
  const fail = (file: File, told: Told | null) => {
    if (told?.code === 'SIGNED_OUT') onSignedOut();
    setUpload({ is: 'FAILED', file, reason: told?.sentence ?? broken, canRetry: told === null || passing.has(told.code), isBroken: told === null });
  };
  const send = (file: File) => {
    const request = new XMLHttpRequest();
    sending.current = request;
    if (sent.current?.file !== file) sent.current = { file, key: makeKey() };
    request.open('POST', `/files?paper=${encodeURIComponent(paper)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    request.setRequestHeader('idempotency-key', sent.current.key);
    request.upload.addEventListener('progress', ({ loaded, total }) => setUpload({ is: 'SENDING', file, share: total === 0 ? 0 : loaded / total }));
    request.addEventListener('error', () => fail(file, null));
    request.addEventListener('load', () => {
      if (request.status === 201) {
        sent.current = null;
        setUpload({ is: 'NONE' });
        onDone(file);
      } else fail(file, refusalIn(request.responseText, language));
    });
    setUpload({ is: 'SENDING', file, share: 0 });
    request.send(file);
  };
  const cancel = () => {
    sending.current?.abort();
    setUpload({ is: 'NONE' });
  };
  const refuse = (file: File, reason: string) => setUpload({ is: 'FAILED', file, reason, canRetry: false, isBroken: false });
  // Where the line broke, its file goes once more when the line is back: nobody chooses it again.
  const goOn = useEffectEvent(() => {
    if (upload.is === 'FAILED' && upload.isBroken) send(upload.file);
  });
  useEffect(() => {
    const back = () => goOn();
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  }, []);
  return { upload, send, cancel, refuse };
}
