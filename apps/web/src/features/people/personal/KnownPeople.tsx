import { Link } from '@tanstack/react-router';
import type { ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { keepScope } from '../../../shared/url/keep-scope.ts';
import type { RefusedFields } from '../candidacy-document.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import { usePersonalTexts } from '../use-personal-texts.ts';
import styles from './Personal.module.css';

/** Who is on record already: their name leads to them, beside it their cell and where they stand. */
export function KnownPeople({ people }: { readonly people: ResultOf<typeof RefusedFields>['people'] }) {
  const { f, texts } = usePrinting();
  const { t } = usePeopleTexts();
  const { p } = usePersonalTexts();
  if (people.length === 0) return null;
  return (
    <div className={styles['known']}>
      <p>{p.knownPeople}</p>
      <ul className={styles['rows']}>
        {people.map(({ id, fullName, birthDate, state, unit }) => (
          <li key={id}>
            <Link to="/nguoi/$id" params={{ id }} search={keepScope} target="_blank">
              <ProperName>{fullName}</ProperName>
            </Link>
            <p className={styles['muted']}>
              {t.step.born(f.date(birthDate))} · <ProperName>{unit.name}</ProperName> · {texts.memberStates[state]}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
