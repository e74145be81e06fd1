import { useEffect, useEffectEvent, useState } from 'react';
import { useClient, type Client } from 'urql';
import type { ListSearch } from '../../../shared/url/list-search.ts';
import { listQuestion, type ListQuestion } from './list-question.ts';
import { walked, type WalkedList } from './walked-lists.ts';
import { WalkCandidaciesQuery, WalkPeopleQuery, WalkTodoQuery, WalkUnitQuery } from './walk-documents.ts';

/** How far a list is read to find somebody in it: an address that leads further is an old one. */
const pagesAtMost = 30;

async function questionOf(client: Client, search: ListSearch): Promise<ListQuestion | null> {
  const code = search['don-vi'];
  const { data } = await client.query(WalkUnitQuery, { code: code ?? null, own: code === undefined }).toPromise();
  if (!data?.viewer) return null;
  const unit = code === undefined ? data.viewer.unit : data.unit;
  // The lists ask for the whole scope where the unit is one's own.
  const under = unit?.id === data.viewer.unit.id && search.ds !== 'dang-vien' ? null : (unit?.id ?? null);
  return listQuestion(search, under, data.viewer.today);
}

async function readRows(client: Client, question: ListQuestion, after: string | null) {
  switch (question.list) {
    case 'PEOPLE': {
      const { data } = await client.query(WalkPeopleQuery, { filter: question.filter, orderBy: question.orderBy, after }).toPromise();
      return data?.people && { ...data.people, ids: data.people.nodes.map(({ id }) => id) };
    }
    case 'TODO': {
      const { data } = await client.query(WalkTodoQuery, { group: question.group, after }).toPromise();
      return data && { ...data.todo.items, ids: data.todo.items.nodes.flatMap(({ candidacy }) => (candidacy === null ? [] : [candidacy.person.id])) };
    }
    case 'CANDIDACIES': {
      const { data } = await client.query(WalkCandidaciesQuery, { filter: question.filter, orderBy: question.orderBy, after }).toPromise();
      return data && { ...data.candidacies, ids: data.candidacies.nodes.map(({ person }) => person.id) };
    }
  }
}

/** Reads the page of a list that follows what is known of it. */
async function readOn(client: Client, question: ListQuestion, list: WalkedList | null): Promise<WalkedList | null> {
  const page = await readRows(client, question, list?.next ?? null);
  if (!page) return null;
  const others = (list?.others ?? 0) + page.nodes.length - page.ids.length;
  return { ids: [...(list?.ids ?? []), ...page.ids], others, total: page.totalCount - others, next: page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null };
}

/** Reads on until the list holds somebody and who follows, or ends. Null where it cannot be read. */
async function readUntil(client: Client, search: ListSearch, from: WalkedList | null, id: string): Promise<WalkedList | null> {
  const isEnough = ({ ids, next }: WalkedList) => next === null || (ids.includes(id) && ids.at(-1) !== id);
  if (from !== null && isEnough(from)) return from;
  const question = await questionOf(client, search);
  if (question === null) return null;
  let list = from;
  for (let pages = 0; pages < pagesAtMost && (list === null || !isEnough(list)); pages += 1) {
    const longer: WalkedList | null = await readOn(client, question, list);
    if (longer === null) return list;
    list = longer;
  }
  return list;
}

/** Where somebody stands in the list that their page was opened from, and who is before and after; null where that is not known. */
export interface Place {
  readonly place: number;
  readonly total: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
}

/** Finds it, asking for further pages of the list as one walks. */
export function useWalk(id: string, search: ListSearch): Place | null {
  const client = useClient();
  const [place, setPlace] = useState<Place | null>(null);
  const { ds, tim, buoc, xep, xem, nhom } = search;
  const name = JSON.stringify([ds, search['don-vi'], tim, buoc, search['qua-han'], xep, xem, nhom, search['tinh-trang']]);
  const read = useEffectEvent(async (from: WalkedList | null) => await readUntil(client, search, from, id));
  useEffect(() => {
    if (ds === undefined) return undefined;
    let isHere = true;
    const known = walked.get(client) ?? new Map<string, WalkedList>();
    walked.set(client, known);
    const tell = (list: WalkedList | null) => {
      if (list === null) return;
      known.set(name, list);
      const index = list.ids.indexOf(id);
      if (isHere && index >= 0) setPlace({ place: index + 1, total: list.total, previous: list.ids[index - 1], next: list.ids[index + 1] });
    };
    void read(known.get(name) ?? null).then(tell);
    return () => {
      isHere = false;
    };
  }, [client, name, id, ds]);
  return place;
}
