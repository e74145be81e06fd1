import { defineEntity, p } from '@mikro-orm/core';

/** A signed-in browser. The credential's hash is never read back. */
export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid(),
    grantId: p.uuid(),
    network: p.text(),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});

/** All entities that changes are written through. */
export const entities = [SessionEntity];
