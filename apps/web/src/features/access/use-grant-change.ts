import { useState } from 'react';
import { useMutation } from 'urql';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { writePeriodHint } from '../../shared/period/period-hint.ts';
import { useIdentityControl } from './identity-context.ts';
import { SwitchGrant } from './viewer.ts';

/** Acts under another grant of the account from now on, with a clean page at an address. Says why where that is refused. */
export function useGrantChange() {
  const { m, language } = usePrinting();
  const { startAnew } = useIdentityControl();
  const [{ fetching }, switchGrant] = useMutation(SwitchGrant);
  const [refusal, setRefusal] = useState<string | null>(null);
  const change = async (grant: string, address: string): Promise<void> => {
    if (fetching) return;
    const { data } = await switchGrant({ grant, language });
    if (data?.switchGrant.__typename === 'SwitchGrantSucceeded') {
      writePeriodHint(data.switchGrant.viewer);
      startAnew(address);
      return;
    }
    setRefusal(data?.switchGrant.__typename === 'SwitchGrantRefused' ? data.switchGrant.message : m.account.failed);
  };
  return { change, fetching, refusal };
}
