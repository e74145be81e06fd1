import type { UnitOrder } from '@banyan/schema/enums';
import type { GraphQLResolveInfo } from 'graphql';
import { decodeCursor, pageOf, type Page } from '../../../kernel/connection.ts';
import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import type { TermDays } from '../../../kernel/period.ts';
import { todayOf, type RequestContext } from '../../../platform/request-context.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Unit, UnitStub } from '../domain/unit.ts';
import * as details from '../persistence/unit-details.ts';
import { findStubsById, findUnitByCode, findUnitsById, findUnitWithChildren, listAncestorIds, listChildren } from '../persistence/unit-reads.ts';
import { firstChildren } from './first-children.ts';

type ByUnit<T> = (scope: Scope, ids: readonly string[]) => Promise<Map<string, T>>;

function loaderOf<T>(context: RequestContext, name: string, read: ByUnit<T>) {
  return context.loader<string, T | undefined>(name, async (ids) => {
    const found = await read(await context.scope(), ids);
    return ids.map((key) => found.get(key));
  });
}

async function load<T>(context: RequestContext, name: string, id: string, read: ByUnit<T>): Promise<T | undefined> {
  return await loaderOf(context, name, read).load(id);
}

/** The unit of that row id, or null outside the scope. */
export async function loadUnit(context: RequestContext, id: string): Promise<Unit | null> {
  return (await load(context, 'unit', id, findUnitsById)) ?? null;
}

/** The stub of that row id, or null where the reader may not know it. */
export async function loadStub(context: RequestContext, id: string): Promise<UnitStub | null> {
  return (await load(context, 'unit-stub', id, findStubsById)) ?? null;
}

async function loadAncestorIds(context: RequestContext, id: string, day: Day): Promise<string[]> {
  return (await load(context, `unit-ancestors ${day}`, id, async (scope, keys) => await listAncestorIds(scope, keys, day))) ?? [];
}

/** Stub of the unit directly above on a day; null for a root, and where the reader may not know it. */
export async function loadParent(context: RequestContext, id: string, day: Day): Promise<UnitStub | null> {
  const parent = (await loadAncestorIds(context, id, day)).at(-1);
  return parent === undefined ? null : await loadStub(context, parent);
}

/** Stubs of the units above a unit on a day, from the root down. */
export async function loadAncestors(context: RequestContext, id: string, day: Day): Promise<UnitStub[]> {
  const ids = await loadAncestorIds(context, id, day);
  const stubs = await Promise.all(ids.map(async (ancestor) => await loadStub(context, ancestor)));
  return stubs.filter((stub) => stub !== null);
}

/** The term in force on a day, or null. */
export async function loadTerm(context: RequestContext, id: string, day: Day): Promise<TermDays | null> {
  return (await load(context, `unit-term ${day}`, id, async (scope, keys) => await details.findTermsInForce(scope, keys, day))) ?? null;
}

export async function loadNames(context: RequestContext, id: string): Promise<details.DatedName[]> {
  return (await load(context, 'unit-names', id, details.listNames)) ?? [];
}

/** A unit's parents with their days, oldest first; the stub is null where the reader may not know it. */
export async function loadParents(context: RequestContext, id: string): Promise<(Omit<details.DatedParent, 'parentId'> & { readonly unit: UnitStub | null })[]> {
  const parents = (await load(context, 'unit-parents', id, details.listParents)) ?? [];
  return await Promise.all(parents.map(async ({ parentId, from, to }) => ({ unit: await loadStub(context, parentId), from, to })));
}

/** The units that a unit took over from, or that took over from it; the stub is null where the reader may not know it. */
export async function loadSuccessions(context: RequestContext, id: string, side: 'predecessors' | 'successors'): Promise<{ readonly unit: UnitStub | null; readonly on: Day }[]> {
  const read = side === 'predecessors' ? details.listPredecessors : details.listSuccessors;
  const successions = (await load(context, `unit-${side}`, id, read)) ?? [];
  return await Promise.all(successions.map(async ({ unitId, on }) => ({ unit: await loadStub(context, unitId), on })));
}

export async function loadAliases(context: RequestContext, id: string): Promise<string[]> {
  return (await load(context, 'unit-aliases', id, details.listAliases)) ?? [];
}

export async function loadTerms(context: RequestContext, id: string): Promise<details.Term[]> {
  return (await load(context, 'unit-terms', id, details.listTerms)) ?? [];
}

export async function loadProfile(context: RequestContext, id: string, day: Day): Promise<details.Profile | null> {
  return (await load(context, `unit-profile ${day}`, id, async (scope, keys) => await details.findProfiles(scope, keys, day))) ?? null;
}

/** The direct children of a unit by kind, on a day. */
export async function loadChildrenByKind(context: RequestContext, id: string, day: Day): Promise<details.KindCount[]> {
  return (await load(context, `unit-children-by-kind ${day}`, id, async (scope, keys) => await details.countChildren(scope, keys, day))) ?? [];
}

/** The units of a subtree by kind, the unit itself included, on a day. */
export async function loadUnitsByKind(context: RequestContext, id: string, day: Day): Promise<details.KindCount[]> {
  return (await load(context, `unit-subtree-by-kind ${day}`, id, async (scope, keys) => await details.countSubtree(scope, keys, day))) ?? [];
}

/** The direct children of a unit on a day, all of them, with the days of their foundation. */
export async function loadChildrenFounded(context: RequestContext, id: string, day: Day): Promise<details.ChildFounded[]> {
  return (await load(context, `unit-children-founded ${day}`, id, async (scope, keys) => await details.listChildrenFounded(scope, keys, day))) ?? [];
}

/** One page of direct children, in an order, of the tree of a day. */
export interface ChildrenPage {
  readonly day: Day;
  readonly orderBy: UnitOrder;
  readonly first: number;
  readonly after: string | null;
}

function childrenLoader(context: RequestContext, page: ChildrenPage) {
  const after = decodeCursor(page.after, 'TEXT');
  const name = `unit-children ${page.day} ${page.orderBy} ${page.first} ${page.after ?? ''}`;
  return loaderOf(context, name, async (scope, keys) => await listChildren(scope, keys, { ...page, after }));
}

/** A page of the direct children of a unit on a day; pages of several units asked alike are one statement. */
export async function loadChildren(context: RequestContext, id: string, page: ChildrenPage): Promise<Page<Unit>> {
  const found = await childrenLoader(context, page).load(id);
  const units = found?.units ?? [];
  return pageOf(
    units.map(({ unit, key }) => ({ row: unit, cursor: [key, unit.id] as const })),
    page.first,
    found?.totalCount ?? 0,
    page.after !== null,
  );
}

/**
 * The unit of the scope with that code. Where the document asks for its children too, the first page of them is read with it, and of
 * each of them what other contexts can tell beforehand.
 */
export async function loadUnitByCode(context: RequestContext, code: string, info: GraphQLResolveInfo): Promise<Unit | null> {
  const scope = await context.scope();
  const today = todayOf(scope.actor.lastDataOn, dayInVietNam(context.now()));
  const page = firstChildren(info, today);
  if (!page) return await findUnitByCode(scope, code);
  const found = await findUnitWithChildren(scope, code, page, context.readBeside(context, scope, info));
  if (!found) return null;
  childrenLoader(context, page).prime(found.unit.id, found.children);
  return found.unit;
}
