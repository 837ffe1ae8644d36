import { useEffect, useState } from 'preact/hooks';
import type { Answer } from '../kit/graph.js';
import { Broken, Loading, sentenceOf } from '../kit/parts.js';
import { language } from '../words/language.js';
import { CaseView } from './case-view.js';
import { track, type Access, type TrackedCase } from './case.js';
import { FindForm } from './find-form.js';

const LOOK_AGAIN_MS = 30_000;

/** `/t/` and `/t/<number>#<code>`; the code stands behind the # so that it reaches no server's log. */
export function TrackPage({ given }: { given: string }) {
  const [access, setAccess] = useState<Access>({ number: given, code: decodeURIComponent(location.hash.slice(1)) });
  const [found, setFound] = useState<Answer<TrackedCase>>();
  const [readAt, setReadAt] = useState('');
  const isComplete = access.number !== '' && access.code !== '';

  const look = async (): Promise<void> => {
    const answer = await track(access);
    if (answer.ok) setReadAt(new Date().toISOString());
    // What was read once stays on the page where a later look finds no network.
    setFound((before) => (!answer.ok && answer.kind === 'network' && before?.ok ? before : answer));
  };
  useEffect(() => {
    if (!isComplete) return;
    void look();
    const timer = setInterval(() => document.visibilityState === 'visible' && void look(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [access.number, access.code, language()]);
  useEffect(() => {
    const follow = () => location.reload();
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  const open = (next: Access): void => {
    history.pushState(null, '', `/t/${next.number}#${next.code}`);
    setFound(undefined);
    setAccess({ ...next });
    scrollTo(0, 0);
    if (next.number === access.number && next.code === access.code) void track(next).then(setFound);
  };

  if (!isComplete) return <FindForm given={access} onFound={open} />;
  if (!found) return <Loading />;
  if (found.ok) return <CaseView one={found.data} access={access} readAt={readAt} onChanged={look} />;
  if (found.kind === 'network') return <Broken failure={found} onRetry={() => void look()} />;
  return <FindForm key={access.number} given={access} refusal={sentenceOf(found)} onFound={open} />;
}
