import type { DemoProvince } from '@banyan/demo';
import { write, type Written } from './copy.ts';

/** Targets of a province, and how units divided them. */
export function writeTargets({ targets, allocations }: DemoProvince): Written[] {
  return [
    write(
      'demo_target (key, parent_key, unit_code, issuer_code, indicator, dimension, slice_key, period, starts_on, ends_on, kind, low, high, document_number, issued_on, note)',
      targets.map((target) => [
        target.key, target.parentKey, target.unitCode, target.issuerCode, target.indicator, target.slice?.dimension, target.slice?.key, target.period, target.startsOn, target.endsOn,
        target.kind, target.low, target.high, target.documentNumber, target.issuedOn, target.note,
      ]),
    ),
    write('demo_allocation (target_key, rule, reserve, document_number, issued_on)', allocations.map((made) => [made.targetKey, made.rule, made.reserve, made.documentNumber, made.issuedOn])),
  ];
}
