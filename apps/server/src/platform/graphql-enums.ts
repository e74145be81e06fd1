import 'reflect-metadata';
import { registerEnumType } from 'type-graphql';
import * as enums from '@banyan/schema/enums';
import { texts } from '@banyan/schema/texts';

type EnumObject<T extends string> = { readonly [K in T]: K };

/** Registers a closed list as an enum of the API, each value described. */
export function enumOf<const T extends string>(name: string, description: string, values: readonly T[], describe: (value: T) => string): EnumObject<T> {
  const object = Object.fromEntries(values.map((value) => [value, value])) as EnumObject<T>;
  registerEnumType(object, {
    name,
    description,
    valuesConfig: Object.fromEntries(values.map((value) => [value, { description: describe(value) }])) as Record<T, { description: string }>,
  });
  return object;
}

const en = texts.EN;

export const LanguageEnum = enumOf('Language', 'Language of a text.', enums.languages, (value) => (value === 'VI' ? 'Vietnamese' : 'English'));
export const TierEnum = enumOf('Tier', 'Working level of a unit. Its label is data of the configuration.', enums.tiers, (value) => en.tiers[value]);
export const RoleEnum = enumOf('Role', 'What a grant lets an account do in its subtree.', enums.roles, (value) => en.roles[value]);
export const RollupViewEnum = enumOf('RollupView', 'Which tree a figure follows.', enums.rollupViews, (value) =>
  value === 'AS_IT_WAS' ? 'Each fact counts by the tree of its own day.' : 'Each fact counts by the tree of `asOf`: history restated.',
);
export const DimensionEnum = enumOf('Dimension', 'A way to break a figure down.', enums.dimensions, (value) => en.dimensions[value]);
export const BreakdownKindEnum = enumOf('BreakdownKind', 'Whether slices add up.', enums.breakdownKinds, (value) =>
  value === 'PARTITION' ? 'The slices add up to the base; unknown is one of them.' : 'A subject may stand in several slices: never stack or add them.',
);
export const PeriodTypeEnum = enumOf('PeriodType', 'Step of a trend, unit of a divisor.', enums.periodTypes, (value) => en.periodTypes[value]);
export const RateBaseEnum = enumOf('RateBase', 'The stock of members that an admission rate is divided by.', enums.rateBases, (value) => en.rateBases[value]);
export const StandingEnum = enumOf('Standing', 'How a figure stands against the same period of the year before.', enums.standings, (value) => en.standings[value]);
export const UnitOrderEnum = enumOf('UnitOrder', 'Order of a list of units.', enums.unitOrders, (value) =>
  ({
    TREE: 'As they stand in the tree.',
    NAME: 'By name, in Vietnamese order.',
    CODE: 'By code.',
    RELEVANCE: 'How well they match what is searched for: a word of the name, a part of it, then the code; higher units first.',
  })[value],
);
export const PersonOrderEnum = enumOf('PersonOrder', 'Order of a list of people.', enums.personOrders, (value) =>
  value === 'GIVEN_NAME' ? 'By given name, then family name, in Vietnamese order.' : 'Newest ceremony first; people without one last.',
);
export const MemberStateEnum = enumOf('MemberState', 'Where a person stands.', enums.memberStates, (value) => en.memberStates[value]);
export const MeasureEnum = enumOf('Measure', 'What the ledger counts.', enums.measures, (value) => en.measures[value]);
export const SignInRefusalCodeEnum = enumOf('SignInRefusalCode', 'Why a sign-in was refused.', enums.signInRefusalCodes, (value) => en.refusals.signIn[value]);
export const SwitchGrantRefusalCodeEnum = enumOf(
  'SwitchGrantRefusalCode',
  'Why a switch of grant, or the ending of a session, was refused.',
  enums.switchGrantRefusalCodes,
  (value) => en.refusals.switchGrant[value],
);
export const SaveViewRefusalCodeEnum = enumOf('SaveViewRefusalCode', 'Why a view was not saved.', enums.saveViewRefusalCodes, (value) => en.refusals.saveView[value]);
export const DeleteViewRefusalCodeEnum = enumOf(
  'DeleteViewRefusalCode',
  'Why a saved view was not deleted.',
  enums.deleteViewRefusalCodes,
  (value) => en.refusals.deleteView[value],
);
