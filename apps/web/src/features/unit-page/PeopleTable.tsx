import type { MemberState } from '@banyan/schema/enums';
import { Link } from '@tanstack/react-router';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import styles from './PeopleTab.module.css';

interface Person {
  readonly id: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly state: MemberState;
  readonly ceremonyOn: string | null;
  readonly officialOn: string | null;
  readonly unit: { readonly name: string };
}

interface PeopleTableProps {
  readonly people: readonly Person[];
  /** Whether the members belong to several units. */
  readonly withUnit: boolean;
}

/** Members with the days of becoming one; a name opens the record. On a phone each member is a card. */
export function PeopleTable({ people, withUnit }: PeopleTableProps) {
  const { m, f, texts } = usePrinting();
  const day = (date: string | null) => (date === null ? m.common.none : f.date(date));
  return (
    <table className={styles['table']} aria-label={m.overview.people}>
      <thead>
        <tr>
          <th scope="col">{m.person.name}</th>
          <th scope="col">{m.person.birth}</th>
          <th scope="col">{m.person.state}</th>
          <th scope="col">{m.person.ceremony}</th>
          <th scope="col">{m.person.official}</th>
          {withUnit ? <th scope="col">{m.person.unit}</th> : null}
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id}>
            <th scope="row">
              <Link to="/don-vi/$code" from="/don-vi/$code" search={(previous) => ({ ...previous, nguoi: person.id })} resetScroll={false}>
                <ProperName>{person.fullName}</ProperName>
              </Link>
            </th>
            <td data-label={m.person.birth}>{f.date(person.birthDate)}</td>
            <td data-label={m.person.state}>{texts.memberStates[person.state]}</td>
            <td data-label={m.person.ceremony}>{day(person.ceremonyOn)}</td>
            <td data-label={m.person.official}>{day(person.officialOn)}</td>
            {withUnit ? (
              <td data-label={m.person.unit} className={styles['unit']}>
                <ProperName>{person.unit.name}</ProperName>
              </td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
