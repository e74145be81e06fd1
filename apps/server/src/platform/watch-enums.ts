import * as watch from '@banyan/schema/watch';
import { enWatch as en } from '@banyan/schema/texts/en-watch';
import { enumOf } from './graphql-enums.ts';

/* The enums of watch lists, described in the words that both sides print. */

export const WatchListEnum = enumOf('WatchList', 'What deserves a look although no step is late.', watch.watchLists, (value) => en.lists[value]);
export const WatchedTierEnum = enumOf('WatchedTier', 'Of which units a watch list is made.', watch.watchedTiers, (value) => en.tiers[value]);
export const PlaceGapEnum = enumOf('PlaceGap', 'What a hamlet or a quarter lacks.', watch.placeGaps, (value) => en.gaps[value]);
