import { ask, failureOf, NO_NETWORK, ownPath, within, type Answer } from '../kit/graph.js';
import { newKey } from '../kit/kept.js';
import { language } from '../words/language.js';
import { inputOf, type Draft, type DraftFile, type SentInput } from './draft.js';

const START = `mutation ($input: StartCaseInput!) {
  startCase(input: $input) { case { number receivedAt } pickupCode replayed }
}`;
const UPLOAD_MS = 120_000;

export interface Started {
  case: { number: string; receivedAt: string };
  pickupCode: string;
  replayed: boolean;
}

/** Uploads one content; answers the id by which a case refers to it. */
export async function upload(content: Blob): Promise<Answer<string>> {
  const prepared = await ask<{ prepareAttachment: { id: string; url: string } }>('mutation { prepareAttachment { id url } }', {});
  if (!prepared.ok) return prepared;
  const { id, url } = prepared.data.prepareAttachment;
  try {
    const response = await within(UPLOAD_MS, (signal) =>
      fetch(ownPath(url), { method: 'PUT', body: content, signal, headers: { 'accept-language': language() } }),
    );
    if (response.ok) return { ok: true, data: id };
    const { code, message = '' } = (await response.json()) as { code?: string; message?: string };
    return { ok: false, ...failureOf([{ message, extensions: { code, field: 'attachmentIds' } }]) };
  } catch {
    return { ok: false, ...NO_NETWORK };
  }
}

export interface Sending {
  draft: Draft;
  qrPointCode: string;
  contentOf: (file: DraftFile) => Promise<Blob | null>;
  /** Keeps each step, so that a reload goes on where it was. */
  keepDraft: (draft: Draft) => void;
  progress: (done: number, of: number) => void;
}

/**
 * Sends a draft: first what is to be uploaded, then the case, under a key that is kept before the call. Where no answer
 * came, the kept call is repeated as it was, so that a case is never registered twice.
 */
export async function send({ draft, qrPointCode, contentOf, keepDraft, progress }: Sending): Promise<Answer<Started>> {
  if (draft.pending) return start(draft, draft.pending, keepDraft);
  const files: DraftFile[] = [];
  for (const [index, file] of draft.files.entries()) {
    const content = file.attachmentId ? null : await contentOf(file);
    if (!file.attachmentId && !content) continue;
    if (content) {
      progress(index + 1, draft.files.length);
      const uploaded = await upload(content);
      if (!uploaded.ok) return uploaded;
      files.push({ ...file, attachmentId: uploaded.data });
    } else files.push(file);
    keepDraft({ ...draft, files: [...files, ...draft.files.slice(index + 1)] });
  }
  const whole = { ...draft, files };
  const pending = inputOf(whole, qrPointCode, newKey());
  keepDraft({ ...whole, pending });
  return start({ ...whole, pending }, pending, keepDraft);
}

async function start(draft: Draft, input: SentInput, keepDraft: (draft: Draft) => void): Promise<Answer<Started>> {
  const answer = await ask<{ startCase: Started }>(START, { input });
  if (answer.ok) return { ok: true, data: answer.data.startCase };
  if (answer.kind === 'refused') {
    // Uploads that nobody referred to are thrown away after a while: they are made anew.
    const again = answer.code === 'ATTACHMENT_UNKNOWN';
    const files = again ? draft.files.map(({ attachmentId: _gone, ...file }) => file) : draft.files;
    keepDraft({ ...draft, files, pending: null });
  }
  return answer;
}
