import { useEffect, useState } from 'preact/hooks';
import { ask, type Answer } from '../kit/graph.js';
import { Broken, Pin } from '../kit/parts.js';
import { words } from '../words/language.js';
import { placeNames } from '../words/places.js';
import { Nearby } from './nearby.js';
import { NoCode, UnknownCode } from './other-ways.js';
import { ReportForm } from './report-form.js';
import { Sent, type SentCase } from './sent.js';

const POINT = `query ($code: ID!) {
  qrPoint(code: $code) { code label replacedBy area { name ancestors { name level } } }
}`;

interface Point {
  code: string;
  label: string;
  replacedBy: string | null;
  area: { name: string; ancestors: { name: string; level: string }[] } | null;
}

/** `/r/<code>`: what a resident sees who has scanned a code. */
export function ReportPage({ code }: { code: string }) {
  const [found, setFound] = useState<Answer<Point | null>>();
  const [sent, setSent] = useState<SentCase>();
  const [turn, setTurn] = useState(0);

  useEffect(() => {
    if (!code) return;
    setFound(undefined);
    void ask<{ qrPoint: Point | null }>(POINT, { code }).then((answer) =>
      setFound(answer.ok ? { ok: true, data: answer.data.qrPoint } : answer),
    );
  }, [code, turn]);

  if (!code) return <NoCode />;
  if (sent) return <Sent sent={sent} onAnother={() => setSent(undefined)} />;
  if (found?.ok && found.data === null) return <UnknownCode code={code} />;
  // While the place is not known yet, what is wrong can be written all the same.
  if (found && !found.ok && found.kind === 'refused') return <Broken failure={found} onRetry={() => setTurn(turn + 1)} />;
  return (
    <>
      <h1>{words().report.title}</h1>
      {!found ? <Finding /> : found.ok && found.data ? <Place point={found.data} /> : <Retry onRetry={() => setTurn(turn + 1)} />}
      <Nearby code={code}>
        <ReportForm code={code} onSent={setSent} />
      </Nearby>
    </>
  );
}

function Place({ point: { label, area, replacedBy } }: { point: Point }) {
  return (
    <section class="place" aria-label={words().report.here}>
      <Pin />
      <div>
        <p class="eyebrow">{words().report.here}</p>
        <p class="where">{label}</p>
        <p class="hint">{area && placeNames(area).join(' · ')}</p>
        {replacedBy && <p class="hint">{words().report.replaced}</p>}
      </div>
    </section>
  );
}

const Finding = () => (
  <section class="place is-coming" role="status">
    <Pin />
    <p>{words().loading}</p>
  </section>
);

const Retry = ({ onRetry }: { onRetry: () => void }) => (
  <section class="place is-missing">
    <Pin />
    <div>
      <p>{words().noNetwork}</p>
      <button type="button" class="quiet" onClick={onRetry}>
        {words().retry}
      </button>
    </div>
  </section>
);
