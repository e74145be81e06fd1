import { isErrorCode } from '@banyan/schema/error-codes';
import { readViewName, savedViewLimits } from '@banyan/schema/saved-view';
import { useId, useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import styles from './SavedViewsPanel.module.css';
import { SaveView } from './views-document.ts';

/** A name that was typed for the page of an address. */
export interface Draft {
  readonly address: string;
  readonly name: string;
}

interface SaveViewFormProps {
  readonly suggestion: string;
  readonly address: string;
  readonly draft: Draft | null;
  readonly onDraft: (draft: Draft) => void;
  readonly onSaved: (name: string) => void;
  readonly onSignedOut: () => void;
}

/** Keeps the present page under a name. Whatever happens, what was typed stays until it is saved. */
export function SaveViewForm({ suggestion, address, draft, onDraft, onSaved, onSignedOut }: SaveViewFormProps) {
  const { m, texts, language } = usePrinting();
  const id = useId();
  const [{ fetching }, saveView] = useMutation(SaveView);
  const name = draft?.address === address ? draft.name : Array.from(suggestion).slice(0, savedViewLimits.name).join('');
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async () => {
    if (fetching) return;
    if (name.trim() === '') return setProblem(m.views.nameMissing);
    if (readViewName(name) === null) return setProblem(texts.refusals.saveView.BAD_NAME);
    const { data, error } = await saveView({ input: { name, address }, language });
    const answer = data?.saveView;
    if (answer?.__typename === 'SaveViewSucceeded') return onSaved(answer.view.name);
    const code = error?.graphQLErrors[0]?.extensions['code'];
    if (code === 'UNAUTHENTICATED') onSignedOut();
    setProblem(answer?.message ?? (isErrorCode(code) ? texts.errors[code] : m.views.failed));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void attempt();
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <h3>{m.views.saveTitle}</h3>
      <label htmlFor={id}>{m.views.name}</label>
      <div className={styles['field']}>
        <input
          id={id}
          type="text"
          autoComplete="off"
          value={name}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-problem`}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            onDraft({ address, name: event.target.value });
            setProblem(null);
          }}
        />
        <Button tone="primary" type="submit" aria-disabled={fetching}>
          {fetching ? m.views.saving : m.views.save}
        </Button>
      </div>
      <p id={`${id}-problem`} role="alert" className={styles['problem']}>
        {problem}
      </p>
    </form>
  );
}
