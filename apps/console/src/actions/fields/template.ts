import type { ActionCase } from '../act.types.js';

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

const day = (at: string | Date): string => new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long' }).format(new Date(at));

/** A template's words with what is known of the case; what only whoever answers knows stays open. */
export function filledIn(text: string, one: Pick<ActionCase, 'number' | 'area' | 'category' | 'receivedAt' | 'resolutionDueAt'>, now: Date): string {
  const known: Record<string, string | undefined> = {
    ...{ 案件编号: one.number, caseNumber: one.number, 所在区域: one.area.name, areaName: one.area.name },
    ...{ 事项类别: one.category?.zh, categoryName: one.category?.zh, 受理日期: day(one.receivedAt), receivedDate: day(one.receivedAt) },
    ...{ 办结期限: day(one.resolutionDueAt), dueDate: day(one.resolutionDueAt), 今日日期: day(now), today: day(now) },
  };
  return text.replace(PLACEHOLDER, (whole, name: string) => known[name] ?? whole);
}

/** What a text still leaves open. */
export const blanksOf = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map(([whole]) => whole);
