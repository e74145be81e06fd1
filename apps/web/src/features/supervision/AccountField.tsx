import { useId } from 'react';
import { useQuery } from 'urql';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { TextField } from '../people/index.ts';
import { AssignableAccountsQuery } from './supervision-documents.ts';
import styles from './Supervision.module.css';
import { useSupervisionTexts } from './use-supervision-texts.ts';

interface AccountFieldProps {
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** The account that is assigned: by its name, with those below that may be meant. */
export function AccountField({ value, problem, onChange }: AccountFieldProps) {
  const { t } = useSupervisionTexts();
  const label = useId();
  const [{ data }] = useQuery({ query: AssignableAccountsQuery, variables: { search: value.trim() === '' ? null : value.trim() } });
  const offered = (data?.assignableAccounts ?? []).slice(0, 6);
  const isChosen = offered.some(({ name }) => name === value);
  return (
    <div>
      <TextField label={t.fields.account} required hint={t.fields.accountHint} value={value} problem={problem} onChange={onChange} />
      {isChosen || offered.length === 0 ? null : (
        <ul className={styles['offered']} aria-label={t.fields.account} id={label}>
          {offered.map(({ id, name, displayName }) => (
            <li key={id}>
              <button type="button" onClick={() => onChange(name)}>
                <strong>
                  <ProperName>{displayName}</ProperName>
                </strong>{' '}
                <span className={styles['muted']}>{name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
