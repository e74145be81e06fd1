import * as records from '@banyan/schema/records';
import { enRecords as en } from '@banyan/schema/texts/en-records';
import { enumOf } from './graphql-enums.ts';

/* The enums of what a unit keeps beside its people and figures, described in the words that both sides print. */

export const DocumentKindEnum = enumOf('DocumentKind', 'What a document is.', records.documentKinds, (value) => en.documentKinds[value]);
export const DocumentOrderEnum = enumOf('DocumentOrder', 'Order of a list of documents.', records.documentOrders, (value) => en.documentOrders[value]);
export const DocumentOriginEnum = enumOf('DocumentOrigin', 'Where a document comes from, seen from a unit.', records.documentOrigins, (value) => en.documentOrigins[value]);
export const DocumentWarningEnum = enumOf('DocumentWarning', 'What looks wrong about a document, and is not refused.', records.documentWarnings, (value) => en.documentWarnings[value]);
export const ObstacleStandingEnum = enumOf('ObstacleStanding', 'A part of a list of obstacles.', records.obstacleStandings, (value) => en.obstacleStandings[value]);
export const ReminderStandingEnum = enumOf('ReminderStanding', 'A part of a list of reminders.', records.reminderStandings, (value) => en.reminderStandings[value]);
export const RecordRefusalCodeEnum = enumOf('RecordRefusalCode', 'Why a change of what a unit keeps was refused.', records.recordRefusalCodes, (value) => en.refusals[value]);
