import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { usePeopleTexts } from '../use-people-texts.ts';

/** Says that a form holds what was typed before it was closed, and lets that go. */
export function KeptNotice({ isKept, onForget }: { readonly isKept: boolean; readonly onForget: () => void }) {
  const { t } = usePeopleTexts();
  return isKept ? <Notice action={<Button tone="quiet" onClick={onForget}>{t.draft.forget}</Button>}>{t.draft.kept}</Notice> : null;
}
