import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface NoticeProps {
  readonly tone?: 'information' | 'warning' | 'danger';
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** One line that says something about what is shown; mark and text, never colour alone. */
export function Notice({ tone = 'information', children, action }: NoticeProps) {
  const Icon = tone === 'information' ? IconInfoCircle : IconAlertTriangle;
  return (
    <div className={`${styles['notice']} ${styles[tone]}`} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size="1.3em" aria-hidden="true" />
      <p>{children}</p>
      {action}
    </div>
  );
}

interface MessageProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly detail?: ReactNode;
  readonly action?: ReactNode;
  readonly icon?: ReactNode;
}

/** What stands in the place of content that is not there: why, and the one next step. */
export function Message({ title, children, detail, action, icon }: MessageProps) {
  return (
    <div className={styles['message']}>
      {icon === undefined ? null : <div className={styles['icon']}>{icon}</div>}
      <p className={styles['title']}>{title}</p>
      {children === undefined ? null : <p>{children}</p>}
      {detail === undefined ? null : <p className={styles['detail']}>{detail}</p>}
      {action === undefined ? null : <div className={styles['action']}>{action}</div>}
    </div>
  );
}
