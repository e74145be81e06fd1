import { useEffect } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { usePrintedAt } from '../../shared/ui/use-paper.ts';
import { ViewerFields, ViewerQuery } from '../access/index.ts';
import styles from './PaperHead.module.css';

interface PaperHeadProps {
  readonly unit: string;
  readonly period: string;
  /** The last day that the figures count. */
  readonly until: string;
}

/** What paper says above the page, and what every sheet says at its foot: of whom and when, printed when and by whom. */
export function PaperHead({ unit, period, until }: PaperHeadProps) {
  const { m, f, texts } = usePrinting();
  const printedAt = usePrintedAt();
  const [{ data }] = useQuery({ query: ViewerQuery, requestPolicy: 'cache-only' });
  const viewer = readFragment(ViewerFields, data?.viewer);
  useFoot(`${unit} · ${period}`);
  return (
    <div className={styles['head']}>
      <p>
        <strong>{m.product.name}</strong> · {m.product.subject}
      </p>
      <p>
        {period} · {m.files.dataUntil(f.date(until))}
      </p>
      <p>
        {printedAt === null ? null : m.files.printedAt(f.dateTime(printedAt))}
        {viewer ? ` · ${m.files.printedBy(viewer.account.displayName, texts.roles[viewer.role])}` : null}
      </p>
    </div>
  );
}

/** The foot of every sheet, where the browser has room in its margins: style sheets cannot read the page, so it is written for each. */
function useFoot(text: string) {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@page { @bottom-left { content: ${JSON.stringify(text)}; } }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    };
  }, [text]);
}
