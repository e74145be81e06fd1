import { useState } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Segmented } from '../../shared/ui/Segmented.tsx';
import { usePeopleTexts } from '../people/index.ts';
import type { RulePackData } from './rules-documents.ts';
import styles from './Rules.module.css';
import { useRulesTexts } from './use-rules-texts.ts';

/** The limits of a time in words, with where they stand; the pack in force first. */
export function RulePacks({ today, packs }: { readonly today: string; readonly packs: readonly RulePackData[] }) {
  const { f } = usePrinting();
  const { pack: t } = useRulesTexts();
  const present = packs.findLast(({ validFrom }) => validFrom <= today) ?? packs[0];
  const [chosen, setChosen] = useState<string | null>(null);
  const shown = packs.find(({ code }) => code === chosen) ?? present;
  if (!shown) return null;
  const [from, until] = [f.date(shown.validFrom), shown.validUntil === null ? null : f.date(shown.validUntil)];
  const validity = shown === present ? t.current(from) : until === null ? t.since(from) : t.former(from, until);
  return (
    <>
      <Card
        title={t.title}
        tools={<Segmented label={t.choose} value={shown.code} segments={packs.map(({ code, validFrom }) => ({ value: code, label: validFrom.slice(0, 4) }))} onChange={setChosen} />}
      >
        <p>{validity}</p>
        <p className={styles['muted']}>
          {t.source}: {shown.source}
        </p>
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">{t.what}</th>
              <th scope="col">{t.limit}</th>
              <th scope="col">{t.counted}</th>
            </tr>
          </thead>
          <tbody>
            {t.limits(shown, { months: t.months, days: t.workingDays }).map(([what, limit, counted]) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td className={styles['limit']}>{limit}</td>
                <td>{counted}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      <PaperList pack={shown} />
    </>
  );
}

function PaperList({ pack }: { readonly pack: RulePackData }) {
  const { pack: t } = useRulesTexts();
  const { words } = usePeopleTexts();
  return (
    <Card title={t.papers}>
      <ul className={styles['papers']}>
        {pack.papers.map(({ kind, form, step, ages }) => (
          <li key={kind}>
            {words.papers[kind]}
            <span className={styles['muted']}>{[...(form === null ? [] : [t.form(form)]), t.forStep(words.steps[step]), ...(ages ? [t.ages] : [])].map((note) => ` · ${note}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
