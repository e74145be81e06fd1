import { accounts, expect, test } from './journey.ts';
import { watchVitals } from './vitals.ts';

test.use({ isFirstLook: true });

const pages = {
  overview: '/tong-quan?ky=2023',
  tree: '/to-chuc?ky=2023',
  unit: '/don-vi/long-an.can-duoc?ky=2023',
  comparison: '/so-sanh?ky=2023&a=long-an.can-duoc,long-an.ben-luc',
} as const;

for (const [name, path] of Object.entries(pages)) {
  test(`nothing jumps while the page arrives: ${name}`, async ({ page, signIn }) => {
    const vitals = await watchVitals(page);
    await signIn(accounts.province, path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
    await page.waitForTimeout(1_000);
    expect((await vitals()).shift).toBeLessThanOrEqual(0.02);
  });
}
