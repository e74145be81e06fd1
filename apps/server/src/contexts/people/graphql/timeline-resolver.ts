import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { eventsOf, type Transfer } from '../domain/transfer.ts';
import { findWaysOf } from '../persistence/candidacy-reads.ts';
import type { Candidacy } from '../persistence/candidacy-row.ts';
import type { TimelineStepType } from './candidacy-types.ts';
import { candidacyValue } from './candidacy-values.ts';
import { PersonType } from './person-types.ts';
import { loadCorrections } from './personal-resolver.ts';
import type { CorrectionType } from './personal-types.ts';
import { TimelineEvent, TransferEventType } from './timeline-types.ts';
import { timelineOf } from './timeline-values.ts';
import { loadTransfersOf, transferValue } from './transfer-values.ts';

/** So many events are told at most: the latest. */
const mostEvents = 500;

/** An event with the day and the instant by which it is ordered. */
interface Placed {
  readonly on: Day;
  readonly at: Date;
  readonly event: TimelineStepType | TransferEventType | CorrectionType;
}

async function loadWays(context: RequestContext, personId: string): Promise<Candidacy[]> {
  const loader = context.loader<string, Candidacy[]>('ways-of', async (ids) => {
    const found = await findWaysOf(await context.scope(), ids);
    return ids.map((id) => found.filter((way) => way.personId === id));
  });
  return await loader.load(personId);
}

/** What happened to a letter. What has no instant follows what happened to it before, on the same day. */
function placedOf(letter: Transfer): Placed[] {
  const transfer = transferValue(letter);
  let last = letter.issuedAt;
  return eventsOf(letter).map((event) => {
    last = event.notedAt ?? last;
    return { on: event.on, at: last, event: Object.assign(new TransferEventType(), event, { transfer }) };
  });
}

@Resolver(() => PersonType)
export class PersonTimelineResolver {
  @FieldResolver(() => [TimelineEvent], {
    description: 'All that is on record of the person as far as the viewer sees it, by day and then by recording, the earliest first: the lines of every way, the letters of transfer, the corrections. The latest 500.',
  })
  async timeline(@Root() { person }: { readonly person: { readonly id: string } }, @Ctx() context: RequestContext) {
    const [ways, letters, corrections] = await Promise.all([loadWays(context, person.id), loadTransfersOf(context, person.id), loadCorrections(context, person.id)]);
    const steps = (await Promise.all(ways.map(async (way) => await timelineOf(candidacyValue(way), context)))).flat();
    const placed: Placed[] = [
      ...steps.map((event) => ({ on: event.on, at: event.recordedAt, event })),
      ...letters.flatMap(placedOf),
      ...corrections.map((event) => ({ on: dayInVietNam(event.recordedAt), at: event.recordedAt, event })),
    ];
    const ordered = placed.toSorted((a, b) => (a.on === b.on ? a.at.getTime() - b.at.getTime() : a.on < b.on ? -1 : 1));
    return ordered.slice(-mostEvents).map(({ event }) => event);
  }
}
