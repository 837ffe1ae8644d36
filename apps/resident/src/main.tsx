import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { NO_NETWORK } from './kit/graph.js';
import { Broken, Loading } from './kit/parts.js';
import './styles.css';
import { dress, Shell } from './kit/shell.js';
import { ReportPage } from './report/report-page.js';
import type { FollowPages } from './track/follow-pages.js';

const [, area = '', rest = ''] = location.pathname.split('/');
const name = decodeURIComponent(rest);
/** What comes after a report is fetched apart, beside the first page's own code: whoever reports waits for none of it. */
const following = area === 'r' ? undefined : import('./track/follow-pages.js');

function Following() {
  const [Pages, setPages] = useState<typeof FollowPages>();
  const [isLost, setLost] = useState(false);
  useEffect(() => void following?.then((loaded) => setPages(() => loaded.FollowPages), () => setLost(true)), []);
  if (isLost) return <Broken failure={NO_NETWORK} onRetry={() => location.reload()} />;
  return Pages ? <Pages name={name} /> : <Loading />;
}

function Page() {
  const [, turn] = useState(0);
  return (
    <Shell onChange={() => turn((count) => count + 1)}>
      {area === 'r' ? <ReportPage code={name} /> : <Following />}
    </Shell>
  );
}

dress();
const root = document.getElementById('root');
if (root) {
  root.textContent = '';
  render(<Page />, root);
}
