import { readFragment, type FragmentOf } from '../../../shared/graphql/graphql.ts';
import { useTargetWords } from '../../targets/index.ts';
import { TargetName } from '../record-fields.ts';

/** What a target is called among those of a unit, and how much it asks for. */
export function useTargetNames() {
  const say = useTargetWords();
  return (target: FragmentOf<typeof TargetName>) => {
    const named = readFragment(TargetName, target);
    return { ...named, name: `${say.name(named)}, ${say.period(named)}`, amount: say.amount(named) };
  };
}
