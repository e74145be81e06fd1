import { useNetwork } from '@mantine/hooks';
import { IconWifiOff } from '@tabler/icons-react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import styles from './ConnectionBar.module.css';

/** Says that the network is down, for as long as it is. */
export function ConnectionBar() {
  const { m } = usePrinting();
  const { online } = useNetwork();
  return (
    <div role="status">
      {online ? null : (
        <p className={styles['bar']}>
          <IconWifiOff size="1.3em" aria-hidden="true" />
          {m.states.offline}
        </p>
      )}
    </div>
  );
}
