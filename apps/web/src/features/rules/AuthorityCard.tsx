import { useState } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { useLast } from '../../shared/graphql/use-last.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { PowerForm, type PowerDraft } from './PowerForm.tsx';
import { AuthorityFields, AuthorityQuery, type AuthorityData } from './rules-documents.ts';
import styles from './Rules.module.css';
import { useRulesTexts } from './use-rules-texts.ts';

/** Who decides for a unit, when it was given the power itself, and the way to give it or end it. */
export function AuthorityCard({ unit }: { readonly unit: string }) {
  const { authority: t } = useRulesTexts();
  const [{ data, error, fetching }, execute] = useQuery({ query: AuthorityQuery, variables: { unit } });
  const shown = useLast(data);
  const found = readFragment(AuthorityFields, shown?.unit);
  return (
    <Card title={t.title} busy={fetching}>
      {shown === undefined ? (
        error === undefined ? <Skeleton height="4rem" /> : <QueryFailure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />
      ) : (
        <Content unit={unit} authority={found?.authority ?? null} />
      )}
    </Card>
  );
}

function Content({ unit, authority }: { readonly unit: string; readonly authority: AuthorityData | null }) {
  const { authority: t } = useRulesTexts();
  const [draft, setDraft] = useState<PowerDraft | null>(null);
  if (authority === null) return <p>{t.none}</p>;
  const { ofKind, canBeGiven, decider, giver, given, viewerCannotBecause } = authority;
  const canGive = canBeGiven.includes('DECIDES_ADMISSIONS');
  return (
    <div className={styles['authority']}>
      <p>
        {t.about}: <ProperName>{ofKind.includes('DECIDES_ADMISSIONS') ? t.ofKind : decider === null ? t.nobody : t.decides(decider.name)}</ProperName>
      </p>
      {canGive ? (
        <div>
          <h3>{t.history}</h3>
          <Given given={given} onEnd={setDraft} />
          {viewerCannotBecause !== null && giver !== null ? (
            <p className={styles['muted']}>
              <ProperName>{t.cannot(giver.name)}</ProperName>
            </p>
          ) : null}
        </div>
      ) : null}
      {draft === null && canGive && viewerCannotBecause === null ? (
        <p>
          <Button onClick={() => setDraft({ do: 'GIVE' })}>{t.give}</Button>
        </p>
      ) : null}
      {draft === null ? null : <PowerForm key={draft.do === 'GIVE' ? 'give' : draft.id} unit={unit} draft={draft} onClose={() => setDraft(null)} />}
    </div>
  );
}

interface GivenProps {
  readonly given: AuthorityData['given'];
  readonly onEnd: (draft: PowerDraft) => void;
}

function Given({ given, onEnd }: GivenProps) {
  const { m, f } = usePrinting();
  const { authority: t } = useRulesTexts();
  const own = given.filter(({ power }) => power === 'DECIDES_ADMISSIONS');
  if (own.length === 0) return <p className={styles['muted']}>{t.none}</p>;
  return (
    <ul className={styles['given']}>
      {own.map(({ id, version, from, until, isInForce, documentNumber, endedDocumentNumber, viewerCanEnd }) => (
        <li key={id}>
          <span>
            <strong>{until === null ? t.openEnded(f.date(from)) : m.scope.between(f.date(from), f.date(until))}</strong> · {isInForce ? (endedDocumentNumber !== null && until !== null ? t.endsThen(f.date(until)) : t.inForce) : viewerCanEnd || until === null ? t.toCome : t.ended}
            <span className={styles['muted']}>
              {documentNumber === null ? '' : ` · ${t.given(documentNumber)}`}
              {endedDocumentNumber === null ? '' : ` · ${t.endedBy(endedDocumentNumber)}`}
            </span>
          </span>
          {viewerCanEnd && endedDocumentNumber === null ? (
            <Button tone="quiet" onClick={() => onEnd({ do: 'END', id, version })}>
              {t.end}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
