import { Navigate, NavLink, Route, Routes } from 'react-router';
import { CategoryTab } from './category-tab.js';
import { ImportTab } from './import-tab.js';
import { PowerTab } from './power-tab.js';
import { RoutingTab } from './routing-tab.js';
import { useCatalogueWords } from './words.js';

const TABS = [
  { name: 'categories', Tab: CategoryTab },
  { name: 'powers', Tab: PowerTab },
  { name: 'imports', Tab: ImportTab },
  { name: 'routing', Tab: RoutingTab },
] as const;

/** 分类与权责: what cases are about, who may do what about it, and where it goes. */
export function CataloguePage() {
  const t = useCatalogueWords();
  return (
    <>
      <header className="admin-head"><h1>{t('title')}</h1></header>
      <nav className="admin-tabs" aria-label={t('title')}>
        {TABS.map(({ name }) => <NavLink key={name} to={`/admin/catalogue/${name}`}>{t(`tabs.${name}`)}</NavLink>)}
      </nav>
      <Routes>
        {TABS.map(({ name, Tab }) => <Route key={name} path={name} element={<Tab />} />)}
        <Route path="*" element={<Navigate to="/admin/catalogue/categories" replace />} />
      </Routes>
    </>
  );
}
