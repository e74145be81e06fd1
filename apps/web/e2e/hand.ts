import type { Page } from '@playwright/test';

/** A hand that counts what it does: clicks, and keys that are neither text nor arrows. */
export class Hand {
  clicks = 0;
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async click(name: string | RegExp, role: 'button' | 'link' | 'radio' | 'menuitem' = 'button'): Promise<void> {
    this.clicks += 1;
    await this.page.getByRole(role, { name }).first().click();
  }
}
