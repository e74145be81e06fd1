import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const server = join(import.meta.dirname, '..');
const ofSteps = ['corrections', 'members-taken-up', 'recognition', 'rules-of-steps', 'transfer-rules', 'transfers'].map((name) => `test/api/${name}.spec.ts`);

test.each([...globSync('src/contexts/people/domain/*.spec.ts', { cwd: server }).toSorted(), ...ofSteps])('%s has no test outside of a rule with its source', (file) => {
  const lines = readFileSync(join(server, file), 'utf8').split('\n');
  expect(lines.filter((line) => /^(describe|it|test)\b/.test(line))).toEqual([]);
  expect(lines.some((line) => line.startsWith("rule('"))).toBe(true);
});
