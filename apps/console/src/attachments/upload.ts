import type { Client } from 'urql';
import { graphql } from '../graph/generated/index.js';
import { problemOf, type Problem } from '../graph/problems.js';
import type { KeptFile } from '../offline/files.js';

const PREPARE_CASE = graphql(`mutation PrepareAttachment($taken: TakenInput) { prepareAttachment(taken: $taken) { id url } }`);
const PREPARE_PATROL = graphql(`mutation PreparePatrolPicture($taken: TakenInput) { preparePatrolPicture(taken: $taken) { id url } }`);

const UPLOAD_MS = 120_000;
const NO_NETWORK: Problem = { code: 'NO_NETWORK', message: '' };

export type Uploaded = { ok: true; id: string } | { ok: false; problem: Problem };

/** Sends one content to the service that keeps such files; answers the id by which a case or a patrol refers to it. */
export async function upload(client: Client, file: Pick<KeptFile, 'home' | 'content' | 'takenAt' | 'place' | 'isTaken'>, onProgress: (share: number) => void = () => undefined): Promise<Uploaded> {
  const prepared = await prepare(client, file.home, takenOf(file));
  if ('problem' in prepared) return { ok: false, problem: prepared.problem };
  const refused = await put(ownPath(prepared.url), file.content, onProgress);
  return refused ? { ok: false, problem: refused } : { ok: true, id: prepared.id };
}

/** When and where it was taken; nothing of what was chosen from the device, which may be old. */
const takenOf = ({ takenAt, place, isTaken }: Pick<KeptFile, 'takenAt' | 'place' | 'isTaken'>) => (isTaken ? { at: new Date(takenAt).toISOString(), ...place } : null);

async function prepare(client: Client, home: KeptFile['home'], taken: ReturnType<typeof takenOf>): Promise<{ id: string; url: string } | { problem: Problem }> {
  if (home === 'case') {
    const { data, error } = await client.mutation(PREPARE_CASE, { taken }).toPromise();
    return data?.prepareAttachment ?? { problem: error ? problemOf(error) : NO_NETWORK };
  }
  const { data, error } = await client.mutation(PREPARE_PATROL, { taken }).toPromise();
  return data?.preparePatrolPicture ?? { problem: error ? problemOf(error) : NO_NETWORK };
}

/** The path of a signed link, so that it goes by the address under which the page itself was reached. */
function ownPath(url: string): string {
  const { pathname, search } = new URL(url, location.origin);
  return pathname + search;
}

/** Answers why it was not taken, or null. By XMLHttpRequest, because fetch does not say how much has gone out. */
function put(path: string, content: Blob, onProgress: (share: number) => void): Promise<Problem | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('PUT', path);
    request.timeout = UPLOAD_MS;
    request.setRequestHeader('accept-language', document.documentElement.lang);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(request.status < 300 ? null : refusalIn(request.responseText));
    request.onerror = request.ontimeout = request.onabort = () => resolve(NO_NETWORK);
    request.send(content);
  });
}

function refusalIn(answer: string): Problem {
  try {
    const { code = 'INTERNAL', message = '' } = JSON.parse(answer) as Partial<Problem>;
    return { code, message };
  } catch {
    return NO_NETWORK;
  }
}
