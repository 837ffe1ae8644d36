import { useEffect, useState } from 'react';
import { useClient, type Client } from 'urql';
import type { AuditEntryFragment } from '../generated/graphql.js';
import { NAME_OF_PERSON, NAMES_OF_CLIENTS } from './documents.js';
import { useAuditWords } from './words.js';

const kept = new Map<string, Promise<string | undefined>>();

/** Names of people one by one, since there is no asking for several; each once. Those of other counties stay unknown. */
function nameOf(client: Client, kind: string, subject: string): Promise<string | undefined> {
  const known = kept.get(subject);
  if (known) return known;
  const asked = kind === 'client'
    ? client.query(NAMES_OF_CLIENTS, {}).toPromise().then(({ data }) => data?.clients.find((one) => one.subject === subject)?.name)
    : client.query(NAME_OF_PERSON, { id: subject }).toPromise().then(({ data }) => data?.person?.name);
  kept.set(subject, asked);
  asked.then((name) => name === undefined && kept.delete(subject), () => kept.delete(subject));
  return asked;
}

/** Who acted: by name where it is one of ours, else by what kind of caller it was. */
export function ActorName({ entry: { actorKind, actorSubject, clientId } }: { entry: AuditEntryFragment }) {
  const t = useAuditWords();
  const client = useClient();
  const [name, setName] = useState<string>();
  const subject = actorKind === 'person' || actorKind === 'client' ? actorSubject : null;
  useEffect(() => {
    let isWanted = true;
    if (subject) nameOf(client, actorKind, subject).then((found) => isWanted && setName(found), () => undefined);
    return () => {
      isWanted = false;
    };
  }, [client, actorKind, subject]);
  const kind = t(`kind.${actorKind}`);
  return <span title={actorSubject ?? undefined}>{name ?? clientId ?? kind}{name && <><br /><span className="quiet">{kind}</span></>}</span>;
}
