import { IconAlertTriangle, IconCheck, IconUser } from '@tabler/icons-react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { SpokenName } from '../SpokenName.tsx';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import styles from './Many.module.css';
import type { Chosen } from './chosen.ts';
import type { LineRefusal } from './use-many.ts';

interface ManyLinesProps {
  readonly chosen: readonly Chosen[];
  /** What stands against each, by candidacy; undefined while it is not known. */
  readonly refusals: ReadonlyMap<string, LineRefusal> | undefined;
  readonly onChosen: (chosen: readonly Chosen[]) => void;
}

/** The people under a document, those first against whom something stands. */
export function ManyLines({ chosen, refusals, onChosen }: ManyLinesProps) {
  const { f } = usePrinting();
  const { t } = useCandidacyTexts();
  const sorted = chosen.toSorted((one, other) => Number(refusals?.has(other.id) ?? false) - Number(refusals?.has(one.id) ?? false));
  return (
    <ul className={styles['lines']}>
      {sorted.map((one) => {
        const refusal = refusals?.get(one.id);
        const Icon = refusals === undefined ? IconUser : refusal === undefined ? IconCheck : IconAlertTriangle;
        const current = refusal?.current;
        return (
          <li key={one.id} data-refused={refusal !== undefined || undefined}>
            <Icon size="1.15em" aria-hidden="true" />
            <div>
              <strong>
                <ProperName>{one.name}</ProperName>
              </strong>
              <span className={styles['small']}>
                <ProperName>{one.unit}</ProperName>
                {one.officialOn === null ? null : ` · ${t.many.official(f.date(one.officialOn))}`}
                {refusals !== undefined && refusal === undefined ? ` · ${t.many.fine}` : null}
              </span>
              {refusal === undefined ? null : <span className={styles['refused']}>{refusal.message}</span>}
            </div>
            {refusal === undefined ? null : (
              <div className={styles['lineTools']}>
                {refusal.code === 'VERSION_CONFLICT' && current ? (
                  <Button
                    tone="quiet"
                    onClick={() => onChosen(chosen.map((other) => (other.id === one.id ? { ...one, version: current.version } : other)))}
                  >
                    <span>
                      {t.many.takeNew}
                      <SpokenName name={one.name} />
                    </span>
                  </Button>
                ) : null}
                <Button tone="quiet" onClick={() => onChosen(chosen.filter(({ id }) => id !== one.id))}>
                  <span>
                    {t.many.remove}
                    <SpokenName name={one.name} />
                  </span>
                </Button>
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
