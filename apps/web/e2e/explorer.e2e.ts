import { accounts, expect, overviewOf, test } from './journey.ts';

test('every saved example runs', async ({ page, signIn }) => {
  test.slow();
  await signIn(accounts.province);
  await overviewOf(page, 'Đảng bộ tỉnh Long An');
  await page.goto('/explorer');
  const examples = page.getByRole('listitem').getByRole('button');
  await expect(page.getByText('Chạy với quyền của board@long-an')).toBeVisible();
  const count = await examples.count();
  expect(count).toBeGreaterThanOrEqual(10);
  for (let index = 0; index < count; index += 1) {
    await examples.nth(index).click();
    const [response] = await Promise.all([
      page.waitForResponse((answer) => {
        if (!answer.url().endsWith('/graphql')) return false;
        return !(answer.request().postData() ?? '').includes('__schema');
      }),
      page.getByRole('button', { name: /execute query/i }).click(),
    ]);
    const body: { errors?: unknown; data?: unknown } = await response.json();
    expect(body.errors, (await examples.nth(index).textContent()) ?? '').toBeUndefined();
    expect(body.data).toBeTruthy();
  }
});

test('everything comes from our own address', async ({ page, baseURL }) => {
  const elsewhere: string[] = [];
  let last = Date.now();
  page.on('request', (request) => {
    last = Date.now();
    const url = request.url();
    if (!url.startsWith(baseURL ?? '') && !url.startsWith('data:') && !url.startsWith('blob:')) elsewhere.push(url);
  });
  await page.goto('/explorer');
  await expect(page.getByRole('heading', { level: 2 })).toBeVisible();
  // What the editor's workers ask for is not always told to have ended: nothing new for a while is the end.
  await expect.poll(() => Date.now() - last > 1_500).toBe(true);
  expect(elsewhere).toEqual([]);
});
