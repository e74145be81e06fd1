import type { Page } from '@playwright/test';

/** What a visitor sees of a page that arrives: when the largest part of it was painted (ms), and how much of it jumped. */
export interface Vitals {
  readonly largestPaint: number;
  readonly shift: number;
}

/** Watches the page from its first moment. */
export async function watchVitals(page: Page): Promise<() => Promise<Vitals>> {
  await page.addInitScript(() => {
    const vitals = { largestPaint: 0, shift: 0 };
    Object.assign(window, { vitals });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) vitals.largestPaint = Math.max(vitals.largestPaint, entry.startTime);
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) if (!entry.hadRecentInput) vitals.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return async () => await page.evaluate(() => (window as unknown as { vitals: Vitals }).vitals);
}
