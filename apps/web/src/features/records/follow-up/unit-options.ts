import type { Option } from '../form/Field.tsx';
import type { KnownPage } from '../RecordPage.tsx';

/** The units that the acting unit can inspect and remind on a page: those below the one that is shown, and that one itself where it is not the acting one. */
export function unitOptions({ unit, isOwn }: KnownPage): readonly Option[] {
  const own = isOwn ? [] : [{ value: unit.id, label: unit.name, lang: 'vi' }];
  return [...own, ...unit.children.nodes.map(({ id, name }) => ({ value: id, label: name, lang: 'vi' }))];
}
