import type { Page } from '@playwright/test';
import { addPath, personPath, type Screen } from './candidates.ts';
import { expect } from './journey.ts';

/* Every screen of the application, for what holds on all of them. */

/** An address, and who looks at it where that is not the board of the province of the demonstration. */
export interface Shown {
  readonly name: string;
  readonly path: Screen;
  readonly account?: string;
}

function shown(paths: Readonly<Record<string, Screen>>, account?: string): Shown[] {
  return Object.entries(paths).map(([name, path]) => (account === undefined ? { name, path } : { name, path, account }));
}

/** Each screen as it opens. */
export const screens: readonly Shown[] = [
  ...shown({
    overview: '/tong-quan?ky=2023',
    tree: '/to-chuc?ky=2023',
    'the whole': '/to-chuc?ky=2023&xem=toan-canh',
    'list of units': '/to-chuc?ky=2023&xem=danh-sach&tim=cong+an',
    unit: '/don-vi/long-an.can-duoc?ky=2023',
    members: '/don-vi/long-an.can-duoc?ky=2023&xem=dang-vien',
    'units below': '/don-vi/long-an.can-duoc?ky=2023&xem=cap-duoi',
    history: '/don-vi/long-an.can-duoc?ky=2023&xem=lich-su',
    comparison: '/so-sanh?ky=2023&a=long-an.can-duoc,long-an.ben-luc',
    person: personPath,
    'a new candidate': addPath,
    help: '/tro-giup',
  }),
  ...shown({
    'things to do': '/viec',
    candidates: '/nguon?buoc=trinh-duyet',
    'candidates in columns': '/nguon?xem=cot',
    'waiting for the ceremony': '/ket-nap',
    'due for recognition': '/ket-nap?xem=du-bi',
    'who is late': '/ket-nap?xem=qua-han',
    recognised: '/ket-nap?xem=cong-nhan',
    letters: '/chuyen-sinh-hoat',
    'the register of documents': '/van-ban',
    'a plan of the year': '/ke-hoach',
    obstacles: '/vuong-mac',
    reminders: '/vuong-mac?xem=don-doc',
    inspections: '/vuong-mac?xem=kiem-tra',
    'who is in charge': '/phu-trach',
    'hamlets of a commune': '/don-vi/song-mau.xa-an-kieu',
  }, 'staff@an-kieu'),
];

/** More that screens can show, with words of their own. */
export const states: readonly Shown[] = [
  ...shown({
    'overview of a term': '/tong-quan?ky=2020-10-16/2024-06-30&phan-tich=do-tuoi',
    'a list behind a figure': '/tong-quan?don-vi=long-an.can-duoc&ky=2023&xem=ket-nap',
    'the tree, filtered': '/to-chuc?ky=2023&tim=duc+hoa',
    'the tree, filtered in vain': '/to-chuc?ky=2023&tim=khongcodonvinao',
    'comparison of a kind': '/so-sanh?ky=2023&a=long-an.can-duoc&xem=cung-loai',
  }),
  ...shown({
    'candidates that nobody is': '/nguon?tim=khongcoai',
    'letters that were sent': '/chuyen-sinh-hoat?xem=da-gui',
    'a document that is entered': '/van-ban?van-ban=moi',
    'documents that nobody has': '/van-ban?tim=khongcovanban',
    'an item that is added': '/ke-hoach?viec=moi',
    'no plan of a year': '/ke-hoach?nam=2001',
    'an obstacle that is recorded': '/vuong-mac?muc=moi',
    'an inspection that is recorded': '/vuong-mac?xem=kiem-tra&muc=moi',
    'help of plans': '/tro-giup?trang=ke-hoach',
    'help of the candidates': '/tro-giup?trang=nguon',
  }, 'staff@an-kieu'),
];

/** Waits until a screen has all that it asked for. */
export async function settledScreen(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await expect(page.getByRole('status', { name: /Đang tải|Loading/ })).toHaveCount(0);
}

/** What is written on the page and spoken of it, without the names that data gives. */
export async function wordsOf(page: Page): Promise<string[]> {
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
    return said.join('\n').split('\n');
  });
}

const vietnameseLetters = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

/** Names as they are in every language. */
const nameWords = /(Đảng bộ|Chi bộ|Đảng ủy|Trương Khắc Nghiêm|Tạ Hoài Khuyên|Printed by |^Entries of |^by \d+-QĐ\/|^End the part of )/;

/** What an English page says in Vietnamese, beside names. */
export async function vietnameseWordsOf(page: Page): Promise<string[]> {
  return (await wordsOf(page)).map((line) => line.normalize('NFC')).filter((line) => vietnameseLetters.test(line) && !nameWords.test(line) && line.trim() !== 'Tiếng Việt');
}
