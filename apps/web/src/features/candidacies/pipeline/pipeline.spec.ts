import { viLifecycle } from '@banyan/schema/texts/vi-lifecycle';
import { stages } from '@banyan/schema/lifecycle';
import { describe, expect, it } from 'vitest';
import { formatDate } from '@banyan/schema/format';
import { csvOf } from '../../../shared/download/csv.ts';
import { vi } from '../texts/vi.ts';
import { exportCells } from './export-cells.ts';
import type { ExportRow } from './pipeline-documents.ts';
import { readPipelineSearch } from './pipeline-search.ts';
import { allStages, isNarrowed, readStage, readStages, stageSlugs, stagesOnTheWay } from './stage-choice.ts';
import { findingOf } from './stage-finding.ts';

describe('the address of the candidates', () => {
  it('keeps what the page understands and names the rest', () => {
    expect(readPipelineSearch({ 'don-vi': 'song-mau', buoc: 'lop', tim: 'an', mau: 'do' })).toEqual({ 'don-vi': 'song-mau', buoc: 'lop', tim: 'an', unknownKeys: ['mau'] });
  });

  it('asks for those on the way where it names no stage, for one, or for all', () => {
    expect(readStages(undefined)).toEqual(stagesOnTheWay);
    expect(readStages('khong-ro')).toEqual(stagesOnTheWay);
    expect(readStages('trinh-duyet')).toEqual(['APPROVAL']);
    expect(readStages(allStages)).toBeNull();
    expect(stagesOnTheWay).not.toContain('CLOSED');
    expect(stages.map((stage) => readStage(stageSlugs[stage]))).toEqual([...stages]);
  });

  it('is narrowed by a name or by what is late, and not by spaces', () => {
    expect(isNarrowed({ tim: '  ' })).toBe(false);
    expect(isNarrowed({ tim: 'an' })).toBe(true);
    expect(isNarrowed({ 'qua-han': '1' })).toBe(true);
  });
});

describe('what is found in the stages', () => {
  it('is how many there are, where most are, how many are late and where most of those are', () => {
    const finding = findingOf([
      { stage: 'SOURCES', count: 7, overdue: 0 },
      { stage: 'APPROVAL', count: 7, overdue: 2 },
      { stage: 'PROBATION', count: 3, overdue: 3 },
    ]);
    expect(finding).toMatchObject({ total: 17, late: 5, fullest: { stage: 'SOURCES' }, latest: { stage: 'PROBATION' } });
  });

  it('is nothing where nobody is', () => {
    expect(findingOf([{ stage: 'SOURCES', count: 0, overdue: 0 }])).toEqual({ total: 0, late: 0, fullest: null, latest: null });
  });
});

describe('the file of the candidates', () => {
  const row: ExportRow = {
    id: 'x',
    state: 'SUBMITTED',
    stage: 'APPROVAL',
    beganOn: '2025-01-05',
    lastStepOn: '2026-11-01',
    certificateUsableUntil: null,
    papersThere: 7,
    papersNeeded: 9,
    person: { id: 'p', fullName: '=1+1' },
    unit: { id: 'u', name: 'Chi bộ 1', parent: { id: 'v', name: 'Đảng bộ xã An Kiều' } },
    deadline: { kind: 'ADMISSION_DECISION', dueOn: '2026-11-20', isOverdue: true },
    participants: [
      { id: 'a', kind: 'HELPER', name: 'Lê Văn An' },
      { id: 'b', kind: 'INTRODUCER', name: 'Đoàn thanh niên' },
      { id: 'c', kind: 'HELPER', name: 'Vũ Thị Bình' },
    ],
  };

  it('has words for people and numbers for spreadsheets', () => {
    const [heading, cells] = exportCells([row], { columns: vi.pipeline.columns, yes: vi.pipeline.yes, words: viLifecycle, date: formatDate });
    expect(heading?.slice(0, 3)).toEqual(['Họ tên', 'Đơn vị', 'Bước']);
    expect(cells).toEqual(['=1+1', 'Chi bộ 1, Đảng bộ xã An Kiều', 'Trình duyệt', 'Chờ quyết định kết nạp', '05/01/2025', '01/11/2026', 'Hạn quyết định kết nạp', '20/11/2026', 'có', 7, 9, 'Lê Văn An; Vũ Thị Bình', null]);
  });

  it('holds no name that a spreadsheet would run', () => {
    const cells = exportCells([row], { columns: vi.pipeline.columns, yes: vi.pipeline.yes, words: viLifecycle, date: formatDate });
    expect(csvOf(cells)).toContain("'=1+1");
  });
});
