import { lazy, Suspense, useState } from 'react';
import { CloudSyncOutlined, DisconnectOutlined, ExclamationCircleOutlined } from '@ant-design/icons';
import { useLapsed, useSession } from '../session/session.js';
import { useOffline } from './offline.js';
import { useOfflineWords } from './words.js';
import './offline.css';

export const WaitingList = lazy(async () => ({ default: (await import('./waiting-list.js')).WaitingList }));

/** One line over every page while something waits, the network is away or the sign-in has run out; silent otherwise. */
export function OfflineBar() {
  const t = useOfflineWords();
  const { online, acts } = useOffline();
  const { signInAnew } = useSession();
  const lapsed = useLapsed();
  const [isOpen, open] = useState(false);
  const refused = acts.filter(({ state }) => state === 'refused').length;
  const waiting = acts.length - refused;
  const [tone, Icon, words] = !online
    ? (['away', DisconnectOutlined, waiting > 0 ? t('noNetworkWaiting', { n: waiting }) : t('noNetwork')] as const)
    : lapsed
      ? (['refused', ExclamationCircleOutlined, t('lapsed')] as const)
      : refused > 0
        ? (['refused', ExclamationCircleOutlined, t('refusedSome', { n: refused })] as const)
        : (['sending', CloudSyncOutlined, t('sending', { n: waiting })] as const);
  if (online && !lapsed && acts.length === 0) return null;
  return (
    <div className={`offline-bar ${tone}`}>
      <p role="status"><Icon aria-hidden /> {words}</p>
      {online && lapsed && <button type="button" onClick={signInAnew}>{t('signIn')}</button>}
      {acts.length > 0 && <button type="button" onClick={() => open(true)}>{t('look')}</button>}
      {isOpen && <Suspense fallback={null}><WaitingList onClose={() => open(false)} /></Suspense>}
    </div>
  );
}
