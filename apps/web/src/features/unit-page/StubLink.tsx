import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { UnitLink } from '../organisation/index.ts';

interface StubLinkProps {
  /** Null where the viewer may not know the unit. */
  readonly unit: { readonly code: string; readonly name: string } | null;
}

/** Another unit that the history of this one names. Opened, it says itself whether the viewer may see it. */
export function StubLink({ unit }: StubLinkProps) {
  const u = useUnitTexts();
  if (unit === null) return <span>{u.unitPage.outside}</span>;
  return (
    <UnitLink page="/don-vi/$code" code={unit.code}>
      <ProperName>{unit.name}</ProperName>
    </UnitLink>
  );
}
