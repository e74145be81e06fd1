import { isErrorCode } from '@banyan/schema/error-codes';
import { IconCloudOff, IconRefresh } from '@tabler/icons-react';
import type { CombinedError } from 'urql';
import { usePrinting } from '../messages/LanguageProvider.tsx';
import { Button } from './Button.tsx';
import { Message } from './Notice.tsx';

/** What failed, and how it is asked again. */
export interface QueryFailureProps {
  readonly error: CombinedError;
  readonly onRetry: () => void;
}

/** What failed, that no data is affected, a way to try again and the number to report. */
export function QueryFailure({ error, onRetry }: QueryFailureProps) {
  const { m, texts } = usePrinting();
  const first = error.graphQLErrors[0];
  const code = first?.extensions['code'];
  const requestId = first?.extensions['requestId'];
  const retry = (
    <Button tone="outline" icon={<IconRefresh size="1.2em" aria-hidden="true" />} onClick={onRetry}>
      {m.common.retry}
    </Button>
  );
  const icon = <IconCloudOff size="2rem" stroke={1.5} aria-hidden="true" />;
  if (first === undefined) {
    return (
      <div role="alert">
        <Message title={m.states.networkTitle} action={retry} icon={icon}>
          {m.states.networkBody}
        </Message>
      </div>
    );
  }
  const forbidden = code === 'FORBIDDEN_FOR_ROLE';
  return (
    <div role="alert">
      <Message
        title={forbidden ? m.states.forbiddenTitle : m.states.errorTitle}
        detail={typeof requestId === 'string' ? m.states.requestId(requestId) : undefined}
        action={forbidden ? undefined : retry}
        icon={icon}
      >
        {isErrorCode(code) ? texts.errors[code] : m.states.errorBody}
      </Message>
    </div>
  );
}
