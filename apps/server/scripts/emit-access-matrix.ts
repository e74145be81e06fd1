import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isObjectType } from 'graphql';
import { roles, type Role } from '@banyan/schema/enums';
import { actionOf, isAllowed, policy, type Action } from '../src/contexts/access/index.ts';
import { serverFolder } from '../src/platform/folders.ts';
import { buildSchema } from '../src/schema.ts';

/** Where the matrix lies. */
export const accessMatrixPath = join(serverFolder(), '..', '..', 'docs', 'access-matrix.md');

interface GuardedField {
  readonly coordinate: string;
  readonly action: Action;
  readonly isRoot: boolean;
}

function actions(): Action[] {
  return Object.keys(policy).filter((name): name is Action => name in policy);
}

function fieldsOfSchema(): GuardedField[] {
  const schema = buildSchema();
  const rootTypes = [schema.getQueryType(), schema.getMutationType()];
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__'))
    .flatMap((type) =>
      Object.keys(type.getFields()).flatMap((field) => {
        const action = actionOf(type.name, field);
        return action ? [{ coordinate: `${type.name}.${field}`, action, isRoot: rootTypes.includes(type) }] : [];
      }),
    )
    .toSorted((a, b) => (a.coordinate < b.coordinate ? -1 : 1));
}

/** Writes the fields of a type as one line where all of them are there under one action. */
function byType(these: readonly GuardedField[], all: readonly GuardedField[]): GuardedField[] {
  const types = new Set(these.map(({ coordinate }) => typeOf(coordinate)));
  return [...types].flatMap((type) => {
    const own = these.filter(({ coordinate }) => typeOf(coordinate) === type);
    const first = own[0];
    const isWhole = own.length === all.filter(({ coordinate }) => typeOf(coordinate) === type).length && new Set(own.map(({ action }) => action)).size === 1;
    return isWhole && first ? [{ ...first, coordinate: `${type}.*` }] : own;
  });
}

function typeOf(coordinate: string): string {
  return coordinate.slice(0, coordinate.indexOf('.'));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const reaches = {
  EVERYONE: 'everyone, signed in or not',
  ACCOUNT: 'one’s own account',
  SUBTREE: 'the subtree of the grant',
} as const;

function rolesOf(action: Action): string {
  if (policy[action].reach === 'EVERYONE') return 'everyone';
  const named = roles.filter((role) => isAllowed(role, action));
  return named.length === roles.length ? 'every role' : named.join(', ');
}

/** docs/access-matrix.md: who may take which action, and which action stands behind which part of the API. */
export function accessMatrix(): string {
  const mark = (role: Role, action: Action) => (isAllowed(role, action) ? '●' : '');
  const rowOf = (action: Action) => [`\`${action}\``, reaches[policy[action].reach], ...roles.map((role) => mark(role, action))];
  const fields = fieldsOfSchema();
  const roots = fields.filter((field) => field.isRoot);
  // A field below that every role may read is guarded by the field that leads to it.
  const guarded = byType(fields.filter(({ action, isRoot }) => !isRoot && policy[action].roles.length < roles.length), fields);
  const rows = (of: readonly GuardedField[]) => of.map(({ coordinate, action }) => [`\`${coordinate}\``, `\`${action}\``, rolesOf(action)]);
  return `# Access matrix

Generated from \`contexts/access/domain/policy.ts\`, \`contexts/access/domain/schema-policy.ts\` and the schema. Do not edit:
\`npm run check:drift -- --write\` rewrites it.

This is the wall of the application. The second wall, the row policies of the database, is in
\`apps/server/db/current/050_policies.sql\`; each holds without the other.

## Actions

${table(['action', 'reach', ...roles], actions().map(rowOf))}

## Root fields

${table(['field', 'action', 'who'], rows(roots))}

## Fields below that leave a role out

Every other field belongs to a type that is reached through one of these or through a root field.

${table(['field', 'action', 'who'], rows(guarded))}

## What a role that reads sums only may not ask

ADMINISTRATOR, AUDITOR and OBSERVER may not read people, so they read sums alone: whole past years and quarters,
small counts hidden. [Decision 0005](decisions/0005-sums-only.md) tells the rules.
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(accessMatrixPath, accessMatrix());
