import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import type { Letter } from '../../people/index.ts';
import { Conflict } from '../Conflict.tsx';
import { useTransferTexts } from '../use-transfer-texts.ts';

interface LetterConflictProps {
  readonly before: Letter;
  readonly now: Letter;
  readonly onReview: () => void;
}

/** Somebody else was quicker with a letter: what it was, what it is now, and why, where they took it back. */
export function LetterConflict({ before, now, onReview }: LetterConflictProps) {
  const { f } = usePrinting();
  const { t, words } = useTransferTexts();
  const said = ({ state, endedOn, acceptedOn, issuedOn }: Letter) => t.on(words.transferStates[state], f.date(endedOn ?? acceptedOn ?? issuedOn));
  const standing = now.cancelReason === null ? said(now) : `${words.transferStates[now.state]}: ${now.cancelReason}`;
  return <Conflict lead={t.conflict.lead} before={said(before)} now={standing} onReview={onReview} />;
}
