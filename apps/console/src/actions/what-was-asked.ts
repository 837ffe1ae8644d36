import type { TFunction } from 'i18next';
import { instant } from '../words/instants.js';

interface Asked {
  kind: string;
  by?: { amount: number; unit: string };
  reviewAt?: string;
}

/** What a request that is to be decided on asks for, in one line; none where the task is no such. */
export function whatWasAsked(data: string, t: TFunction): string | null {
  const { asked } = JSON.parse(data || '{}') as { asked?: string };
  if (asked === undefined) return null;
  const { kind, by, reviewAt } = JSON.parse(asked) as Asked;
  const amount = by === undefined ? '' : `${by.amount} ${t(`unit.${by.unit}`)}`;
  return t(`asked.${kind}`, { amount, at: reviewAt === undefined ? '' : instant(reviewAt) });
}
