/** What somebody has written at one code and not sent yet. */
export interface Draft {
  text: string;
  kind: string;
  placeText: string;
  name: string;
  phone: string;
  /** Pictures and voice that are kept beside it, in their order. */
  files: DraftFile[];
  /** Sent, and no answer came: the very same must be sent again before anything may change. */
  pending: SentInput | null;
}

export interface DraftFile {
  id: string;
  kind: 'image' | 'voice';
  /** What the service knows it by, once it is uploaded. */
  attachmentId?: string;
}

export interface SentInput {
  idempotencyKey: string;
  qrPointCode: string;
  text: string;
  kind?: string;
  placeText?: string;
  reporter?: { name?: string; phone?: string };
  attachmentIds?: string[];
}

export const EMPTY: Draft = { text: '', kind: '', placeText: '', name: '', phone: '', files: [], pending: null };
export const MOST_PICTURES = 4;
export const MOST_CHARACTERS = 4000;

/** A draft as an older page may have kept it, made whole; anything else is an empty one. */
export function readDraft(found: unknown): Draft {
  if (typeof found !== 'object' || found === null) return EMPTY;
  return { ...EMPTY, ...(found as Partial<Draft>) };
}

export const isEmpty = ({ text, placeText, files, pending }: Draft): boolean =>
  text.trim() === '' && placeText.trim() === '' && files.length === 0 && pending === null;

/** Characters as people count them, as the service does. */
export const countCharacters = (text: string): number => Array.from(text).length;

const MOBILE = /^(?:(?:\+|00)?86)?1[3-9]\d{9}$/;
const LANDLINE = /^0\d{2,3}[1-9]\d{6,7}$/;

/** Whether somebody can be called back: a mobile of 11 digits, a landline with its area code, or none at all; however it is spaced. */
export function isCallable(phone: string): boolean {
  const digits = phone.normalize('NFKC').replace(/[\s()-]/g, '');
  return digits === '' || MOBILE.test(digits) || LANDLINE.test(digits);
}

/** What is sent, under a key that stands for exactly this content; what was left empty is left out. */
export function inputOf(draft: Draft, qrPointCode: string, idempotencyKey: string): SentInput {
  const [text, placeText, name, phone] = [draft.text, draft.placeText, draft.name, draft.phone].map((one) => one.trim());
  const reporter = { ...(name && { name }), ...(phone && { phone }) };
  const attachmentIds = draft.files.map(({ attachmentId }) => attachmentId).filter((id) => id !== undefined);
  return {
    idempotencyKey,
    qrPointCode,
    text: text ?? '',
    ...(draft.kind && { kind: draft.kind }),
    ...(placeText && { placeText }),
    ...(Object.keys(reporter).length > 0 && { reporter }),
    ...(attachmentIds.length > 0 && { attachmentIds }),
  };
}

export type FormField = 'text' | 'placeText' | 'kind' | 'name' | 'phone' | 'files' | 'form';

const FIELDS: Record<string, FormField> = {
  text: 'text',
  placeText: 'placeText',
  kind: 'kind',
  'reporter.name': 'name',
  'reporter.phone': 'phone',
  phone: 'phone',
  attachmentIds: 'files',
};

/** The field of the form at which a refusal is shown; what has no field here is said above the button. */
export const formField = (field: string | undefined): FormField => (field && FIELDS[field]) || 'form';
