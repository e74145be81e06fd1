import { expect, test } from 'vitest';
import { rule } from '../../../../test/rule.ts';
import { actingUnit, approvalPathOf, committeeProposes, type ChainUnit } from './approval-path.ts';

rule('thẩm quyền quyết định: đảng ủy cơ sở được ủy quyền, nếu không thì ban thường vụ cấp ủy trên cơ sở', 'QĐ 29-QĐ/TW, mục 4.3', () => {
  const unit = (id: string, tier: ChainUnit['tier'], more: Partial<ChainUnit> = {}): ChainUnit => ({ id, tier, holdsMembers: false, isGrassrootsOrganisation: false, decidesAdmissions: false, ...more });
  const province = unit('tỉnh', 'PROVINCE', { decidesAdmissions: true });
  const upper = unit('xã', 'UPPER', { decidesAdmissions: true });
  const committee = unit('đảng ủy cơ sở', 'GRASSROOTS', { isGrassrootsOrganisation: true });
  const cell = unit('chi bộ', 'CELL', { holdsMembers: true });
  const grassrootsCell = unit('chi bộ cơ sở', 'GRASSROOTS', { holdsMembers: true, isGrassrootsOrganisation: true });

  test('a cell under a committee without the power: the committee proposes, the body above decides', () => {
    const path = approvalPathOf([province, upper, committee, cell]);
    expect([path.committee?.id, path.decider?.id, committeeProposes(path)]).toEqual(['đảng ủy cơ sở', 'xã', true]);
  });
  test('a committee that was given the power decides itself', () => {
    const path = approvalPathOf([province, upper, { ...committee, decidesAdmissions: true }, cell]);
    expect([path.decider?.id, committeeProposes(path)]).toEqual(['đảng ủy cơ sở', false]);
  });
  test('a grassroots cell has no committee above it', () => {
    const path = approvalPathOf([province, upper, grassrootsCell]);
    expect([path.committee, path.decider?.id, committeeProposes(path)]).toEqual([null, 'xã', false]);
    expect(actingUnit(path, 'COMMITTEE')?.id).toBe('xã');
  });
  test('a grassroots organisation directly under the province: the province decides', () => {
    expect(approvalPathOf([province, committee, cell]).decider?.id).toBe('tỉnh');
  });
  test('a section between committee and cell changes nothing', () => {
    expect(approvalPathOf([province, upper, committee, unit('bộ phận', 'SECTION'), cell]).committee?.id).toBe('đảng ủy cơ sở');
  });
  test('where nobody above may decide, nobody does', () => {
    expect(actingUnit(approvalPathOf([cell]), 'DECIDER')).toBeNull();
  });
});
