import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { useMe } from './use-me.js';

/** As wide as the pages change their layout for a phone. */
const PHONE = '(max-width: 760px)';

/** The page that somebody begins with: a grid member's day on a phone, else their own work. */
export function Home() {
  const { t } = useTranslation();
  const me = useMe();
  const isPhone = matchMedia(PHONE).matches;
  if (isPhone && me === undefined) return <Spin className="waiting" description={t('loading')} />;
  const isOfGrid = me?.myPositions.some(({ role }) => role === 'gridMember') ?? false;
  return <Navigate to={isPhone && isOfGrid ? '/day' : '/work'} replace />;
}
