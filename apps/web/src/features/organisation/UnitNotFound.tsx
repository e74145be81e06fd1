import { IconMapPinOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import styles from './UnitNotFound.module.css';

/** A unit that does not exist, or that the viewer may not see: the page does not tell which. */
export function UnitNotFound({ page }: { page: '/tong-quan' | '/canh-bao' | '/to-chuc' | '/so-sanh' | '/nguon' | '/ket-nap' | '/chuyen-sinh-hoat' | '/chi-tieu' | '/ke-hoach' | '/vuong-mac' | '/van-ban' }) {
  const { m } = usePrinting();
  return (
    <Message
      title={<h1 className={styles['missing']}>{m.overview.notFoundTitle}</h1>}
      icon={<IconMapPinOff size="2.2rem" stroke={1.5} aria-hidden="true" />}
      action={
        <Link to={page} search={({ ky }) => ({ ky })}>
          {m.overview.goToOwn}
        </Link>
      }
    >
      {m.overview.notFoundBody}
    </Message>
  );
}
