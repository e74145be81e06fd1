import type { Page } from '@playwright/test';

/** A hand that counts what it does: clicks, with Enter and shortcuts among them, and letters. */
export class Hand {
  clicks = 0;
  letters = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async click(name: string | RegExp, role: 'button' | 'link' | 'radio' | 'menuitem' = 'button'): Promise<void> {
    this.clicks += 1;
    await this.page.getByRole(role, { name }).first().click();
  }

  async press(key: string): Promise<void> {
    this.clicks += 1;
    await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    this.letters += text.length;
    await this.page.keyboard.type(text);
  }
}
