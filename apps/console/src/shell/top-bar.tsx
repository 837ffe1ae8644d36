import { useState } from 'react';
import { Button } from 'antd';
import { MenuOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useSession } from '../session/session.js';
import { switchLanguage } from '../words/index.js';
import { PAGES } from './pages.js';
import { useMe } from './use-me.js';

export function TopBar() {
  const { t } = useTranslation();
  const { signOut } = useSession();
  const data = useMe();
  const [isOpen, open] = useState(false);
  const position = data?.myPositions[0];
  const mine = PAGES.filter(({ label, roles }) => label !== null && (!roles || data?.myPositions.some(({ role }) => roles.includes(role))));
  return (
    <header className="top-bar">
      <NavLink to="/" className="brand"><i aria-hidden />{t('brand')}<span>{t('workbench')}</span></NavLink>
      <button type="button" className="menu" aria-label={t('menu')} aria-expanded={isOpen} aria-controls="pages" onClick={() => open(!isOpen)}><MenuOutlined aria-hidden /></button>
      <nav id="pages" className={isOpen ? 'open' : ''} onClick={() => open(false)}>{mine.map(({ path, label }) => <NavLink key={path} to={path.replace('/*', '')} end={path === '/cases'}>{t(label ?? '')}</NavLink>)}</nav>
      <div className="who">
        {data?.me && <p><b>{data.me.name}</b>{position && <span><em>{position.unit?.name ?? position.area.name} · </em>{t(`role.${position.role}`)}</span>}</p>}
        <Button type="text" lang={t('otherLanguage') === 'English' ? 'en' : 'zh'} onClick={() => void switchLanguage()}>{t('otherLanguage')}</Button>
        <Button type="text" onClick={signOut}>{t('signOut')}</Button>
      </div>
    </header>
  );
}
