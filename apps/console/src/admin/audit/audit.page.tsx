import { NavLink, Route, Routes } from 'react-router';
import { AuditSearch } from './audit-search.js';
import { CaseAudit } from './case-audit.js';
import { useAuditWords } from './words.js';
import '../catalogue/catalogue.css';
import './audit.css';

/** 审计: what was done, refused and looked at, over all services or about one case. */
export function AuditPage() {
  const t = useAuditWords();
  return (
    <>
      <header className="admin-head"><h1>{t('title')}</h1></header>
      <nav className="admin-tabs" aria-label={t('title')}>
        <NavLink to="/admin/audit" end>{t('tabs.all')}</NavLink>
        <NavLink to="/admin/audit/case">{t('tabs.case')}</NavLink>
      </nav>
      <Routes>
        <Route index element={<AuditSearch />} />
        <Route path="case" element={<CaseAudit />} />
      </Routes>
    </>
  );
}
