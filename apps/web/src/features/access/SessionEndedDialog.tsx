import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useEffect, useState, type FormEvent } from 'react';
import { useMutation } from 'urql';
import { identityOf } from '../../shared/graphql/identity.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { writePeriodHint } from '../../shared/period/period-hint.ts';
import { Button, IconButton } from '../../shared/ui/Button.tsx';
import { Dialog } from '../../shared/ui/Dialog.tsx';
import { useIdentityControl } from './identity-context.ts';
import styles from './SessionEndedDialog.module.css';
import { SignInAgain } from './viewer.ts';

interface SessionEndedDialogProps {
  readonly account: string;
  /** Who was signed in; somebody else may sign in, but gets a page of their own. */
  readonly identity: string;
  readonly onReturned: () => void;
  /** Given where the session has not ended yet: one may go on without signing in again. */
  readonly onClose?: () => void;
}

/** Signs in again over the page, so that what was typed there is kept. */
export function SessionEndedDialog({ account, identity, onReturned, onClose }: SessionEndedDialogProps) {
  const { m } = usePrinting();
  return (
    <Dialog onClose={() => onClose?.()} closable={onClose !== undefined} title={onClose ? m.stay.title : m.states.sessionTitle}>
      <p className={styles['lead']}>{onClose ? m.stay.body : m.states.sessionBody}</p>
      <SignInForm account={account} identity={identity} onReturned={onReturned} other={onClose === undefined} />
    </Dialog>
  );
}

function SignInForm({ account, identity, onReturned, other }: Omit<SessionEndedDialogProps, 'onClose'> & { readonly other: boolean }) {
  const { m, language } = usePrinting();
  const { startAnew, leave } = useIdentityControl();
  const [{ fetching }, signIn] = useMutation(SignInAgain);
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [seconds, setSeconds] = useWait();
  const attempt = async () => {
    if (fetching || seconds > 0) return;
    if (password === '') {
      setProblem(m.signIn.missing);
      return;
    }
    const { data } = await signIn({ input: { account, password }, language });
    const answer = data?.signIn;
    if (answer?.__typename === 'SignInSucceeded') {
      writePeriodHint(answer.viewer);
      if (identityOf(answer.viewer) === identity) onReturned();
      else startAnew();
      return;
    }
    setProblem(answer?.__typename === 'SignInRefused' ? answer.message : m.signIn.failed);
    if (answer?.__typename === 'SignInRefused') setSeconds(answer.retryAfterSeconds ?? 0);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void attempt();
  };
  const waiting = seconds > 0 ? ` ${m.signIn.wait(String(seconds))}` : '';
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <label>
        {m.signIn.account}
        <input type="text" name="account" autoComplete="username" value={account} readOnly />
      </label>
      <label htmlFor="password-again">{m.signIn.password}</label>
      <div className={styles['secret']}>
        <input
          id="password-again"
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          data-autofocus
          value={password}
          aria-invalid={problem !== null}
          aria-describedby="password-again-problem"
          onChange={(event) => setPassword(event.target.value)}
        />
        <IconButton
          label={shown ? m.signIn.hide : m.signIn.show}
          icon={shown ? <IconEyeOff size="1.3em" /> : <IconEye size="1.3em" />}
          onClick={() => setShown(!shown)}
        />
      </div>
      <p id="password-again-problem" role="alert" className={styles['problem']}>
        {problem === null ? null : `${problem}${waiting}`}
      </p>
      <Button tone="primary" type="submit" aria-disabled={fetching || seconds > 0}>
        {fetching ? m.signIn.submitting : m.signIn.submit}
      </Button>
      {other ? (
        <Button tone="quiet" onClick={() => leave('het-phien')}>
          {m.states.sessionOther}
        </Button>
      ) : null}
    </form>
  );
}

function useWait(): [number, (seconds: number) => void] {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return undefined;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return [seconds, setSeconds];
}
