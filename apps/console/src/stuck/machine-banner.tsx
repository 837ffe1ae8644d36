import { Alert } from 'antd';
import { clockTime, instant } from '../words/instants.js';
import type { StuckMachineQuery } from './generated/graphql.js';
import { useStuckWords } from './words.js';

interface Banner {
  state: StuckMachineQuery['machineState'] | undefined;
  /** Set where the service could not be asked: when it last answered. */
  unreachableSince: Date | null;
}

/** What ails the machine as a whole, over the list: a plain sentence for each, and nothing where all is well. */
export function MachineBanner({ state, unreachableSince }: Banner) {
  const t = useStuckWords();
  const said = [
    ...(unreachableSince ? [{ type: 'error' as const, text: t('banner.unreachable', { time: clockTime(unreachableSince) }) }] : []),
    ...(state?.engineAwaySince ? [{ type: 'error' as const, text: t('banner.engine', { at: instant(state.engineAwaySince) }) }] : []),
    ...(state?.workerAwaySince ? [{ type: 'error' as const, text: t('banner.worker', { at: instant(state.workerAwaySince) }) }] : []),
    ...(state && state.startsWaiting > 0 ? [{ type: 'warning' as const, text: t('banner.starts', { n: state.startsWaiting }) }] : []),
    ...(state && state.doubts > 0 ? [{ type: 'warning' as const, text: t('banner.doubts', { n: state.doubts }) }] : []),
  ];
  return <div role="status">{said.map(({ type, text }) => <Alert key={text} className="kit-alert" type={type} showIcon title={text} />)}</div>;
}
