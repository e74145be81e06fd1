import type { Page } from '@playwright/test';
import { violations } from './axe.ts';
import { openScreen } from './candidates.ts';
import { screens, settledScreen, states, wordsOf } from './every-screen.ts';
import { expect, test } from './journey.ts';

/* What holds on every screen: it speaks one language, anybody can use it, and Tab goes through it. One look at each for all of it; the other language is looked at on a phone. */

/** Words that no Vietnamese text holds. Names of products and keys are the same in both languages. */
const english = /\b(the|of|and|with|show|hide|units?|members?|admitted|period|year|quarter|table|search|loading|close|open|download|print|than|last|none|total)\b/i;

interface Focused {
  readonly name: string;
  /** Pixels of the ring around it. */
  readonly ring: number;
  readonly inSight: boolean;
}

/** What has the focus; null where nothing on the page has it. */
async function focused(page: Page): Promise<Focused | null> {
  return await page.evaluate(async () => {
    const element = document.activeElement;
    if (element === null || element === document.body) return null;
    const isInSight = () => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const seen = document.elementFromPoint(Math.max(0, Math.min(innerWidth - 1, (left + right) / 2)), Math.max(0, Math.min(innerHeight - 1, (top + bottom) / 2)));
      return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth && (seen === null || element.contains(seen) || seen.contains(element));
    };
    // What comes with the focus, and what goes, takes a few frames on a busy machine.
    for (let frame = 0; frame < 10 && !isInSight(); frame += 1) await new Promise(requestAnimationFrame);
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    // A picture frames the part that has the focus instead of itself.
    const frame = element instanceof SVGElement ? [...element.querySelectorAll('g > rect:last-child')].filter((part) => part.checkVisibility()).at(-1) : undefined;
    return {
      name: `${element.tagName.toLowerCase()} ${element.getAttribute('aria-label') ?? element.textContent ?? ''}`.slice(0, 80),
      ring: Number.parseFloat(frame !== undefined ? getComputedStyle(frame).strokeWidth : outlineStyle === 'none' ? '0' : outlineWidth),
      inSight: isInSight(),
    };
  });
}

/** What Tab passes that cannot be seen to have the focus. */
async function unseenBehindTab(page: Page): Promise<Focused[]> {
  const unseen: Focused[] = [];
  let stops = 0;
  for (; stops < 600; stops += 1) {
    await page.keyboard.press('Tab');
    const stop = await focused(page);
    if (stop === null) break;
    if (stop.ring < 2 || !stop.inSight) unseen.push(stop);
  }
  expect(stops, 'stops of Tab').toBeGreaterThan(3);
  expect(stops, 'stops of Tab').toBeLessThan(600);
  return unseen;
}

for (const { name, path, account } of [...screens, ...states]) {
  test(`every screen: ${name}`, async ({ page, signIn, request }) => {
    await openScreen(path, signIn, request, account);
    await settledScreen(page);
    const found = (await wordsOf(page)).filter((text) => english.test(text) && !/^\s*(Tab|Esc|Enter|Home|End|Ctrl)/.test(text));
    expect.soft(found, 'no word of English').toEqual([]);
    expect.soft(await violations(page), 'anybody can use it').toEqual([]);
    if (screens.some((screen) => screen.name === name)) expect((await unseenBehindTab(page)).slice(0, 5), 'what has the focus is in sight').toEqual([]);
  });
}
