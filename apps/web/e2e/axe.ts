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

/** Looks once; says beside what is found whether something began or ceased to wait meanwhile. */
async function look(page: Page, context: object): Promise<{ found: string[]; waited: boolean }> {
  // What waits for a newer answer is greyed until that is there. What lies behind a dialog may wait for what is done in it: there the dialog is looked at.
  await expect(page.locator(`body:not(:has(dialog[open])) ${waiting}, dialog[open] ${waiting}`)).toHaveCount(0);
  // It stays with a page until that is loaded anew.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(axe);
  const answer = await page.evaluate(`(async () => {
    let waited = false;
    const observer = new MutationObserver(() => { waited = true; });
    observer.observe(document, { subtree: true, attributeFilter: ['aria-busy', 'data-busy'] });
    const { violations } = await axe.run(${JSON.stringify({ include: ['html', 'dialog[open]'], exclude: [`body:has(dialog[open]) main ${waiting}`], ...context })}, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] });
    waited ||= observer.takeRecords().length > 0;
    observer.disconnect();
    return { violations, waited };
  })()`);
  const { violations: found, waited } = answer as { violations: readonly Violation[]; waited: boolean };
  return { found: found.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} — ${failureSummary.slice(0, 300)}`)), waited };
}

/** What axe finds on the page, or in a part of it. Of a look during which the page began to wait nothing is known: then it looks again. */
export async function violations(page: Page, context: object = {}): Promise<string[]> {
  for (let looks = 1; ; looks += 1) {
    const { found, waited } = await look(page, context);
    if (found.length === 0 || !waited || looks === 3) return found;
  }
}
