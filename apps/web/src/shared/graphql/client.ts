import schema from '@banyan/schema/introspection' with { type: 'json' };
import { cacheExchange, type Cache, type Entity, type ResolveInfo } from '@urql/exchange-graphcache';
import { Client, fetchExchange } from 'urql';
import { keepFresh } from './freshness.ts';
import { watchIdentity, type IdentityEvents } from './identity-exchange.ts';

const embedded = () => null;

/** Types without an identity of their own live inside the object that they were read from; so do the rows and entries behind a figure. */
const embeddedTypes = [
  ...schema.__schema.types.flatMap((type) => ('fields' in type && !type.fields.some(({ name }) => name === 'id') ? [type.name] : [])),
  'EvidenceItem',
  'Entry',
];

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
}

/** What is listed of people and of their way: a step that is recorded may change any of it. */
const lists: ReadonlySet<string> = new Set(['candidacies', 'people', 'stageCounts', 'todo', 'transfers']);

function forgetLists(_result: unknown, _arguments: unknown, cache: Cache): void {
  for (const { fieldKey, fieldName } of cache.inspectFields('Query')) if (lists.has(fieldName)) cache.invalidate('Query', fieldKey);
}

/** What is listed and counted of what units keep: on a watch list too, the hamlets without a cell. */
const records: ReadonlySet<string> = new Set(['documents', 'obstacles', 'inspections', 'inspectionAges', 'reminders', 'followUp', 'watchCounts', 'watchList']);

function forgetRecords(answer: Readonly<Record<string, unknown>>, _arguments: unknown, cache: Cache, { fieldName }: ResolveInfo): void {
  // What is refused changes nothing; how the record stands comes with the refusal.
  if (property(answer[fieldName], '__typename') !== 'RecordChanged') return;
  for (const { fieldKey, fieldName } of cache.inspectFields('Query')) if (records.has(fieldName)) cache.invalidate('Query', fieldKey);
}

function linkUnitById(parent: Readonly<Record<string, unknown>>, _arguments: unknown, cache: Cache): void {
  const unit = parent['unit'];
  if (typeof unit !== 'object' || unit === null || !('id' in unit) || typeof unit.id !== 'string') return;
  cache.link('Query', 'unit', { id: unit.id }, { __typename: 'Unit', id: unit.id });
}

/** The view that a change speaks of, or its id; undefined where the change was refused. */
function viewIn(answer: unknown): unknown {
  return typeof answer === 'object' && answer !== null && 'view' in answer ? answer.view : undefined;
}

function keyOfView(view: unknown, cache: Cache): string | null {
  const id = typeof view === 'object' && view !== null && 'id' in view ? view.id : view;
  return typeof id === 'string' ? cache.keyOfEntity({ __typename: 'SavedView', id }) : null;
}

/** Changes the list of views where it is known: the page around it is not asked for again. */
function changeViews(cache: Cache, change: (views: readonly Entity[]) => Entity[]): void {
  const viewer = cache.resolve('Query', 'viewer');
  if (typeof viewer !== 'string') return;
  const views = cache.resolve(viewer, 'views');
  if (!Array.isArray(views)) return;
  cache.link(viewer, 'views', change(views.filter((view) => typeof view === 'string')));
}

/** A client, the way to ask again what the end of a session left open, and the way to ask anew all that is shown. */
export interface ClientOfOne {
  readonly client: Client;
  readonly resume: () => void;
  readonly refresh: () => void;
}

/**
 * A client for one identity. Another account, or another grant, gets another client with an empty cache: nothing that
 * one was shown can reach the other.
 */
export function makeClient(events: IdentityEvents): ClientOfOne {
  const { exchange, resume } = watchIdentity(events);
  const freshness = keepFresh();
  const client = new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin', headers: { 'apollo-require-preflight': '1' } },
    exchanges: [
      freshness.ahead,
      cacheExchange({
        schema,
        // The schema names only fields that may be null, so that it is short; that a field exists the compiler has checked.
        logger: (severity, message) => {
          if (!message.startsWith('Invalid field:')) console[severity](message);
        },
        keys: {
          UnitKind: ({ code }) => (typeof code === 'string' ? code : null),
          ...Object.fromEntries(embeddedTypes.map((name) => [name, embedded])),
        },
        updates: {
          // A unit that came with the page, whatever way it came, is found by its id afterwards.
          Query: { unit: linkUnitById },
          Viewer: { unit: linkUnitById },
          Mutation: {
            addCandidate: forgetLists,
            correctPerson: (answer, given, cache) => {
              if (property(answer['correctPerson'], 'isWritten') === true) forgetLists(answer, given, cache);
            },
            recordStep: forgetLists,
            undoStep: forgetLists,
            recordSteps: (answer, given, cache) => {
              // What is only judged changes nothing.
              if (property(answer['recordSteps'], 'isWritten') === true) forgetLists(answer, given, cache);
            },
            recordPaper: forgetLists,
            changePaper: forgetLists,
            nameParticipant: forgetLists,
            dismissParticipant: forgetLists,
            beginAgain: forgetLists,
            takeUpMember: forgetLists,
            issueTransfer: forgetLists,
            acceptTransfer: forgetLists,
            claimTransfer: forgetLists,
            cancelTransfer: forgetLists,
            endTemporaryTransfer: forgetLists,
            registerDocument: forgetRecords,
            changeDocument: forgetRecords,
            recordObstacle: forgetRecords,
            changeObstacle: forgetRecords,
            resolveObstacle: forgetRecords,
            recordLocality: forgetRecords,
            changeLocality: forgetRecords,
            endLocality: forgetRecords,
            recordInspection: forgetRecords,
            sendReminder: forgetRecords,
            answerReminder: forgetRecords,
            takeBackRecord: forgetRecords,
            saveView: ({ saveView }, _arguments, cache) => {
              const key = keyOfView(viewIn(saveView), cache);
              if (key !== null) changeViews(cache, (views) => [...views, key]);
            },
            deleteView: ({ deleteView }, _arguments, cache) => {
              const key = keyOfView(viewIn(deleteView), cache);
              if (key !== null) changeViews(cache, (views) => views.filter((known) => known !== key));
            },
            endSession: (_result, _arguments, cache) => {
              cache.invalidate('Query', 'viewer');
            },
          },
        },
      }),
      freshness.behind,
      exchange,
      fetchExchange,
    ],
  });
  return { client, resume, refresh: () => freshness.refresh(client) };
}
