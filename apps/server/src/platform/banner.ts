import pg from 'pg';

/** An account of the demonstration data as the banner shows it. */
export interface DemonstrationAccount {
  readonly name: string;
  readonly role: string;
  readonly unit: string;
}

/** The accounts of the demonstration data in this database; none where it was not loaded. */
export async function listDemonstrationAccounts(ownerUrl: string): Promise<DemonstrationAccount[]> {
  const client = new pg.Client(ownerUrl);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<DemonstrationAccount>(
      `select a.name, g.role, format('%s (%s)', u.name, u.code) as unit
       from account a join access_grant g on g.account_id = a.id join unit u on u.id = g.unit_id
       where a.is_demonstration and a.active and g.role <> 'SUPERVISOR' order by u.code, a.name`,
    );
    return rows;
  } finally {
    await client.end();
  }
}

/** What a start ends with: where to go, and whom to go there as. */
export function banner({ url, accounts, password, seconds }: {
  url: string;
  accounts: readonly DemonstrationAccount[];
  password: string;
  seconds: number;
}): string {
  const widthOf = (field: 'name' | 'role') => Math.max(0, ...accounts.map((account) => account[field].length));
  const table = accounts.map(({ name, role, unit }) => `    ${name.padEnd(widthOf('name'))}  ${role.padEnd(widthOf('role'))}  ${unit}`);
  const demonstration =
    table.length === 0
      ? []
      : ['', `  Tài khoản minh hoạ, mật khẩu "${password}" · Demonstration accounts, password "${password}"`, ...table];
  return [
    '',
    `  Banyan đã sẵn sàng sau ${seconds.toFixed(1)} giây · ready in ${seconds.toFixed(1)} s`,
    '',
    `    Ứng dụng · Application     ${url}/`,
    `    GraphQL                    ${url}/graphql`,
    `    Trang thử · Explorer       ${url}/explorer`,
    ...demonstration,
    '',
    '  Ctrl-C để dừng · Ctrl-C stops it',
    '',
  ].join('\n');
}
