import { lazy, Suspense, useEffect } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { usePrintedAt } from '../../../shared/ui/use-paper.ts';
import { ViewerFields, ViewerQuery } from '../../access/index.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import styles from './PersonPage.module.css';

// Nothing on the screen needs it, so that it comes after the page; without it paper has the rest.
const PageCode = lazy(async () => {
  try {
    return { default: (await import('./PageCode.tsx')).PageCode };
  } catch {
    return { default: () => <></> };
  }
});

/** What paper says above the record, and at the foot of every sheet: of whom, printed when and by whom, and where the page is. */
export function PaperHead({ id, name, unit }: { readonly id: string; readonly name: string; readonly unit: string }) {
  const { m, f, texts } = usePrinting();
  const { t } = usePeopleTexts();
  const printedAt = usePrintedAt();
  const [{ data }] = useQuery({ query: ViewerQuery, requestPolicy: 'cache-only' });
  const viewer = readFragment(ViewerFields, data?.viewer);
  const foot = `${t.page.sheet} · ${name} · ${unit}`;
  useEffect(() => {
    // The browser writes it in its margins: style sheets cannot read the page, so it is written for each.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page { @bottom-left { content: ${JSON.stringify(foot)}; } }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [foot]);
  return (
    <div className={styles['paperHead']}>
      <p>
        <strong>{m.product.name}</strong> · {m.product.subject}
      </p>
      <p>
        <strong>{t.page.sheet}</strong>
      </p>
      <p>
        {printedAt === null ? null : m.files.printedAt(f.dateTime(printedAt))}
        {viewer ? ` · ${m.files.printedBy(viewer.account.displayName, texts.roles[viewer.role])}` : null}
      </p>
      <Suspense>
        <PageCode address={`${location.origin}/nguoi/${encodeURIComponent(id)}`} label={t.page.address} />
      </Suspense>
    </div>
  );
}
