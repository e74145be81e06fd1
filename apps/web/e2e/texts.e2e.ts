import type { Page, Route } from '@playwright/test';
import { addPath, openScreen, personPath, type Screen } from './candidates.ts';
import { expect, test } from './journey.ts';

/** Every screen with its states that hold text of their own. */
const screens: Readonly<Record<string, Screen>> = {
  overview: '/tong-quan?ky=2023',
  'overview of a term': '/tong-quan?ky=2020-10-16/2024-06-30&phan-tich=do-tuoi',
  'a list': '/tong-quan?don-vi=long-an.can-duoc&ky=2023&xem=ket-nap',
  tree: '/to-chuc?ky=2023',
  'the whole': '/to-chuc?ky=2023&xem=toan-canh',
  'list of units': '/to-chuc?ky=2023&xem=danh-sach',
  unit: '/don-vi/long-an.can-duoc?ky=2023',
  members: '/don-vi/long-an.can-duoc?ky=2023&xem=dang-vien',
  history: '/don-vi/long-an.can-duoc?ky=2023&xem=lich-su',
  comparison: '/so-sanh?ky=2023&a=long-an.can-duoc,long-an.ben-luc',
  'comparison of a kind': '/so-sanh?ky=2023&a=long-an.can-duoc&xem=cung-loai',
  person: personPath,
  'a new candidate': addPath,
  help: '/tro-giup',
};

/** The screens of those who work with people day by day. */
const work = {
  'things to do': '/viec',
  candidates: '/nguon?buoc=trinh-duyet',
  'candidates in columns': '/nguon?xem=cot',
  'waiting for the ceremony': '/ket-nap',
  'due for recognition': '/ket-nap?xem=du-bi',
  recognised: '/ket-nap?xem=cong-nhan',
  'letters that were sent': '/chuyen-sinh-hoat?xem=da-gui',
  'the register of documents': '/van-ban',
  'a document that is entered': '/van-ban?van-ban=moi',
  'a plan of the year': '/ke-hoach',
  obstacles: '/vuong-mac',
  reminders: '/vuong-mac?xem=don-doc',
  inspections: '/vuong-mac?xem=kiem-tra',
  'help of plans': '/tro-giup?trang=ke-hoach',
  'who is in charge': '/phu-trach',
  'hamlets of a commune': '/don-vi/song-mau.xa-an-kieu',
  'help of the candidates': '/tro-giup?trang=nguon',
} as const;

const all: readonly (readonly [name: string, path: Screen, account?: string])[] = [
  ...Object.entries(screens),
  ...Object.entries(work).map(([name, path]) => [name, path, 'staff@an-kieu'] as const),
];

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await expect(page.getByRole('status', { name: /Đang tải|Loading/ })).toHaveCount(0);
}

/** What is written on the page and spoken of it, without the names that data gives. */
async function wordsOf(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const said: string[] = [];
    const isName = (element: Element | null) => element?.closest('[lang="vi"]') !== null && element?.closest('[lang="vi"]') !== document.documentElement;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Text && node.parentElement && !isName(node.parentElement) && !['SCRIPT', 'STYLE', 'NOSCRIPT', 'KBD'].includes(node.parentElement.tagName)) said.push(node.data);
      if (node instanceof Element && !isName(node)) {
        for (const attribute of ['aria-label', 'title', 'placeholder', 'alt']) said.push(node.getAttribute(attribute) ?? '');
      }
    }
    return said.join('\n');
  });
}

/** Words that no Vietnamese text holds. Names of products and keys are the same in both languages. */
const english = /\b(the|of|and|with|show|hide|units?|members?|admitted|period|year|quarter|table|search|loading|close|open|download|print|than|last|none|total)\b/i;

/** Names as they are in every language. */
const nameWords = /(Đảng bộ|Chi bộ|Đảng ủy|Trương Khắc Nghiêm|Tạ Hoài Khuyên|Printed by |^Entries of |^by \d+-QĐ\/|^End the part of )/;

for (const [name, path, account] of all) {
  test(`no word of another language stands on: ${name}`, async ({ page, signIn, request }) => {
    await openScreen(path, signIn, request, account);
    await settled(page);
    const found = (await wordsOf(page)).split('\n').filter((text) => english.test(text) && !/^\s*(Tab|Esc|Enter|Home|End|Ctrl)/.test(text));
    expect(found).toEqual([]);

    await page.evaluate(() => localStorage.setItem('banyan.language', 'EN'));
    await page.reload();
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    const text = await wordsOf(page);
    const foreign = text.split('\n').filter((line) => /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(line) && !nameWords.test(line) && line.trim() !== 'Tiếng Việt');
    expect(foreign).toEqual([]);
  });
}

/** Names that do harm where they are not shown as text. */
const teeth = [
  '<img src=x onerror=alert(1)><script>alert(2)</script>',
  '=HYPERLINK("http://127.0.0.1/","x")',
  'Đảng bộ \u202Eđảo ngược\u2066 chữ',
  'Đảng bộ huyện Cần Đước'.normalize('NFD'),
  `Đảng bộ ${'rất dài '.repeat(24)}`,
  'X'.repeat(200),
];

/** Gives every name of an answer teeth. A question that the page has left meanwhile has no answer. */
async function bite(route: Route): Promise<void> {
  try {
    const response = await route.fetch();
    const text = await response.text();
    let index = 0;
    const bitten = text.replaceAll(/"(name|fullName|displayName)":"[^"]*"/g, (_, key: string) => `"${key}":${JSON.stringify(teeth[(index += 1) % teeth.length])}`);
    await route.fulfill({ response, body: bitten });
  } catch {
    await route.abort().catch(() => undefined);
  }
}

for (const [name, path, account] of all.filter(([, path]) => typeof path !== 'string' || !path.startsWith('/tro-giup'))) {
  test(`names with teeth are text on: ${name}`, async ({ page, signIn, request }) => {
    await page.route('**/graphql', (route) => bite(route));
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 844 });
      if (width === 1440) await openScreen(path, signIn, request, account);
      else await page.reload();
      await settled(page);
      expect(await page.locator('main img, main script, header img, header script').count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `${width} pixels`).toBeLessThanOrEqual(0);
    }
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });
}
