import type { TFunction } from 'i18next';
import { instant } from '../words/instants.js';

/** The facts of an event as the workflows and services write them. */
export interface EventData {
  attachmentIds?: string[];
  [fact: string]: unknown;
}

export const dataOf = (json: string): EventData => (JSON.parse(json || '{}') as EventData | null) ?? {};

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const list = (value: unknown): string | null => (Array.isArray(value) && value.length > 0 ? value.join('、') : null);

/** What an event's facts add to its name, in people's words; codes and keys stay unsaid. */
export function detailOf(type: string, data: EventData, t: TFunction): string[] {
  const said = (key: string, values: Record<string, string | null | undefined>): string | null =>
    Object.values(values).some((value) => value == null) ? null : t(`detail.${key}`, values);
  const at = (value: unknown): string | null => {
    const iso = text(value);
    return iso && instant(iso);
  };
  const word = (of: string, value: unknown): string | null => {
    const key = text(value);
    return key && t(`${of}.${key}`);
  };
  const isPath = text(data.to) !== null && /^[a-z]+[A-Z]/.test(text(data.to) ?? '');
  const parts: (string | null)[] = [
    type === 'extended' || type === 'deadlineRecomputed' || type === 'resumed' ? said('dueAt', { at: at(data.dueAt) }) : null,
    type === 'paused' || type === 'suspended' ? said('until', { at: at(data.until) }) : null,
    type === 'handedUp' || type === 'movedUp' || type === 'delegated' ? said('to', { path: isPath ? word('path', data.to) : null }) : null,
    type === 'dispatched' || type === 'reclassified' || type === 'newRound' ? said('to', { path: word('path', data.path) }) : null,
    type === 'newRound' ? t('detail.round', { n: data.round }) : null,
    said('meeting', { place: text(data.place), at: at(data.meetAt) }),
    type === 'summoned' ? said('summoned', { names: list(data.participants) }) : null,
    said('parts', { names: list(data.parts) }),
    type === 'attended' ? text(data.participant) : null,
    text(data.legalGround) && t('ground', { text: text(data.legalGround) }),
    type === 'merged' ? said('case', { number: text(data.into) }) : null,
    type === 'joined' || type === 'separated' ? said('case', { number: text(data.caseNumber) }) : null,
    said('rating', { rating: type === 'rated' ? word('rating', data.rating) : null }),
    type === 'closed' ? word('closedAs', data.closedAs) : null,
    type.startsWith('approval') ? word('asked', data.kind) : null,
    data.unanswered === true ? t('detail.unanswered') : null,
    data.lapsed === true ? t('detail.lapsed') : null,
    data.late === true ? t('detail.ownAccord') : null,
    type === 'mediated' ? t(data.agreed === true ? 'detail.agreed' : 'detail.notAgreed') : null,
  ];
  return parts.filter((part) => part !== null);
}
