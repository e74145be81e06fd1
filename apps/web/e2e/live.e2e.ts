import type { Page } from '@playwright/test';
import { accounts, expect, figure, overviewOf, test } from './journey.ts';

const unit = 'Đảng bộ tỉnh Long An';

/** The server tells that something has changed, and the figures of the next answer are other ones. */
async function enterSomething(page: Page): Promise<() => void> {
  let entered = false;
  await page.route('**/events', async (route) => {
    while (!entered) await new Promise((resolve) => setTimeout(resolve, 50));
    await route.fulfill({ contentType: 'text/event-stream', body: 'retry: 60000\n\nevent: changed\nid: 1\ndata: 1\n\n' });
  });
  await page.route('**/graphql', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    // Everything that is shown is asked anew, and says the same.
    for (const unit of [body.data?.viewer?.own, body.data?.unit]) {
      const admitted = unit?.rollup?.admitted;
      if (entered && admitted?.value === 1874) admitted.value += 1;
    }
    await route.fulfill({ response, json: body });
  });
  return () => {
    entered = true;
  };
}

test('a board that nobody touches changes within two seconds of an entry', async ({ page, signIn }) => {
  const enter = await enterSomething(page);
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, unit);
  await expect(figure(page, 'Kết nạp')).toHaveText('1.874');
  enter();
  await expect(figure(page, 'Kết nạp')).toHaveText('1.875', { timeout: 2_000 });
});

test('under a hand nothing moves until it is told to', async ({ page, signIn }) => {
  const enter = await enterSomething(page);
  await signIn(accounts.province, '/tong-quan?ky=2023');
  await overviewOf(page, unit);
  await page.mouse.move(600, 500);
  enter();
  await expect(page.getByText('Có số liệu mới.')).toBeVisible();
  await expect(figure(page, 'Kết nạp')).toHaveText('1.874');
  await page.getByRole('button', { name: 'Cập nhật' }).click();
  await expect(figure(page, 'Kết nạp')).toHaveText('1.875');
  await expect(page.getByText('Có số liệu mới.')).toBeHidden();
});
