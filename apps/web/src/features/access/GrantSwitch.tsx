import { readFragment, type FragmentOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import styles from './GrantSwitch.module.css';
import { useGrantChange } from './use-grant-change.ts';
import { ViewerFields } from './viewer.ts';

/** The grants of the account, where there are several. One acts at a time; another one starts with a clean page. */
export function GrantSwitch({ viewer: masked }: { viewer: FragmentOf<typeof ViewerFields> }) {
  const { grant, grants } = readFragment(ViewerFields, masked);
  const { m, texts } = usePrinting();
  const { change, fetching, refusal } = useGrantChange();
  if (grants.length < 2) return null;
  const act = async (id: string) => {
    if (id !== grant.id) await change(id, '/');
  };
  return (
    <fieldset className={styles['grants']} aria-busy={fetching}>
      <legend>{fetching ? m.account.switching : m.account.switchTitle}</legend>
      {grants.map(({ id, role, unit }) => (
        <label key={id} className={styles['grant']}>
          <input type="radio" name="grant" checked={id === grant.id} onChange={() => void act(id)} />
          <strong>{texts.roles[role]}</strong>
          <span>
            <ProperName>{unit.name}</ProperName>
          </span>
        </label>
      ))}
      {refusal === null ? null : <p role="alert">{refusal}</p>}
    </fieldset>
  );
}
