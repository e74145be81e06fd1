import type { Action } from './policy.ts';

/**
 * The action behind each part of the schema: a field by its coordinate, or every field of a type by the type's name. A spec walks
 * the schema and fails on a field that has neither.
 */
export const schemaPolicy: Readonly<Record<string, Action>> = {
  'Query.viewer': 'schema.read',
  'Query.node': 'unit.read',
  'Query.nodes': 'unit.read',
  'Query.unit': 'unit.read',
  'Query.units': 'unit.read',
  'Query.person': 'person.read',
  'Query.people': 'person.read',
  'Mutation.signIn': 'account.signIn',
  'Mutation.signOut': 'account.signIn',
  'Mutation.switchGrant': 'grant.switch',
  'Mutation.endSession': 'session.end',
  Viewer: 'account.read',
  Account: 'account.read',
  Grant: 'account.read',
  Session: 'account.read',
  SignInSucceeded: 'account.signIn',
  SignInRefused: 'account.signIn',
  SignOutSucceeded: 'account.signIn',
  SwitchGrantSucceeded: 'grant.switch',
  SwitchGrantRefused: 'grant.switch',
  EndSessionSucceeded: 'session.end',
  EndSessionRefused: 'session.end',
  UnitKind: 'unit.read',
  Unit: 'unit.read',
  UnitStub: 'unit.readAncestorStub',
  UnitConnection: 'unit.read',
  UnitEdge: 'unit.read',
  UnitCounts: 'unit.read',
  KindCount: 'unit.read',
  DatedName: 'unit.read',
  DatedParent: 'unit.read',
  Succession: 'unit.read',
  Term: 'unit.read',
  PageInfo: 'unit.read',
  Rollup: 'rollup.read',
  ResolvedPeriod: 'rollup.read',
  Figure: 'rollup.read',
  FigureLastYear: 'rollup.read',
  StandingCount: 'rollup.read',
  'Figure.evidence': 'rollup.readEvidence',
  Ratio: 'rollup.read',
  Mean: 'rollup.read',
  TrendPoint: 'rollup.read',
  Breakdown: 'rollup.read',
  Slice: 'rollup.read',
  EvidenceConnection: 'rollup.readEvidence',
  EvidenceEdge: 'rollup.readEvidence',
  EvidenceItem: 'rollup.readEvidence',
  Entry: 'rollup.readEvidence',
  Person: 'person.read',
  PersonConnection: 'person.read',
  PersonEdge: 'person.read',
  Node: 'unit.read',
  Refusal: 'account.signIn',
};

/** The action behind a field, or undefined where nobody declared one. */
export function actionOf(type: string, field: string): Action | undefined {
  return schemaPolicy[`${type}.${field}`] ?? schemaPolicy[type];
}
