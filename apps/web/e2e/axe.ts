import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const waiting = ':is([aria-busy="true"], [data-busy])';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

async function look(page: Page, context: object): Promise<string[]> {
  // What waits for a newer answer is greyed until that is there. What lies behind a dialog may wait for what is done in it: there the dialog is looked at.
  await expect(page.locator(`body:not(:has(dialog[open])) ${waiting}, dialog[open] ${waiting}`)).toHaveCount(0);
  // It stays with a page until that is loaded anew.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe);
  const found = await page.evaluate(
    `axe.run(${JSON.stringify({ include: ['html', 'dialog[open]'], exclude: [`body:has(dialog[open]) main ${waiting}`], ...context })}, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  );
  return (found as Violation[]).flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} — ${failureSummary.slice(0, 300)}`),
  );
}

/** What axe finds on the page, or in a part of it. What was there only while the page began to wait for something is gone when it has come. */
export async function violations(page: Page, context: object = {}): Promise<string[]> {
  const found = await look(page, context);
  return found.length === 0 ? found : await look(page, context);
}
