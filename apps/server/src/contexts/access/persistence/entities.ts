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

/** A view of the application that is kept under a name. */
export const SavedViewEntity = defineEntity({
  name: 'SavedView',
  tableName: 'saved_view',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid(),
    grantId: p.uuid(),
    name: p.text(),
    address: p.text(),
    createdAt: p.datetime(),
  },
});

/** All entities that changes are written through. */
export const entities = [SessionEntity, SavedViewEntity];
