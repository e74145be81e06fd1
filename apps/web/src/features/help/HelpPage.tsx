import { IconArrowLeft } from '@tabler/icons-react';
import { getRouteApi, Link, useCanGoBack, useRouter } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { ViewerQuery } from '../access/index.ts';
import styles from './HelpPage.module.css';
import { HelpSample } from './HelpSample.tsx';
import { en } from './texts/en.ts';
import { helpScreens, samples, type Explained, type HelpTexts, type ScreenHelp } from './texts/help-texts.ts';
import { vi } from './texts/vi.ts';

const route = getRouteApi('/tro-giup');

/** One short page for each screen. It needs nothing from the server; who is signed in is asked for the frame around it. */
export function HelpPage() {
  const { trang } = route.useSearch();
  const { m, language } = usePrinting();
  const screens = useScreens();
  useQuery({ query: ViewerQuery });
  const texts = language === 'VI' ? vi : en;
  const screen = screens.find((known) => known === trang) ?? 'tong-quan';
  const help = texts.screens[screen];
  useEffect(() => {
    document.title = `${texts.title}: ${help.title} – ${m.product.name}`;
  }, [texts, help, m]);
  return (
    <div className={styles['page']}>
      <div className={styles['head']}>
        <h1>{texts.title}</h1>
        <BackButton>{texts.back}</BackButton>
      </div>
      {screens.length < 2 ? null : (
        <nav aria-label={texts.pages} className={styles['pages']}>
          {screens.map((known) => (
            <Link key={known} to="/tro-giup" search={{ trang: known }} replace aria-current={known === screen ? 'page' : undefined}>
              {texts.screens[known].title}
            </Link>
          ))}
        </nav>
      )}
      <Screen help={help} texts={texts} />
    </div>
  );
}

/** The screens that this application has: a page of help about one that is not there would mislead. */
function useScreens() {
  const { routesByPath } = useRouter();
  const paths = Object.keys(routesByPath);
  return helpScreens.filter((screen) => paths.some((path) => path.split('/')[1] === screen));
}

function BackButton({ children }: { children: ReactNode }) {
  const router = useRouter();
  if (!useCanGoBack()) return null;
  return (
    <Button icon={<IconArrowLeft size="1.2em" aria-hidden="true" />} onClick={() => router.history.back()}>
      {children}
    </Button>
  );
}

function Screen({ help, texts }: { help: ScreenHelp; texts: HelpTexts }) {
  return (
    <article className={styles['article']}>
      <h2>{help.title}</h2>
      <section>
        <h3>{texts.answers}</h3>
        <ul className={styles['answers']}>
          {help.answers.map((answer) => (
            <li key={answer}>{answer}</li>
          ))}
        </ul>
      </section>
      {samples.every((sample) => help.reading[sample] === undefined) ? null : (
        <section>
          <h3>{texts.reading}</h3>
          <ul className={styles['reading']}>
            {samples.map((sample) =>
              help.reading[sample] === undefined ? null : (
                <li key={sample}>
                  <div className={styles['sample']}>
                    <HelpSample sample={sample} />
                  </div>
                  <p>{help.reading[sample]}</p>
                </li>
              ),
            )}
          </ul>
        </section>
      )}
      <section>
        <h3>{texts.doing}</h3>
        <Explanations list={[...help.doing, ...texts.everywhere]} />
      </section>
      <section>
        <h3>{texts.keys}</h3>
        <Explanations list={texts.keyList} keys />
      </section>
    </article>
  );
}

function Explanations({ list, keys = false }: { list: readonly Explained[]; keys?: boolean }) {
  return (
    <dl className={styles['explained']}>
      {list.map(([word, meaning]) => (
        <div key={word}>
          <dt>{keys ? <kbd>{word}</kbd> : word}</dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
