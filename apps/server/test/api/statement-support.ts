import pg from 'pg';
import { vi } from 'vitest';

const original = pg.Client.prototype.query;

/** The statements that are sent to the database meanwhile, apart from the compactor's. */
export async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    sent.push(typeof first === 'string' ? first : (first as { text: string }).text);
    return original.apply(this, args as never) as never;
  });
  await work();
  spy.mockRestore();
  return sent.filter((text) => !text.includes('app.compact'));
}
