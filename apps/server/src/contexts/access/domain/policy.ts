import { roles, type Role } from '@banyan/schema/enums';

/** What a grant reaches: everyone, any account that is signed in, or rows inside the grant's subtree. */
export type Reach = 'EVERYONE' | 'ACCOUNT' | 'SUBTREE';

interface Rule {
  readonly roles: readonly Role[];
  readonly reach: Reach;
}

const working: readonly Role[] = ['STAFF', 'BOARD', 'SECRETARY'];
/** Those who read people and what is kept beside them: a supervisor reads as a board does, and changes nothing. */
const reading: readonly Role[] = [...working, 'SUPERVISOR'];

/** The one table of actions: who may do it, and how far it reaches. */
export const policy = {
  'schema.read': { roles, reach: 'EVERYONE' },
  'account.signIn': { roles, reach: 'EVERYONE' },
  'account.read': { roles, reach: 'ACCOUNT' },
  'session.end': { roles, reach: 'ACCOUNT' },
  'grant.switch': { roles, reach: 'ACCOUNT' },
  'view.save': { roles, reach: 'ACCOUNT' },
  'view.delete': { roles, reach: 'ACCOUNT' },
  'unit.read': { roles, reach: 'SUBTREE' },
  'unit.readAncestorStub': { roles, reach: 'SUBTREE' },
  'rollup.read': { roles, reach: 'SUBTREE' },
  'rollup.readEvidence': { roles: reading, reach: 'SUBTREE' },
  'person.read': { roles: reading, reach: 'SUBTREE' },
  'person.correct': { roles: ['STAFF', 'SECRETARY'], reach: 'SUBTREE' },
  'person.mark': { roles: ['STAFF', 'SECRETARY'], reach: 'SUBTREE' },
  'candidacy.read': { roles: reading, reach: 'SUBTREE' },
  'candidacy.change': { roles: working, reach: 'SUBTREE' },
  'candidacy.add': { roles: ['STAFF', 'SECRETARY'], reach: 'SUBTREE' },
  'candidacy.recordOfCell': { roles: ['STAFF', 'SECRETARY'], reach: 'SUBTREE' },
  'candidacy.recordOfCommittee': { roles: working, reach: 'SUBTREE' },
  'candidacy.decide': { roles: ['STAFF', 'BOARD'], reach: 'SUBTREE' },
  'transfer.read': { roles: reading, reach: 'SUBTREE' },
  'transfer.change': { roles: working, reach: 'SUBTREE' },
  'transfer.readByCode': { roles: ['STAFF', 'SECRETARY'], reach: 'SUBTREE' },
  'transfer.issue': { roles: ['STAFF', 'SECRETARY'], reach: 'SUBTREE' },
  'transfer.accept': { roles: ['STAFF', 'SECRETARY'], reach: 'SUBTREE' },
  'holiday.change': { roles: ['ADMINISTRATOR'], reach: 'SUBTREE' },
  'power.give': { roles: ['STAFF', 'BOARD'], reach: 'SUBTREE' },
  'document.read': { roles: reading, reach: 'SUBTREE' },
  'document.record': { roles: ['STAFF', 'SECRETARY'], reach: 'SUBTREE' },
  'record.read': { roles: reading, reach: 'SUBTREE' },
  'record.keep': { roles: ['STAFF', 'SECRETARY'], reach: 'SUBTREE' },
  'record.supervise': { roles: ['STAFF', 'BOARD'], reach: 'SUBTREE' },
  'record.takeBack': { roles: working, reach: 'SUBTREE' },
  'target.read': { roles, reach: 'SUBTREE' },
  'target.readRemarks': { roles: reading, reach: 'SUBTREE' },
  'target.readAllocation': { roles: reading, reach: 'SUBTREE' },
  'target.issue': { roles: ['STAFF', 'BOARD'], reach: 'SUBTREE' },
  'supervision.read': { roles: reading, reach: 'SUBTREE' },
  'supervision.assign': { roles: ['STAFF', 'BOARD'], reach: 'SUBTREE' },
  'sensitive.unlock': { roles: working, reach: 'SUBTREE' },
  'sensitive.count': { roles: ['BOARD', 'AUDITOR', 'ADMINISTRATOR'], reach: 'SUBTREE' },
  'sensitive.record': { roles: ['STAFF', 'SECRETARY'], reach: 'SUBTREE' },
  'entry.post': { roles: working, reach: 'SUBTREE' },
  'unit.reorganise': { roles: ['STAFF', 'BOARD'], reach: 'SUBTREE' },
} as const satisfies Record<string, Rule>;

/** The name of something that can be done. */
export type Action = keyof typeof policy;

/** Whether a role may take an action at all. */
export function isAllowed(role: Role | null, action: Action): boolean {
  const rule: Rule = policy[action];
  return rule.reach === 'EVERYONE' || (role !== null && rule.roles.includes(role));
}

/** Roles that read sums and no rows beneath them: small counts are hidden from them. */
export function isAggregateOnly(role: Role): boolean {
  return !isAllowed(role, 'person.read');
}
