import type { CaseLifecycleInput } from '@yiwang/contracts/case-flow';
import { summaryOf } from './lifecycle-summary.js';

const input = {
  ...{ caseNumber: '990121-20260101-000001', countyCode: '990121', areaCode: '990121001201', kind: 'complaint' },
  ...{ channel: 'hotline', caseClass: 'simple', receivedAt: '2026-01-01T00:00:00.000Z', policy: { version: 3 } },
  aboutWhom: { areaCode: '990121001201', subject: 'somebody', unitCode: 'their-unit' },
} as unknown as CaseLifecycleInput;

describe('what the Temporal Web UI reads of a case', () => {
  it('is where, what kind and which class', () => {
    expect(summaryOf(input).staticSummary).toBe('990121001201 · 投诉 · 简单');
    expect(summaryOf({ ...input, caseClass: undefined }).staticSummary).toBe('990121001201 · 投诉');
  });

  it('names nobody', () => {
    const { staticSummary, staticDetails } = summaryOf(input);
    expect(staticDetails).toContain('- 渠道：12345 热线\n');
    expect(staticSummary + staticDetails).not.toMatch(/somebody|their-unit/);
  });
});
