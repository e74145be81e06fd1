import { useEffect, useRef } from 'react';

/** Takes the focus to the first input of a form that is to blame, whenever others are. */
export function useFirstProblem(problems: Readonly<Record<string, string | undefined>>) {
  const form = useRef<HTMLFormElement>(null);
  const names = Object.keys(problems).join(' ');
  useEffect(() => {
    if (names !== '') form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-invalid] input')?.focus();
  }, [names]);
  return form;
}
