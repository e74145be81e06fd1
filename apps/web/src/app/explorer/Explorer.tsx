import { useGraphiQL, type GraphiQLPlugin } from '@graphiql/react';
import { IconListDetails } from '@tabler/icons-react';
import { GraphiQL } from 'graphiql';
import { useEffect, useState } from 'react';
import { readLanguage } from '../../shared/messages/language-store.ts';
import { BrandMark } from '../shell/BrandMark.tsx';
import { examples } from './examples.ts';
import styles from './Explorer.module.css';
import { fetchQuery, fetchViewerName } from './fetch-query.ts';
import { explorerTexts } from './texts.ts';

const language = readLanguage();
const texts = explorerTexts[language];

const examplesPlugin: GraphiQLPlugin = {
  title: texts.examples,
  icon: () => <IconListDetails aria-hidden="true" stroke={1.6} />,
  content: Examples,
};

const plugins = [examplesPlugin];

/** GraphiQL with our own examples, run with the rights of whoever is signed in. */
export function Explorer() {
  return (
    <div className={styles['page']}>
      <Head />
      <main className={styles['editor']} lang="en">
        <GraphiQL
          fetcher={(parameters) => fetchQuery(parameters)}
          plugins={plugins}
          visiblePlugin={examplesPlugin}
          defaultQuery={examples[0]?.query ?? ''}
          defaultTheme="light"
          forcedTheme="light"
          isHeadersEditorEnabled={false}
          showPersistHeadersSettings={false}
          storage={sessionStorage}
        />
      </main>
    </div>
  );
}

function Head() {
  const [name, setName] = useState<string | null | undefined>();
  useEffect(() => {
    fetchViewerName().then(setName, () => setName(null));
  }, []);
  return (
    <header className={styles['head']}>
      <BrandMark size="1.85rem" />
      <h1>{texts.heading}</h1>
      <p className={styles['who']}>
        {name === undefined ? null : name === null ? texts.signedOut : texts.signedIn(name)}
      </p>
      <nav aria-label={texts.links}>
        {name === null ? <a href="/dang-nhap?tiep=/explorer">{texts.signIn}</a> : null}
        <a href="/schema.graphql">{texts.schema}</a>
        <a href="/tong-quan">{texts.application}</a>
      </nav>
    </header>
  );
}

function Examples() {
  // A query can be put in and run once both editors stand; what is clicked before would be lost.
  const editor = useGraphiQL(({ queryEditor, responseEditor }) => responseEditor && queryEditor);
  return (
    <div className={styles['examples']} lang={language === 'VI' ? 'vi' : 'en'}>
      <h2>{texts.examples}</h2>
      <p>{texts.examplesLead}</p>
      <ol>
        {examples.map(({ name, titles, query }) => (
          <li key={name}>
            <button
              type="button"
              aria-disabled={!editor}
              onClick={() => {
                editor?.setValue(query);
                editor?.focus();
              }}
            >
              {titles[language]}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
