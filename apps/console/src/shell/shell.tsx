import { Suspense } from 'react';
import { App, ConfigProvider, Spin } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import enUS from 'antd/locale/en_US';
import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { OfflineBar } from '../offline/offline-bar.js';
import { language } from '../words/index.js';
import { Home } from './home.js';
import { PAGES } from './pages.js';
import { TopBar } from './top-bar.js';
import { THEME } from './theme.js';

export function Shell() {
  const { t } = useTranslation();
  return (
    <ConfigProvider theme={THEME} locale={language() === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <App className="shell">
        <TopBar />
        <OfflineBar />
        <Suspense fallback={<Spin className="waiting" description={t('loading')} />}>
          <Routes>
            {PAGES.map(({ path, Page }) => <Route key={path} path={path} element={<Page />} />)}
            <Route path="*" element={<Home />} />
          </Routes>
        </Suspense>
      </App>
    </ConfigProvider>
  );
}
